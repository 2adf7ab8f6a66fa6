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

    @Override
    public GreyPage render(Path file, int index, int dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(index, dpi, ImageType.GRAY);
            DataBufferByte data = (DataBufferByte) image.getRaster().getDataBuffer();
            return new GreyPage(image.getWidth(), data.getData(), dpi);
        }
    }
}
