package org.paperbridge.kit.pdfbox;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.PagePrint;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.PlacedSymbol;

/**
 * One PDF of form pages. What all copies of a page share is drawn once, as a form XObject. Plain PDF 1.6: embedded font
 * subsets, no script, no transparency, so that any copier prints it from a stick.
 */
public final class FormDocument implements Closeable {

    private static final double PREFILL_PT = 10;

    private final PDDocument document = new PDDocument();
    private final PrintFonts fonts;
    private final Map<String, PDFormXObject> statics = new HashMap<>();

    public FormDocument(String title, String language) throws IOException {
        fonts = new PrintFonts(document);
        document.setVersion(1.6f);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Paperbridge");
        document.getDocumentCatalog().setLanguage(language);
    }

    /** @param language of the printed words, {@code fr} or {@code en} */
    public void addPage(FormTemplate form, int pageNumber, String language, PagePrint print) throws IOException {
        LayoutPage layout = form.layout().getPage(pageNumber);
        Points points = new Points(layout.heightMm());
        PDPage page = new PDPage(size(layout, points));
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            out.drawForm(staticPart(form, layout, language, points));
            PagePainter painter = new PagePainter(out, fonts, points);
            for (FieldZone field : layout.fields()) {
                if (field instanceof FieldZone.Print zone) {
                    String text = print.prefill().getOrDefault(zone.source(), "");
                    painter.text(zone.box(), text, sizeFor(zone.box()), true, Align.LEFT, 0);
                }
            }
            for (PageBox code : layout.codes()) {
                painter.symbol(print.code(), code);
            }
            painter.text(layout.shortCode(), print.shortCode(), 13, true, Align.LEFT, 0);
        }
    }

    /** A page of running text, for covers and lists. */
    public void addTextPage(TextPage text) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            PagePainter painter = new PagePainter(out, fonts, new Points(297));
            for (TextPage.Line line : text.lines()) {
                painter.text(line.box(), line.text(), line.sizePt(), line.bold(), Align.LEFT, 0);
            }
        }
    }

    /** A page that is no form: cover, list, labels. */
    public void addDrawnPage(DrawnPage drawn) throws IOException {
        Points points = new Points(drawn.heightMm());
        PDPage page = new PDPage(new PDRectangle(points.length(drawn.widthMm()), points.length(drawn.heightMm())));
        document.addPage(page);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            PagePainter painter = new PagePainter(out, fonts, points);
            painter.paint(drawn.drawings(), Map.of());
            for (PlacedSymbol placed : drawn.symbols()) {
                painter.symbol(placed.symbol(), placed.box());
            }
        }
    }

    /**
     * Encrypts with AES-256; printing stays allowed, and every PDF reader asks for the password.
     *
     * @param password to open it
     */
    public void protect(String password) throws IOException {
        AccessPermission all = new AccessPermission();
        StandardProtectionPolicy policy = new StandardProtectionPolicy(password, password, all);
        policy.setEncryptionKeyLength(256);
        policy.setPreferAES(true);
        document.protect(policy);
        document.setVersion(1.7f);
    }

    public int pageCount() {
        return document.getNumberOfPages();
    }

    public void save(OutputStream out) throws IOException {
        document.save(out);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private static double sizeFor(PageBox box) {
        return box.height() > 6 ? 14 : PREFILL_PT;
    }

    private static PDRectangle size(LayoutPage layout, Points points) {
        return new PDRectangle(points.length(layout.widthMm()), points.length(layout.heightMm()));
    }

    private PDFormXObject staticPart(FormTemplate form, LayoutPage layout, String language, Points points)
            throws IOException {
        String key = form.ref() + "/" + layout.page() + "/" + language;
        PDFormXObject known = statics.get(key);
        if (known != null) {
            return known;
        }
        // An appearance stream is the form XObject that PDFBox offers a drawing API for.
        PDAppearanceStream made = new PDAppearanceStream(document);
        made.setBBox(size(layout, points));
        made.setResources(new PDResources());
        try (PDPageContentStream out =
                new PDPageContentStream(document, made, made.getStream().createOutputStream(COSName.FLATE_DECODE))) {
            new PagePainter(out, fonts, points)
                    .paintStatic(layout, form.labels().getOrDefault(language, Map.of()));
        }
        statics.put(key, made);
        return made;
    }
}
