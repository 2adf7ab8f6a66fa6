package org.paperbridge.intake;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.EnumSet;
import java.util.Set;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.intake.UndecodableException.Reason;

/** Decoded pictures to page images. */
public final class Pixels {

    /** A side of A3 at 600 dpi, colour or not; more is no page. */
    public static final long MOST_PIXELS = 7016L * 9921L;

    private Pixels() {}

    /** @throws UndecodableException when no page is that large */
    public static void checkSize(long width, long height) {
        if (width <= 0 || height <= 0) {
            throw new UndecodableException(Reason.CORRUPT);
        }
        if (width * height > MOST_PIXELS) {
            throw new UndecodableException(Reason.TOO_LARGE);
        }
    }

    /** @param dpi 0 when unknown */
    public static PageImage of(BufferedImage image, double dpi, Set<ScanNote> notes) {
        checkSize(image.getWidth(), image.getHeight());
        Set<ScanNote> all = notes.isEmpty() ? EnumSet.noneOf(ScanNote.class) : EnumSet.copyOf(notes);
        if (dpi <= 0) {
            all.add(ScanNote.NO_RESOLUTION);
        }
        if (image.getType() == BufferedImage.TYPE_BYTE_BINARY
                && image.getColorModel().getPixelSize() == 1) {
            all.add(ScanNote.BILEVEL);
        }
        return new PageImage(image.getWidth(), image.getHeight(), grey(image), dpi, all);
    }

    private static byte[] grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY
                && image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getData().length == width * height) {
            return buffer.getData();
        }
        byte[] grey = new byte[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                grey[y * width + x] = (byte) luma(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
            }
        }
        return grey;
    }

    /** Brightness as ITU-R BT.601 has it; all 0 to 255. */
    public static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue) / 1000;
    }
}
