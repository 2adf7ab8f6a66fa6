package org.paperbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.intake.UndecodableException.Reason;
import org.paperbridge.simulate.openjpeg.Jp2Files;

/** JPEG 2000 as a file, as a bare code stream and inside PDF. */
final class Jpeg2000Test {

    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1754;
    private static final int DPI = 150;
    private static final int MARK = 350;
    private static final int SIZE_MARKER = 0xff51;
    private static final int CODING_MARKER = 0xff52;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest(name = "type {0}")
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR})
    void aFileIsOneSideWithTheResolutionItStates(int type) throws IOException {
        PageImage side = only(Jp2Files.write(picture(type), DPI));

        assertPicture(side, type);
        assertThat(side.declaredDpi()).isBetween(DPI - 0.1, DPI + 0.1);
        assertThat(side.notes()).isEmpty();
    }

    @Test
    void aBareCodeStreamStatesNoResolution() throws IOException {
        PageImage side = only(Jp2Files.codeStream(Jp2Files.write(picture(BufferedImage.TYPE_BYTE_GRAY), 0)));

        assertPicture(side, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(side.notes()).containsExactly(ScanNote.NO_RESOLUTION);
    }

    @ParameterizedTest(name = "full page {0}")
    @ValueSource(booleans = {true, false})
    void aPdfGivesItWhetherItFillsThePageOrNot(boolean full) throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_3BYTE_BGR}) {
            Path file = pdf(Jp2Files.write(picture(type), 0), type == BufferedImage.TYPE_BYTE_GRAY, full);
            try (DeliveredFile delivered = DeliveredFiles.open(file)) {
                PageImage side = delivered.decode(0);
                if (full) {
                    assertPicture(side, type);
                    assertThat(side.declaredDpi()).isBetween(149.0, 151.0);
                    assertThat(side.notes()).isEmpty();
                } else {
                    assertThat(side.notes()).contains(ScanNote.RENDERED);
                    // half as large, in the lower left quarter
                    int x = side.width() * MARK / WIDTH / 2;
                    int y = side.height() / 2 + side.height() * MARK / HEIGHT / 2;
                    assertThat(side.greyAt(x, y)).isLessThan(90);
                    assertThat(side.greyAt(x * 2, y)).isGreaterThan(240);
                }
            }
        }
    }

    @Test
    void whatIsCutOffIsNoPageWhereverTheCutIs() throws IOException {
        byte[] whole = Jp2Files.write(picture(BufferedImage.TYPE_BYTE_GRAY), DPI);
        for (int share = 1; share < 100; share++) {
            byte[] part = Arrays.copyOf(whole, whole.length * share / 100);
            assertThatThrownBy(() -> only(part))
                    .as("%d %% of the file", share)
                    .isInstanceOf(UndecodableException.class);
        }
    }

    @Test
    void onlyItsOwnPageIsLost() throws IOException {
        byte[] sound = Jp2Files.write(picture(BufferedImage.TYPE_BYTE_GRAY), 0);
        Path file = folder.resolve("two.pdf");
        try (PDDocument document = new PDDocument()) {
            add(document, Arrays.copyOf(sound, sound.length / 2), PDDeviceGray.INSTANCE, true);
            add(document, sound, PDDeviceGray.INSTANCE, true);
            document.save(file.toFile());
        }
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            assertThatThrownBy(() -> delivered.decode(0)).hasMessage("truncated");
            assertPicture(delivered.decode(1), BufferedImage.TYPE_BYTE_GRAY);
        }
    }

    @Test
    void whatAsksForTooMuchMemoryIsRefusedBeforeItIsDecoded() throws IOException {
        byte[] sound = Jp2Files.write(picture(BufferedImage.TYPE_BYTE_GRAY), DPI);
        int size = find(sound, SIZE_MARKER);
        int coding = find(sound, CODING_MARKER);

        // 60,000 px wide and high
        assertRefused(changed(sound, size + 6, 4, 60_000, size + 10, 4, 60_000), Reason.TOO_LARGE);
        // tiles of 8 px
        assertRefused(changed(sound, size + 22, 4, 8, size + 26, 4, 8), Reason.TOO_LARGE);
        // 65,535 layers
        assertRefused(changed(sound, coding + 6, 2, 0xffff, coding + 6, 2, 0xffff), Reason.TOO_LARGE);
        // blocks of 4 px
        assertRefused(changed(sound, coding + 10, 1, 0, coding + 11, 1, 0), Reason.TOO_LARGE);
        // 16,384 components
        assertRefused(changed(sound, size + 38, 2, 16_384, size + 38, 2, 16_384), Reason.JPEG_2000);
    }

    @Test
    void whatExceedsA4At600DpiIsDecodedAtHalfSize() throws IOException {
        BufferedImage a3 = new BufferedImage(6000, 8000, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = a3.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 6000, 8000);
        g.setColor(Color.BLACK);
        g.fillRect(1000, 2000, 1000, 1000);
        g.dispose();

        PageImage side = only(Jp2Files.write(a3, 600));

        assertThat(side.width()).isEqualTo(3000);
        assertThat(side.declaredDpi()).isBetween(299.9, 300.1);
        assertThat(side.greyAt(750, 1250)).isLessThan(30);
        assertThat(side.greyAt(1500, 1250)).isGreaterThan(225);
    }

    private static byte[] changed(byte[] sound, int at, int bytes, int value, int also, int alsoBytes, int other) {
        byte[] out = sound.clone();
        for (int i = 0; i < bytes; i++) {
            out[at + i] = (byte) (value >> 8 * (bytes - 1 - i));
        }
        for (int i = 0; i < alsoBytes; i++) {
            out[also + i] = (byte) (other >> 8 * (alsoBytes - 1 - i));
        }
        return out;
    }

    private static int find(byte[] content, int marker) {
        ByteBuffer in = ByteBuffer.wrap(content);
        for (int i = 0; i + 2 <= content.length; i++) {
            if (Short.toUnsignedInt(in.getShort(i)) == marker) {
                return i;
            }
        }
        throw new AssertionError("no marker " + Integer.toHexString(marker));
    }

    private void assertRefused(byte[] content, Reason reason) {
        assertThatThrownBy(() -> only(content))
                .isInstanceOfSatisfying(
                        UndecodableException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private PageImage only(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("scan"), content);
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            assertThat(delivered.pages()).isEqualTo(1);
            return delivered.decode(0);
        }
    }

    private Path pdf(byte[] picture, boolean grey, boolean full) throws IOException {
        Path file = folder.resolve("jpx.pdf");
        try (PDDocument document = new PDDocument()) {
            add(document, picture, grey ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE, full);
            document.save(file.toFile());
        }
        return file;
    }

    private static void add(PDDocument document, byte[] picture, PDColorSpace colours, boolean full)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDImageXObject image = new PDImageXObject(
                document, new ByteArrayInputStream(picture), COSName.JPX_DECODE, WIDTH, HEIGHT, 8, colours);
        float share = full ? 1 : 0.5f;
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, share * PDRectangle.A4.getWidth(), share * PDRectangle.A4.getHeight());
        }
    }

    private static void assertPicture(PageImage side, int type) {
        assertThat(side.width()).isEqualTo(WIDTH);
        assertThat(side.height()).isEqualTo(HEIGHT);
        assertThat(side.greyAt(MARK, MARK)).isLessThan(20);
        assertThat(side.greyAt(MARK + 300, MARK)).isGreaterThan(235);
        boolean colour = type == BufferedImage.TYPE_3BYTE_BGR;
        // pure red is dark, pure green bright
        assertThat(side.greyAt(MARK, MARK + 600)).isBetween(colour ? 60 : 50, colour ? 90 : 150);
        assertThat(side.greyAt(MARK + 300, MARK + 600)).isBetween(colour ? 120 : 100, colour ? 160 : 220);
    }

    /** A black square, a red one and a green one. */
    private static BufferedImage picture(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(Color.BLACK);
        g.fillRect(MARK - 50, MARK - 50, 100, 100);
        g.setColor(Color.RED);
        g.fillRect(MARK - 50, MARK + 550, 100, 100);
        g.setColor(Color.GREEN);
        g.fillRect(MARK + 250, MARK + 550, 100, 100);
        g.dispose();
        return image;
    }
}
