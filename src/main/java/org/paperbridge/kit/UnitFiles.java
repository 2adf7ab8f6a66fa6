package org.paperbridge.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.folder.KitFolder;
import org.paperbridge.kit.lists.CoverPages.Content;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.PartFile;
import org.paperbridge.kit.part.PreparedFile;
import org.paperbridge.kit.part.UnitKit;

/** The files of one unit as they are written. */
final class UnitFiles {

    private final Path folder;
    private final Path unitFolder;
    private final UnitKit kit;
    private final PdfWriter pdf;
    private final List<KitFile> files = new ArrayList<>();
    private final List<Content> contents = new ArrayList<>();

    UnitFiles(Path folder, Path unitFolder, UnitKit kit, PdfWriter pdf) {
        this.folder = folder;
        this.unitFolder = unitFolder;
        this.kit = kit;
        this.pdf = pdf;
    }

    void add(PartFile file) throws IOException {
        Path path = unitFolder.resolve(file.name() + ".pdf");
        int pages = switch (file) {
            case DrawnFile drawn ->
                pdf.writePages(
                        path,
                        kit.unit().name() + " · " + drawn.title(),
                        kit.plan().language(),
                        drawn.pages());
            case PreparedFile prepared -> pdf.writePrepared(path, prepared.pdf());
        };
        add(path, file.title(), pages, List.of());
    }

    /** As many files as the plan's limit of pages asks for; a sheet is never split. */
    void add(String name, String title, List<MarkedSheet> sheets) throws IOException {
        List<MarkedSheet> part = new ArrayList<>();
        int pages = 0;
        int parts = 0;
        for (int i = 0; i < sheets.size(); i++) {
            part.add(sheets.get(i));
            pages += sheets.get(i).sheet().pages();
            boolean end = i == sheets.size() - 1;
            int next = end ? 0 : sheets.get(i + 1).sheet().pages();
            if (end || pages + next > kit.plan().pagesPerFile()) {
                parts++;
                Path path = unitFolder.resolve(name + (parts == 1 && end ? "" : "-" + parts) + ".pdf");
                add(path, title, write(path, name, part), part);
                part = new ArrayList<>();
                pages = 0;
            }
        }
    }

    List<Content> contents() {
        return contents.stream().sorted(Comparator.comparing(Content::name)).toList();
    }

    List<KitFile> all() {
        return files.stream().sorted(Comparator.comparing(KitFile::path)).toList();
    }

    private int write(Path path, String name, List<MarkedSheet> part) throws IOException {
        List<Sheet> sheets = part.stream().map(MarkedSheet::sheet).toList();
        Optional<Path> same = wholeFile(sheets);
        if (same.isPresent()) {
            KitFolder.link(same.get(), path);
            return sheets.stream().mapToInt(Sheet::pages).sum();
        }
        return pdf.write(path, kit.unit().name() + " · " + name, kit.plan().language(), sheets);
    }

    /** The earlier file that holds exactly these sheets. */
    private static Optional<Path> wholeFile(List<Sheet> sheets) {
        Optional<Path> file = Optional.empty();
        int page = 0;
        boolean ended = false;
        for (Sheet sheet : sheets) {
            if (!(sheet instanceof EarlierSheet earlier)
                    || earlier.firstPage() != page
                    || file.filter(known -> !known.equals(earlier.file())).isPresent()) {
                return Optional.empty();
            }
            file = Optional.of(earlier.file());
            page += earlier.pages();
            ended = earlier.last();
        }
        return ended ? file : Optional.empty();
    }

    private void add(Path path, String title, int pages, List<MarkedSheet> sheets) throws IOException {
        String inside = folder.relativize(path).toString().replace('\\', '/');
        files.add(new KitFile(
                inside,
                kit.unit().code(),
                pages,
                Files.size(path),
                KitCheck.sha256(path),
                sheets.stream().map(MarkedSheet::listed).toList()));
        String shown = inside.substring(inside.lastIndexOf('/') + 1);
        contents.add(new Content(shown.substring(0, shown.length() - ".pdf".length()), title, pages));
    }
}
