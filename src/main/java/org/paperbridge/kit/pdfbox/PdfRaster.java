package org.paperbridge.kit.pdfbox;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.paperbridge.kit.CheckedPdfWriter.Raster;
import org.paperbridge.kit.GreyPage;

/** Pages as a printer would show them. */
public final class PdfRaster implements Raster {

    private final String password;

    public PdfRaster() {
        this("");
    }

    /** @param password of sealed files; empty for open ones */
    public PdfRaster(String password) {
        this.password = password;
    }

    @Override
    public GreyPage render(Path file, int index, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), password)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(index, dpi, ImageType.GRAY);
            DataBufferByte data = (DataBufferByte) image.getRaster().getDataBuffer();
            return new GreyPage(image.getWidth(), data.getData(), dpi);
        }
    }
}
