package org.paperbridge.intake.pdfbox;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.DefaultResourceCache;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.intake.BufferedChannel;
import org.paperbridge.intake.DeliveredFile;
import org.paperbridge.intake.Pixels;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.UndecodableException.Reason;
import org.paperbridge.intake.opencv.StreamDecoder;
import org.paperbridge.intake.openjpeg.Jp2ImageReader;
import org.paperbridge.intake.openjpeg.Jp2Picture;

/** A PDF of scans. A page that is one full-page picture gives that picture; any other page is rendered at 300 dpi. */
public final class PdfFile implements DeliveredFile {

    private static final int RENDER_DPI = 300;
    private static final double POINTS_PER_INCH = 72;

    /** What drawings of scanned pages need is a thousandth of it. */
    private static final long MOST_CONTENT_BYTES = 1 << 26;
    /** An empty page may say how it would draw, if it drew. */
    private static final int SETUP_BYTES = 100;
    /** Rows may be padded, and a few lines more than declared do no harm. */
    private static final double SLACK = 1.1;

    static {
        Jp2ImageReader.register();
    }

    private final PDDocument document;
    private final int pages;

    private PdfFile(PDDocument document, int pages) {
        this.document = document;
        this.pages = pages;
        document.setResourceCache(new NoImageCache());
    }

    /**
     * Opens a PDF that is read piece by piece.
     *
     * @param content closed with the file
     */
    public static PdfFile open(BufferedChannel content) {
        try {
            PDDocument document = Loader.loadPDF(new ChannelRead(content), IOUtils.createMemoryOnlyStreamCache());
            if (document.getNumberOfPages() == 0) {
                boolean saysSo = document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.PAGES)
                                instanceof COSDictionary tree
                        && tree.getCOSArray(COSName.KIDS) instanceof COSArray kids
                        && kids.size() == 0;
                document.close();
                // a file cut off before its table of pages has none either
                throw new UndecodableException(saysSo ? Reason.NO_PAGES : Reason.CORRUPT);
            }
            return new PdfFile(document, count(document));
        } catch (InvalidPasswordException e) {
            throw new UndecodableException(Reason.PASSWORD_PROTECTED, e);
        } catch (IOException | RuntimeException e) {
            throw e instanceof UndecodableException known ? known : new UndecodableException(Reason.CORRUPT, e);
        }
    }

    private static int count(PDDocument document) throws IOException {
        try {
            return PageTree.count(document);
        } catch (RuntimeException e) {
            document.close();
            throw e;
        }
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public PageImage decode(int index) {
        try {
            PDPage page = document.getPage(index);
            for (Iterator<PDStream> parts = page.getContentStreams(); parts.hasNext(); ) {
                DecodedSize.check(parts.next().getCOSObject(), MOST_CONTENT_BYTES);
            }
            Optional<PDImageXObject> image = FullPageImage.find(page);
            return image.isPresent() ? take(page, image.get()) : render(page, index);
        } catch (IOException | RuntimeException e) {
            Throwable known = e.getCause() instanceof UndecodableException inside ? inside : e;
            throw known instanceof UndecodableException said ? said : new UndecodableException(Reason.CORRUPT, e);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PageImage take(PDPage page, PDImageXObject image) throws IOException {
        Pixels.checkSize(image.getWidth(), image.getHeight());
        double dpi = image.getWidth() / (page.getCropBox().getWidth() / POINTS_PER_INCH);
        List<COSName> filters = image.getStream().getFilters();
        if (filters.contains(COSName.JPX_DECODE)) {
            return takeJpx(page, image);
        }
        Set<ScanNote> notes = filters.contains(COSName.JBIG2_DECODE) ? Set.of(ScanNote.JBIG2) : Set.of();
        boolean plainJpeg = filters.size() == 1
                && filters.getFirst().equals(COSName.DCT_DECODE)
                && !(image.getColorSpace() instanceof PDDeviceCMYK)
                && image.getColorSpace().getNumberOfComponents() != 4;
        if (plainJpeg) {
            try (InputStream in = image.getStream().createInputStream(List.of(COSName.DCT_DECODE.getName()))) {
                return StreamDecoder.decode(in.readAllBytes(), dpi, notes);
            }
        }
        checkData(image);
        return Pixels.of(image.getImage(), dpi, notes);
    }

    /** What the picture says of its size counts, not what the document says of the picture. */
    private static PageImage takeJpx(PDPage page, PDImageXObject image) throws IOException {
        DecodedSize.check(image.getCOSObject(), MOST_CONTENT_BYTES);
        try (InputStream in = image.getStream().createInputStream(List.of(COSName.JPX_DECODE.getName()));
                Jp2Picture picture = Jp2Picture.open(in.readAllBytes())) {
            return picture.decode(picture.width() / (page.getCropBox().getWidth() / POINTS_PER_INCH), Set.of());
        }
    }

    private static void checkData(PDImageXObject image) throws IOException {
        int components = image.isStencil() ? 1 : image.getColorSpace().getNumberOfComponents();
        long rowBytes = ((long) image.getWidth() * components * image.getBitsPerComponent() + 7) / 8;
        long most = (long) (rowBytes * image.getHeight() * SLACK) + MOST_CONTENT_BYTES / 16;
        if (!DecodedSize.isSurelyBelow(image.getCOSObject(), most)) {
            DecodedSize.check(image.getCOSObject(), most);
        }
    }

    private PageImage render(PDPage page, int index) throws IOException {
        PDRectangle box = page.getCropBox();
        double scale = RENDER_DPI / POINTS_PER_INCH;
        Pixels.checkSize(Math.round(box.getWidth() * scale), Math.round(box.getHeight() * scale));
        Set<ScanNote> notes =
                Jbig2Search.isOn(page) ? Set.of(ScanNote.RENDERED, ScanNote.JBIG2) : Set.of(ScanNote.RENDERED);
        StrictRenderer renderer = new StrictRenderer(document);
        BufferedImage drawn = renderer.renderImageWithDPI(index, RENDER_DPI, ImageType.GRAY);
        if (!renderer.hasPainted() && hasContent(page)) {
            // what was to be drawn is too damaged to be understood; the page is not empty
            throw new UndecodableException(Reason.CORRUPT);
        }
        return Pixels.of(drawn, RENDER_DPI, notes);
    }

    private static boolean hasContent(PDPage page) {
        long bytes = 0;
        for (Iterator<PDStream> parts = page.getContentStreams(); parts.hasNext(); ) {
            bytes += parts.next().getLength();
        }
        return bytes > SETUP_BYTES;
    }

    /** Keeps no decoded picture: a stack of ten thousand pages needs the memory of one. */
    private static final class NoImageCache extends DefaultResourceCache {
        @Override
        public void put(org.apache.pdfbox.cos.COSObject indirect, PDXObject object) {
            // dropped on purpose
        }
    }
}
