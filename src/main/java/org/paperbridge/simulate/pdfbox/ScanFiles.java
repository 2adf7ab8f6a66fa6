package org.paperbridge.simulate.pdfbox;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** What scanners deliver: PDF with one picture a page, multi-page TIFF. */
public final class ScanFiles {

    private static final float JPEG_QUALITY = 0.6f;
    private static final float POINTS_PER_INCH = 72;

    private ScanFiles() {}

    /** Grey pages as JPEG, black-and-white ones as CCITT G4. */
    public static void writePdf(Path file, List<BufferedImage> scans, int dpi) throws IOException {
        try (PDDocument document = document(scans, dpi)) {
            document.save(file.toFile());
        }
    }

    public static void writeProtectedPdf(Path file, List<BufferedImage> scans, int dpi) throws IOException {
        try (PDDocument document = document(scans, dpi)) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
    }

    private static PDDocument document(List<BufferedImage> scans, int dpi) throws IOException {
        PDDocument document = new PDDocument();
        for (BufferedImage scan : scans) {
            float width = scan.getWidth() * POINTS_PER_INCH / dpi;
            float height = scan.getHeight() * POINTS_PER_INCH / dpi;
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            PDImageXObject image = scan.getType() == BufferedImage.TYPE_BYTE_BINARY
                    ? CCITTFactory.createFromImage(document, scan)
                    : JPEGFactory.createFromImage(document, scan, JPEG_QUALITY);
            try (PDPageContentStream out = new PDPageContentStream(document, page)) {
                out.drawImage(image, 0, 0, width, height);
            }
        }
        return document;
    }

    /** @param compression as Java's TIFF writer names it, e.g. {@code CCITT T.6}, {@code LZW}, {@code Deflate} */
    public static void writeTiff(Path file, List<BufferedImage> scans, String compression) throws IOException {
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
            for (BufferedImage scan : scans) {
                writer.writeToSequence(new IIOImage(scan, null, null), parameters);
            }
            writer.endWriteSequence();
            out.flush();
        } finally {
            writer.dispose();
        }
    }
}
