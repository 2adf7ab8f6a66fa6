package org.paperbridge.kit.lists;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.paperbridge.kit.page.Table;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/** Phones, agenda, analyser codes, roster, suppliers, outside services: from CSV files of the home. */
public final class SiteListPart implements KitPart {

    static final int DAYS = 14;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE dd/MM", Locale.ROOT);

    private final Path folder;
    private final TableSheets sheets;

    /** @param folder with the CSV files, {@code lists/} of a home */
    public SiteListPart(Path folder, TableSheets sheets) {
        this.folder = folder;
        this.sheets = sheets;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) throws IOException {
        List<DrawnFile> files = new ArrayList<>();
        for (SiteList list : SiteList.values()) {
            SiteListFile file = new SiteListFile(list, folder, kit.words());
            List<SiteListFile.Entry> all = file.read(notes::add);
            List<SiteListFile.Entry> entries = here(all, list, kit);
            if (entries.isEmpty()) {
                if (!all.isEmpty()) {
                    notes.add(kit.words().say("list.none-here", file.title(), list.csv()));
                }
                continue;
            }
            Table table = new Table(
                    list.columns().stream()
                            .map(column ->
                                    new Table.Column(file.heading(column.key()), column.share(), column.required()))
                            .toList(),
                    entries.stream().map(entry -> row(entry, kit)).toList());
            files.add(new DrawnFile(
                    list.fileName(),
                    file.title(),
                    sheets.draw(Heads.ofFile(kit, file.title(), file.changed()), table)));
        }
        return files;
    }

    private static List<SiteListFile.Entry> here(List<SiteListFile.Entry> entries, SiteList list, UnitKit kit) {
        LocalDate today = LocalDate.ofInstant(kit.printedAt(), kit.ward());
        List<SiteListFile.Entry> here = new ArrayList<>(entries.stream()
                .filter(entry ->
                        entry.unit().isEmpty() || entry.unit().equals(kit.unit().code()))
                .filter(entry -> list.dated() == SiteList.Dated.NO
                        || entry.date()
                                .map(date -> !date.isBefore(today) && date.isBefore(today.plusDays(DAYS)))
                                .orElse(true))
                .toList());
        if (list.dated() == SiteList.Dated.COMING) {
            here.sort(Comparator.comparing(
                            (SiteListFile.Entry entry) -> entry.date().orElse(LocalDate.MAX))
                    .thenComparing(entry -> entry.cells().get(1)));
        }
        return here;
    }

    private static Table.Row row(SiteListFile.Entry entry, UnitKit kit) {
        List<String> cells = new ArrayList<>(entry.cells());
        Optional<String> day = entry.date()
                .map(date -> DAY.withLocale(Locale.forLanguageTag(kit.words().language()))
                        .format(date));
        day.ifPresent(text -> cells.set(0, text));
        return new Table.Row(cells, false, 0);
    }
}
