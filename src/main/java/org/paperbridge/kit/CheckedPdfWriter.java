package org.paperbridge.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.pagecode.OpenedCode;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.pagecode.PageStamp;

/**
 * Reads back what another writer drew, before anybody prints it: of every form, the first copy in a kit is turned into a
 * picture, every page code on it decoded and opened, every corner square looked at. A file that fails is deleted. This
 * catches a form whose words or lines run into a code or a mark.
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

    public CheckedPdfWriter(PdfWriter writer, PageCodec codec, Raster raster, SymbolReader symbols) {
        this.writer = writer;
        this.codec = codec;
        this.raster = raster;
        this.symbols = symbols;
    }

    @Override
    public int write(Path file, String title, String language, List<IssuedForm> forms) throws IOException {
        int pages = writer.write(file, title, language, forms);
        try {
            int index = 0;
            for (IssuedForm form : forms) {
                if (checked.add(form.form().ref())) {
                    check(file, index, form);
                }
                index += form.stamps().size();
            }
        } catch (UnreadablePrintException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return pages;
    }

    @Override
    public int writeText(Path file, String title, String language, List<String> lines) throws IOException {
        return writer.writeText(file, title, language, lines);
    }

    @Override
    public int writePages(Path file, String title, String language, List<DrawnPage> pages) throws IOException {
        return writer.writePages(file, title, language, pages);
    }

    private void check(Path file, int first, IssuedForm form) throws IOException {
        for (int i = 0; i < form.stamps().size(); i++) {
            PageStamp stamp = form.stamps().get(i);
            LayoutPage layout = form.form().layout().getPage(stamp.page());
            List<GreyPage> pages = new ArrayList<>();
            for (int dpi : DPI) {
                pages.add(raster.render(file, first + i, dpi));
            }
            String name = form.form().ref() + ", page " + stamp.page();
            OpenedCode expected = new OpenedCode.Opened(stamp);
            for (PageBox place : layout.codes()) {
                if (pages.stream()
                        .flatMap(page -> symbols.read(page, place).stream())
                        .map(codec::open)
                        .noneMatch(expected::equals)) {
                    throw new UnreadablePrintException("The page code of " + name + " at " + at(place)
                            + " does not read back; nothing was printed. Does something touch it?");
                }
            }
            for (Fiducial mark : layout.fiducials()) {
                if (mark.kind() == Fiducial.Kind.SQUARE && !standsClear(pages.getFirst(), mark.box())) {
                    throw new UnreadablePrintException("The corner mark " + mark.id() + " of " + name
                            + " does not stand clear; nothing was printed. Does something touch it?");
                }
            }
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
