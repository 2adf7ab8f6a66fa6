package org.paperbridge.shipped;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.key.SiteKeys;
import org.paperbridge.kit.GreyPage;
import org.paperbridge.kit.pdfbox.PdfRaster;
import org.paperbridge.kit.zxing.QrReader;
import org.paperbridge.pagecode.OpenedCode;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.pagecode.PageStamp;

/** A PDF that a command wrote, as the one who holds the paper and the one who scans it see it. */
public record PrintedPdf(Path file) {

    private static final int DPI = 300;

    /** @param home in which something was printed */
    public static PageCodec codec(Path home) {
        return new PageCodec(new SiteKeys(home, Optional.empty()).open());
    }

    /** The words of all pages. */
    public String text() throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    public int pages() throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return document.getNumberOfPages();
        }
    }

    /**
     * What the codes of every page say, one stamp a page.
     *
     * @param form whose pages follow one another in the file
     * @param codec of the keys it was printed with; opening a key ring is slow by design
     * @throws AssertionError when a code cannot be read, is not this site's, or the codes of a page differ
     */
    public List<PageStamp> stamps(FormTemplate form, PageCodec codec) throws IOException {
        List<LayoutPage> layout = form.layout().pages();
        List<PageStamp> stamps = new ArrayList<>();
        int pages = pages();
        for (int i = 0; i < pages; i++) {
            GreyPage picture = new PdfRaster().render(file, i, DPI);
            List<PageStamp> ofPage = new ArrayList<>();
            for (PageBox place : layout.get(i % layout.size()).codes()) {
                ofPage.add(stamp(codec, picture, place));
            }
            if (ofPage.stream().distinct().count() != 1) {
                throw new AssertionError(file + ", page " + (i + 1) + ": codes say " + ofPage);
            }
            stamps.add(ofPage.getFirst());
        }
        return stamps;
    }

    private PageStamp stamp(PageCodec codec, GreyPage picture, PageBox place) {
        Optional<OpenedCode> opened = new QrReader().read(picture, place).map(codec::open);
        if (opened.isPresent() && opened.get() instanceof OpenedCode.Opened(PageStamp stamp)) {
            return stamp;
        }
        throw new AssertionError(file + ": the code at " + place + " says " + opened);
    }
}
