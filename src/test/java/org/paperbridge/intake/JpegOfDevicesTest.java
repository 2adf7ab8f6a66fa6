package org.paperbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.ScanNote;

/** JPEG as phones and copiers write it: turned or mirrored by a note, without its end, with a resolution of fantasy. */
final class JpegOfDevicesTest {

    private static final int WIDTH = 620;
    private static final int HEIGHT = 877;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest(name = "orientation {0}")
    @ValueSource(ints = {1, 3, 6, 8})
    void turnedDotsAreTakenAsTheyLie(int orientation) throws IOException {
        PageImage side = decode(withOrientation(jpeg(), orientation));

        assertThat(side.width()).isEqualTo(WIDTH);
        assertThat(side.greyAt(50, 50)).isLessThan(60);
    }

    @ParameterizedTest(name = "orientation {0}")
    @ValueSource(ints = {2, 4, 5, 7})
    void mirroredDotsArePutRight(int orientation) throws IOException {
        PageImage side = decode(withOrientation(jpeg(), orientation));

        assertThat(side.greyAt(50, 50)).isGreaterThan(140);
        assertThat(side.greyAt(WIDTH - 50, 50)).isLessThan(60);
    }

    @Test
    void aDamagedNoteChangesNothing() throws IOException {
        byte[] sound = withOrientation(jpeg(), 2);
        for (int i = 4; i < 40; i++) {
            byte[] damaged = sound.clone();
            damaged[i] ^= (byte) 0xff;
            try {
                assertThat(decode(damaged).width()).isEqualTo(WIDTH);
            } catch (UndecodableException e) {
                assertThat(e.reason()).isEqualTo(UndecodableException.Reason.CORRUPT);
            }
        }
    }

    /**
     * A JPEG has no checksum: what is decoded into something else without a word cannot be found here, but most damage
     * leaves the decoder with data too much or too little.
     */
    @Test
    void damagedDataIsReadAndSaysSo() throws IOException {
        byte[] sound = Files.readAllBytes(scanned());
        PageImage whole = decode(sound);
        assertThat(whole.notes()).doesNotContain(ScanNote.DAMAGED);
        int changed = 0;
        int noticed = 0;
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] damaged = sound.clone();
            int from = random.nextInt(sound.length / 4, sound.length * 3 / 4);
            for (int i = from; i < from + 200; i++) {
                // no marker begins or goes
                if (damaged[i] != -1 && damaged[i - 1] != -1) {
                    damaged[i] = (byte) random.nextInt(0, 255);
                }
            }
            PageImage side = decode(damaged);
            changed += Arrays.equals(side.grey(), whole.grey()) ? 0 : 1;
            noticed += side.notes().contains(ScanNote.DAMAGED) ? 1 : 0;
        }
        assertThat(changed).isEqualTo(20);
        assertThat(noticed).isGreaterThanOrEqualTo(15);
    }

    @Test
    void withoutItsEndItIsReadAndSaysSo() throws IOException {
        byte[] whole = jpeg();
        PageImage side = decode(Arrays.copyOf(whole, whole.length - 2));

        assertThat(side.notes()).contains(ScanNote.TRUNCATED);
        assertThat(side.grey()).isEqualTo(decode(whole).grey());
    }

    @Test
    void withoutMoreThanItsEndItIsNoPage() throws IOException {
        byte[] whole = jpeg();
        for (int share = 10; share < 100; share += 3) {
            byte[] part = Arrays.copyOf(whole, whole.length * share / 100);
            assertThatThrownBy(() -> decode(part))
                    .as("%d %% of the file", share)
                    .isInstanceOf(UndecodableException.class);
        }
    }

    @ParameterizedTest(name = "{0} dpi")
    @ValueSource(ints = {0, 1, 72, 9600, 65535})
    void whatTheFileSaysOfItsResolutionNeverChangesTheDots(int dpi) throws IOException {
        byte[] content = jpeg();
        // the JFIF part comes first: units, then both densities
        content[13] = 1;
        ByteBuffer.wrap(content).putShort(14, (short) dpi).putShort(16, (short) dpi);
        PageImage side = decode(content);

        assertThat(side.grey()).isEqualTo(decode(jpeg()).grey());
        assertThat(Math.round(side.declaredDpi())).isEqualTo(dpi == 72 ? 72 : 0);
        assertThat(side.notes().contains(ScanNote.NO_RESOLUTION)).isEqualTo(dpi != 72);
    }

    private PageImage decode(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("scan.jpg"), content);
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            return delivered.decode(0);
        }
    }

    /** A black square at the upper left on paper that is nowhere quite the same. */
    /** A page of a scanner as JPEG. */
    private Path scanned() throws IOException {
        BufferedImage scan = ImageIO.read(
                Path.of("test-scans/03-observation-hard/0_scan.png").toFile());
        BufferedImage grey = new BufferedImage(scan.getWidth(), scan.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = grey.createGraphics();
        g.drawImage(scan, 0, 0, null);
        g.dispose();
        Path file = folder.resolve("scanned.jpg");
        ImageIO.write(grey, "jpg", file.toFile());
        return file;
    }

    private static byte[] jpeg() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        SplittableRandom random = new SplittableRandom(3);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.getRaster().setSample(x, y, 0, 180 + random.nextInt(60));
            }
        }
        Graphics2D g = image.createGraphics();
        g.setColor(Color.BLACK);
        g.fillRect(20, 20, 60, 60);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34).putInt(0x45786966).putShort((short) 0);
        exif.putInt(0x4d4d002a).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(exif.array(), 0, exif.position());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
