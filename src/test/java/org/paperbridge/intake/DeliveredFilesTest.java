package org.paperbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.intake.UndecodableException.Reason;

/** Files as scanners write them, and as they must not be. */
final class DeliveredFilesTest {

    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest(name = "TIFF {0}")
    @CsvSource({"CCITT T.4, true", "CCITT T.6, true", "LZW, false", "Deflate, false", "JPEG, false", "PackBits, false"})
    void everySideOfATiffComesInItsOrder(String compression, boolean bilevel) throws IOException {
        int type = bilevel ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY;
        List<BufferedImage> pictures = List.of(picture(type, 1), picture(type, 2), picture(type, 3));
        // two writers, as scanners differ: one shares its JPEG tables among strips, the other repeats them
        List<ImageWriter> writers = tiffWriters();
        assertThat(writers).hasSizeGreaterThan(1);
        for (int i = 0; i < writers.size(); i++) {
            Path file = folder.resolve("stack" + i + ".tif");
            writeTiff(writers.get(i), file, compression, pictures);

            assertSides(file, 3);
        }
    }

    @ParameterizedTest(name = "a JPEG strip of {0} by {0} pixels in a small page: {1}")
    @CsvSource({"65535, TOO_LARGE", "12000, TOO_LARGE", "5000, CORRUPT"})
    void aStripThatClaimsToBeLargerThanItsPageIsRefusedUnread(int side, Reason reason) throws IOException {
        for (ImageWriter writer : tiffWriters()) {
            Path file = folder.resolve("strip.tif");
            writeTiff(writer, file, "JPEG", List.of(picture(BufferedImage.TYPE_BYTE_GRAY, 1)));
            assertSides(file, 1);
            byte[] bytes = Files.readAllBytes(file);
            for (int at = 0; at + 9 < bytes.length; at++) {
                // the header of a baseline frame: marker, length, eight bits a sample
                if (bytes[at] == (byte) 0xff && bytes[at + 1] == (byte) 0xc0 && bytes[at + 4] == 8) {
                    for (int word = 5; word <= 7; word += 2) {
                        bytes[at + word] = (byte) (side >> 8);
                        bytes[at + word + 1] = (byte) side;
                    }
                }
            }
            Files.write(file, bytes);
            try (DeliveredFile delivered = DeliveredFiles.open(file)) {
                assertThatThrownBy(() -> delivered.decode(0))
                        .isInstanceOfSatisfying(
                                UndecodableException.class,
                                refused -> assertThat(refused.reason()).isEqualTo(reason));
            }
        }
    }

    private static List<ImageWriter> tiffWriters() {
        List<ImageWriter> writers = new ArrayList<>();
        ImageIO.getImageWritersByFormatName("tiff").forEachRemaining(writers::add);
        return writers;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"png", "jpg"})
    void aSinglePictureIsOneSide(String format) throws IOException {
        Path file = folder.resolve("photo." + format);
        ImageIO.write(picture(BufferedImage.TYPE_BYTE_GRAY, 1), format, file.toFile());

        assertSides(file, 1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"jpeg", "lossless"})
    void aPdfOfPicturesGivesThem(String kind) throws IOException {
        Path file = pdf(kind, 3);

        assertSides(file, 3);
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            assertThat(delivered.decode(0).notes()).doesNotContain(ScanNote.RENDERED, ScanNote.JBIG2);
        }
    }

    @Test
    void digitsOfAJbig2PageAreNotToBeTrusted() throws IOException {
        Path file =
                Files.write(folder.resolve("copier.pdf"), Jbig2Page.pdf(picture(BufferedImage.TYPE_BYTE_BINARY, 2)));

        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            PageImage side = delivered.decode(0);
            assertThat(side.notes()).contains(ScanNote.JBIG2);
            assertThat(mark(side)).isEqualTo(2);
        }
    }

    @Test
    void jbig2HiddenInsideAFormIsFoundToo() throws IOException {
        Path file = folder.resolve("compact.pdf");
        try (PDDocument copier =
                        org.apache.pdfbox.Loader.loadPDF(Jbig2Page.pdf(picture(BufferedImage.TYPE_BYTE_BINARY, 2)));
                PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var form = new org.apache.pdfbox.multipdf.LayerUtility(document).importPageAsForm(copier, 0);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(form);
            }
            document.save(file.toFile());
        }
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            PageImage side = delivered.decode(0);
            assertThat(side.notes()).contains(ScanNote.RENDERED, ScanNote.JBIG2);
        }
    }

    @Test
    void aDrawnPageIsRenderedAndSaysSo() throws IOException {
        Path file = folder.resolve("drawn.pdf");
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.addRect(50, 50, 300, 300);
                content.fill();
            }
            document.save(file.toFile());
        }

        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            assertThat(delivered.decode(0).notes()).contains(ScanNote.RENDERED);
            assertThat(delivered.decode(0).width()).isBetween(2478, 2482);
        }
    }

    @Test
    void whatIsNoScanSaysWhy() throws IOException {
        byte[] good = Files.readAllBytes(pdf("jpeg", 2));
        assertRefused(new byte[0], Reason.EMPTY);
        assertRefused("Menu de la cantine".getBytes(StandardCharsets.UTF_8), Reason.NOT_AN_IMAGE);
        assertRefused("%PDF-1.7 and nothing else".getBytes(StandardCharsets.US_ASCII), Reason.CORRUPT);
        assertRefused(new byte[] {'I', 'I', 42, 0, 9, 9, 9, 9}, Reason.CORRUPT);
        assertRefused(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3}, Reason.CORRUPT);
        assertRefused(java.util.Arrays.copyOf(good, 200), Reason.CORRUPT);
    }

    @Test
    void aPdfWithoutPagesSaysSo() throws IOException {
        Path file = folder.resolve("empty.pdf");
        try (PDDocument document = new PDDocument()) {
            document.save(file.toFile());
        }
        assertRefused(Files.readAllBytes(file), Reason.NO_PAGES);
    }

    @Test
    void aPasswordIsAReasonOfItsOwn() throws IOException {
        Path file = folder.resolve("locked.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            document.save(file.toFile());
        }
        assertRefused(Files.readAllBytes(file), Reason.PASSWORD_PROTECTED);
    }

    @Test
    void aPictureThatClaimsToBeAsLargeAsAHouseIsNotDecoded() throws IOException {
        Path file = folder.resolve("bomb.png");
        ImageIO.write(picture(BufferedImage.TYPE_BYTE_GRAY, 1), "png", file.toFile());
        byte[] bomb = Files.readAllBytes(file);
        bomb[16] = 0x0f;
        bomb[20] = 0x0f;
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(bomb, 12, 17);
        java.nio.ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());

        assertRefused(bomb, Reason.TOO_LARGE);
    }

    private void assertRefused(byte[] content, Reason reason) throws IOException {
        Path file = Files.write(folder.resolve("refused"), content);
        assertThatThrownBy(() -> {
                    try (DeliveredFile delivered = DeliveredFiles.open(file)) {
                        delivered.decode(0);
                    }
                })
                .isInstanceOfSatisfying(
                        UndecodableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void assertSides(Path file, int sides) throws IOException {
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            assertThat(delivered.pages()).isEqualTo(sides);
            for (int side = sides; side >= 1; side--) {
                PageImage image = delivered.decode(side - 1);
                assertThat(image.width()).isEqualTo(WIDTH);
                assertThat(image.height()).isEqualTo(HEIGHT);
                assertThat(mark(image)).isEqualTo(side);
            }
        }
    }

    /** As many black squares as the side's number. */
    private static BufferedImage picture(int type, int number) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(Color.BLACK);
        for (int i = 0; i < number; i++) {
            g.fillRect(100 + 200 * i, 300, 100, 100);
        }
        g.dispose();
        return image;
    }

    private static int mark(PageImage image) {
        int count = 0;
        for (int i = 0; i < 3; i++) {
            count += image.greyAt(150 + 200 * i, 350) < 90 ? 1 : 0;
        }
        return count;
    }

    private Path pdf(String kind, int pages) throws IOException {
        Path file = folder.resolve(kind + ".pdf");
        try (PDDocument document = new PDDocument()) {
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                BufferedImage image = picture(BufferedImage.TYPE_BYTE_GRAY, number);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(
                            kind.equals("jpeg")
                                    ? JPEGFactory.createFromImage(document, image, 0.8f, 150)
                                    : LosslessFactory.createFromImage(document, image),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private static void writeTiff(ImageWriter writer, Path file, String compression, List<BufferedImage> images)
            throws IOException {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage image : images) {
                writer.writeToSequence(new IIOImage(image, null, null), param);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }
}
