package org.paperbridge.kit.pdfbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.PagePrint;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.PlacedSymbol;

/**
 * One PDF of form pages. What all copies of a page share is drawn once, as a form XObject. Plain PDF 1.6: embedded fonts,
 * no script, no transparency, so that any copier prints it from a stick. All pages share one dictionary of resources with
 * fixed names, so that a page can be taken into another file as it is, and says in clear nothing about whose it is.
 */
public final class FormDocument implements Closeable {

    /** Numbers of the objects that {@link EarlierPdf} finds again; page {@code i} has two from {@link #FIRST_PAGE} on. */
    static final int PAGES = 2;

    static final int RESOURCES = 3;
    static final int FIRST_PAGE = 6;
    static final String PAGE_ENTRIES = "/Filter /FlateDecode";

    private static final int CATALOG = 1;
    private static final int FONTS = 4;
    private static final int INFO = 5;
    private static final int ID_BYTES = 16;
    private static final double PREFILL_PT = 10;

    private final String title;
    private final String language;
    private final StaticPage.Drawn drawn;
    private final Deflating deflating = new Deflating();
    private final List<Page> pages = new ArrayList<>();
    private final SortedMap<String, StaticPage> statics = new TreeMap<>();
    private final Set<String> fonts = new TreeSet<>();

    /** @param earlier stands as it is in an earlier file, encrypted where the file is */
    private record Page(String box, byte[] content, boolean earlier) {}

    public FormDocument(String title, String language) {
        this(title, language, new StaticPage.Drawn());
    }

    /** @param drawn static pages of earlier documents, and of this one afterwards */
    FormDocument(String title, String language, StaticPage.Drawn drawn) {
        this.title = title;
        this.language = language;
        this.drawn = drawn;
    }

    /** @param language of the printed words, {@code fr} or {@code en} */
    public void addPage(FormTemplate form, int pageNumber, String language, PagePrint print) {
        LayoutPage layout = form.layout().getPage(pageNumber);
        Points points = new Points(layout.heightMm());
        Ink ink = new Ink();
        ink.draw(use(form, layout, language));
        PagePainter painter = new PagePainter(ink, points, fonts);
        for (FieldZone field : layout.fields()) {
            if (field instanceof FieldZone.Print zone) {
                String text = print.prefill().getOrDefault(zone.source(), "");
                painter.text(zone.box(), text, sizeFor(zone.box()), true, Align.LEFT, 0);
            }
        }
        painter.paint(print.body(), Map.of());
        for (PageBox code : layout.codes()) {
            painter.symbol(print.code(), code);
        }
        painter.text(layout.shortCode(), print.shortCode(), 13, true, Align.LEFT, 0);
        pages.add(new Page(box(layout, points), deflating.deflate(ink), false));
    }

    /**
     * A form page as an earlier document drew it.
     *
     * @param index of the page in the earlier file, from 0
     * @throws IOException when the earlier file is not as this class writes them
     */
    void addEarlier(FormTemplate form, int pageNumber, String language, EarlierPdf earlier, int index)
            throws IOException {
        LayoutPage layout = form.layout().getPage(pageNumber);
        use(form, layout, language);
        fonts.addAll(earlier.fonts());
        pages.add(new Page(box(layout, new Points(layout.heightMm())), earlier.content(index), true));
    }

    /** A page that is no form: cover, list, labels. */
    public void addDrawnPage(DrawnPage page) {
        Points points = new Points(page.heightMm());
        Ink ink = new Ink();
        PagePainter painter = new PagePainter(ink, points, fonts);
        painter.paint(page.drawings(), Map.of());
        for (PlacedSymbol placed : page.symbols()) {
            painter.symbol(placed.symbol(), placed.box());
        }
        pages.add(new Page(
                box(points.length(page.widthMm()), points.length(page.heightMm())), deflating.deflate(ink), false));
    }

    public int pageCount() {
        return pages.size();
    }

    public void save(OutputStream out) throws IOException {
        save(out, Optional.empty());
    }

    /** @param seal encrypts the file; pages of earlier files must have the same, or none */
    void save(OutputStream out, Optional<PdfSeal> seal) throws IOException {
        PdfObjects file = new PdfObjects(out, seal);
        for (int number = CATALOG; number < FIRST_PAGE + 2 * pages.size(); number++) {
            file.reserve();
        }
        for (int i = 0; i < pages.size(); i++) {
            write(file, FIRST_PAGE + 2 * i, pages.get(i));
        }
        StringBuilder fontNames = new StringBuilder();
        for (String name : fonts) {
            fontNames
                    .append('/')
                    .append(name)
                    .append(' ')
                    .append(font(file, PrintFonts.named(name)))
                    .append(" 0 R ");
        }
        StringBuilder formNames = new StringBuilder();
        for (StaticPage each : statics.values()) {
            int number = file.reserve();
            file.stream(
                    number, each.entries() + " /Resources " + FONTS + " 0 R", each.deflated(), each.deflated().length);
            formNames.append('/').append(each.name()).append(' ').append(number).append(" 0 R ");
        }
        file.object(FONTS, "<< /Font << " + fontNames + ">> >>");
        file.object(RESOURCES, "<< /Font << " + fontNames + ">> /XObject << " + formNames + ">> >>");
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(FIRST_PAGE + 2 * i).append(" 0 R ");
        }
        file.object(PAGES, "<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids + "] >>");
        file.object(INFO, "<< /Title " + file.text(title) + " /Producer " + file.text("Paperbridge") + " >>");
        file.object(
                CATALOG,
                "<< /Type /Catalog /Pages " + PAGES + " 0 R /Lang " + file.text(language)
                        + (seal.isPresent() ? PdfSeal.EXTENSION : "") + " >>");
        byte[] id = new byte[ID_BYTES];
        new SecureRandom().nextBytes(id);
        file.end(CATALOG, INFO, id);
    }

    @Override
    public void close() {
        deflating.close();
    }

    /** A box from the origin, as PDF writes it. */
    static String box(double width, double height) {
        return "[0 0 " + rounded(width) + " " + rounded(height) + "]";
    }

    private static String rounded(double points) {
        return BigDecimal.valueOf(points)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void write(PdfObjects file, int number, Page page) throws IOException {
        file.object(
                number,
                "<< /Type /Page /Parent " + PAGES + " 0 R /Resources " + RESOURCES + " 0 R /MediaBox " + page.box()
                        + " /Contents " + (number + 1) + " 0 R >>");
        if (page.earlier()) {
            file.finishedStream(number + 1, PAGE_ENTRIES, page.content());
        } else {
            file.stream(number + 1, PAGE_ENTRIES, page.content(), page.content().length);
        }
    }

    private static int font(PdfObjects file, PrintFont font) throws IOException {
        int number = file.reserve();
        int descendant = file.reserve();
        int descriptor = file.reserve();
        int program = file.reserve();
        int unicode = file.reserve();
        file.object(number, font.dictionary(descendant, unicode));
        file.object(descendant, font.descendant(descriptor, file::code));
        file.object(descriptor, font.descriptor(program));
        file.stream(program, PAGE_ENTRIES + " /Length1 " + font.programLength(), font.program(), font.program().length);
        file.stream(unicode, PAGE_ENTRIES, font.unicode(), font.unicode().length);
        return number;
    }

    private String use(FormTemplate form, LayoutPage layout, String language) {
        StaticPage page = drawn.of(form, layout, language, deflating);
        statics.put(page.name(), page);
        fonts.addAll(page.fonts());
        return page.name();
    }

    private static double sizeFor(PageBox box) {
        return box.height() > 6 ? 14 : PREFILL_PT;
    }

    private static String box(LayoutPage layout, Points points) {
        return box(points.length(layout.widthMm()), points.length(layout.heightMm()));
    }
}
