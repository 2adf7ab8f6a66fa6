package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.kit.EarlierSheet;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitSheet;
import org.paperbridge.kit.SheetsBefore;
import org.paperbridge.kit.folder.KitCheck;

/** One unit of the kit on disk, of which the signed manifest says what stands where. Of one thread. */
final class EarlierKit implements SheetsBefore {

    private final KeyedMarks marks;
    private final String common;
    private final Instant since;
    private final Map<String, Deque<List<EarlierSheet>>> sheets = new HashMap<>();
    private final Map<Path, String> expected = new HashMap<>();
    private final Map<Path, Boolean> whole = new HashMap<>();

    /**
     * @param common decides what is printed on every sheet
     * @param since older sheets of patients are printed again; a blank one has nothing on it that ages
     */
    EarlierKit(KeyedMarks marks, String common, Instant since) {
        this.marks = marks;
        this.common = common;
        this.since = since;
    }

    /** @param files of the unit, as the manifest in the folder lists them */
    void add(Path folder, List<KitFile> files, FormCatalogue forms) {
        Map<String, List<EarlierSheet>> bySerial = new LinkedHashMap<>();
        Map<String, String> markOf = new HashMap<>();
        for (KitFile file : files) {
            Path path = folder.resolve(file.path());
            expected.put(path, file.sha256());
            int page = 0;
            for (KitSheet sheet : file.sheets()) {
                Optional<FormTemplate> form = forms.findForm(sheet.form());
                if (form.isEmpty()) {
                    break; // How many pages it has is not known, so nothing behind it can be found.
                }
                int pages = form.get().layout().pages().size();
                bySerial.computeIfAbsent(sheet.serial(), serial -> new ArrayList<>())
                        .add(new EarlierSheet(
                                form.get(),
                                sheet.serial(),
                                sheet.copy(),
                                sheet.printedAt(),
                                sheet.blank(),
                                path,
                                page,
                                page + pages == file.pages()));
                markOf.put(sheet.serial(), sheet.mark());
                page += pages;
            }
        }
        bySerial.forEach(
                (serial, copies) -> sheets.computeIfAbsent(markOf.getOrDefault(serial, ""), mark -> new ArrayDeque<>())
                        .add(List.copyOf(copies)));
    }

    @Override
    public String mark(String content) {
        return marks.of(common, content);
    }

    @Override
    public List<EarlierSheet> take(FormTemplate form, String mark) {
        Deque<List<EarlierSheet>> found = sheets.get(mark);
        while (found != null && !found.isEmpty()) {
            List<EarlierSheet> copies = found.removeFirst();
            if (copies.stream()
                    .allMatch(sheet -> sheet.form().ref().equals(form.ref())
                            && (sheet.blank() || sheet.issuedAt().isAfter(since))
                            && isWhole(sheet.file()))) {
                return copies;
            }
        }
        return List.of();
    }

    /** A file that was altered since is not taken from: its pages would be signed again. */
    private boolean isWhole(Path file) {
        return whole.computeIfAbsent(file, path -> {
            try {
                return Files.exists(path) && KitCheck.sha256(path).equals(expected.get(path));
            } catch (IOException e) {
                return false;
            }
        });
    }
}
