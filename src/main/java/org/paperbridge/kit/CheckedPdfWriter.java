package org.paperbridge.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.pagecode.OpenedCode;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.pagecode.PageStamp;

/**
 * Reads back what another writer drew, before anybody prints it: of every form, the first copy in a kit is turned into a
 * picture, every page code on it decoded and opened, every corner square looked at. A file that fails is deleted. This
 * catches a form whose words or lines run into a code or a mark, and a page taken over from another file that is not whole.
 */
public final class CheckedPdfWriter implements PdfWriter {

    /** What scanners give. */
    private static final List<Integer> DPI = List.of(200, 300);
    /** Edges of a square fall between pixels. */
    private static final double LEAST_DARKNESS = 0.95;
    /** White that a finder of squares needs around one, mm; text that touches a square broke whole layouts. */
    private static final double CLEAR_MM = 1;

    private static final double MOST_DARKNESS_AROUND = 0.02;

    private final PdfWriter writer;
    private final PageCodec codec;
    private final Raster raster;
    private final SymbolReader symbols;
    private final Set<FormRef> checked = ConcurrentHashMap.newKeySet();
    private final Set<FormRef> checkedEarlier = ConcurrentHashMap.newKeySet();

    public CheckedPdfWriter(PdfWriter writer, PageCodec codec, Raster raster, SymbolReader symbols) {
        this.writer = writer;
        this.codec = codec;
        this.raster = raster;
        this.symbols = symbols;
    }

    @Override
    public int write(Path file, String title, String language, List<? extends Sheet> sheets) throws IOException {
        int pages = writer.write(file, title, language, sheets);
        try {
            int index = 0;
            for (Sheet sheet : sheets) {
                switch (sheet) {
                    case IssuedForm issued -> {
                        if (checked.add(issued.form().ref())) {
                            check(file, index, issued);
                        }
                    }
                    case EarlierSheet earlier -> {
                        if (checkedEarlier.add(earlier.form().ref())) {
                            check(file, index, earlier);
                        }
                    }
                }
                index += sheet.pages();
            }
        } catch (UnreadablePrintException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return pages;
    }

    @Override
    public boolean canTake(EarlierSheet sheet, String language) {
        return writer.canTake(sheet, language);
    }

    @Override
    public int writePages(Path file, String title, String language, List<DrawnPage> pages) throws IOException {
        return writer.writePages(file, title, language, pages);
    }

    @Override
    public int writePrepared(Path file, Path pdf) throws IOException {
        return writer.writePrepared(file, pdf);
    }

    private void check(Path file, int first, IssuedForm form) throws IOException {
        for (int i = 0; i < form.stamps().size(); i++) {
            PageStamp stamp = form.stamps().get(i);
            OpenedCode expected = new OpenedCode.Opened(stamp);
            Seen seen = new Seen(file, first + i, form.form(), stamp.page());
            seen.requireCodes(expected::equals);
            seen.requireMarks();
        }
    }

    /** Whether it stands in the new file as it stood in the old one: whose it was is not known here. */
    private void check(Path file, int first, EarlierSheet sheet) throws IOException {
        for (LayoutPage layout : sheet.form().layout().pages()) {
            Seen seen = new Seen(file, first + layout.page() - 1, sheet.form(), layout.page());
            seen.requireCodes(code -> code instanceof OpenedCode.Opened(PageStamp stamp)
                    && stamp.serial().equals(sheet.serial())
                    && stamp.page() == layout.page()
                    && stamp.copy() == sheet.copy()
                    && stamp.issuedAt().equals(sheet.issuedAt()));
            seen.requireMarks();
        }
    }

    /** One page of a file as a scanner would see it. */
    private final class Seen {

        private final Path file;
        private final int index;
        private final LayoutPage layout;
        private final String name;
        private final Map<Integer, GreyPage> rendered = new HashMap<>();

        Seen(Path file, int index, FormTemplate form, int page) {
            this.file = file;
            this.index = index;
            this.layout = form.layout().getPage(page);
            this.name = form.ref() + ", page " + page;
        }

        void requireCodes(Predicate<OpenedCode> expected) throws IOException {
            for (PageBox place : layout.codes()) {
                boolean found = false;
                for (int i = 0; i < DPI.size() && !found; i++) {
                    found = symbols.read(at(DPI.get(i)), place)
                            .map(codec::open)
                            .filter(expected)
                            .isPresent();
                }
                if (!found) {
                    throw new UnreadablePrintException("The page code of " + name + " at "
                            + CheckedPdfWriter.at(place)
                            + " does not read back; nothing was printed. Does something touch it?");
                }
            }
        }

        void requireMarks() throws IOException {
            for (Fiducial mark : layout.fiducials()) {
                if (mark.kind() == Fiducial.Kind.SQUARE && !standsClear(at(DPI.getFirst()), mark.box())) {
                    throw new UnreadablePrintException("The corner mark " + mark.id() + " of " + name
                            + " does not stand clear; nothing was printed. Does something touch it?");
                }
            }
        }

        private GreyPage at(int dpi) throws IOException {
            GreyPage known = rendered.get(dpi);
            if (known == null) {
                known = raster.render(file, index, dpi);
                rendered.put(dpi, known);
            }
            return known;
        }
    }

    private static boolean standsClear(GreyPage page, PageBox square) {
        PageBox around = new PageBox(
                square.left() - CLEAR_MM,
                square.top() - CLEAR_MM,
                square.width() + 2 * CLEAR_MM,
                square.height() + 2 * CLEAR_MM);
        double dark = page.darkness(square);
        double ring =
                page.darkness(around) * around.width() * around.height() - dark * square.width() * square.height();
        return dark >= LEAST_DARKNESS && ring <= MOST_DARKNESS_AROUND * around.width() * around.height();
    }

    private static String at(PageBox box) {
        return Math.round(box.left()) + " mm, " + Math.round(box.top()) + " mm";
    }

    /** Pages of a PDF file as pictures. */
    public interface Raster {
        /** @param index of the page in the file, from 0 */
        GreyPage render(Path file, int index, int dpi) throws IOException;
    }

    /** Symbols in pictures as text. */
    public interface SymbolReader {
        /** Empty when there is no symbol that can be read. */
        Optional<String> read(GreyPage page, PageBox place);
    }
}
