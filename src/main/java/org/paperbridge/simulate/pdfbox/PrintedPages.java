package org.paperbridge.simulate.pdfbox;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages of a printed PDF as they come out of the printer, at 300 dpi. */
public final class PrintedPages implements Closeable {

    private static final int DPI = 300;

    private final PDDocument document;

    public PrintedPages(Path pdf) throws IOException {
        document = Loader.loadPDF(pdf.toFile());
    }

    public int count() {
        return document.getNumberOfPages();
    }

    /** @param index from 0 */
    public BufferedImage page(int index) throws IOException {
        return new PDFRenderer(document).renderImageWithDPI(index, DPI, ImageType.GRAY);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
