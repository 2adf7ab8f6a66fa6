package org.paperbridge.read.ink;

import java.util.Arrays;

/**
 * A small 8-bit picture, row by row from the top-left.
 *
 * <p>Either grey as scanned (0 black to 255 white) or ink (0 paper to 255 full ink); the variable's name says which. Not
 * a record because it owns an array that is read in place.
 */
public final class GreyCrop {

    private final int width;
    private final int height;
    private final byte[] values;

    /** @param values {@code width * height} bytes, handed over */
    @SuppressWarnings("ArrayReferenceParameter")
    public GreyCrop(int width, int height, byte[] values) {
        if (width <= 0 || height <= 0 || values.length != width * height) {
            throw new IllegalArgumentException(
                    "A crop of " + width + " x " + height + " px cannot hold " + values.length + " bytes");
        }
        this.width = width;
        this.height = height;
        this.values = values;
    }

    /** A crop of one value everywhere. */
    public static GreyCrop filled(int width, int height, int value) {
        byte[] values = new byte[width * height];
        Arrays.fill(values, (byte) value);
        return new GreyCrop(width, height, values);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int at(int x, int y) {
        return values[y * width + x] & 0xff;
    }

    /** The bytes themselves, not a copy: read only. */
    public byte[] values() {
        return values;
    }

    /** Part of this crop, cut off where it leaves it; throws {@link IllegalArgumentException} when nothing is left. */
    public GreyCrop part(int left, int top, int partWidth, int partHeight) {
        int x0 = Math.max(0, left);
        int y0 = Math.max(0, top);
        int x1 = Math.min(width, left + partWidth);
        int y1 = Math.min(height, top + partHeight);
        if (x1 <= x0 || y1 <= y0) {
            throw new IllegalArgumentException("Nothing of " + left + "," + top + " lies in the crop");
        }
        byte[] part = new byte[(x1 - x0) * (y1 - y0)];
        for (int y = y0; y < y1; y++) {
            System.arraycopy(values, y * width + x0, part, (y - y0) * (x1 - x0), x1 - x0);
        }
        return new GreyCrop(x1 - x0, y1 - y0, part);
    }

    /** How often each of the 256 values occurs. */
    public int[] histogram() {
        // neighbours are often equal: counted apart, they need not wait for each other
        int[] a = new int[256];
        int[] b = new int[256];
        int[] c = new int[256];
        int[] d = new int[256];
        int fours = values.length & ~3;
        for (int i = 0; i < fours; i += 4) {
            a[values[i] & 0xff]++;
            b[values[i + 1] & 0xff]++;
            c[values[i + 2] & 0xff]++;
            d[values[i + 3] & 0xff]++;
        }
        for (int i = fours; i < values.length; i++) {
            a[values[i] & 0xff]++;
        }
        for (int level = 0; level < a.length; level++) {
            a[level] += b[level] + c[level] + d[level];
        }
        return a;
    }

    /** Brightness of the paper: three quarters up the histogram, safe where print and writing fill a third. */
    public int paper() {
        return paper(histogram());
    }

    /** Likewise, of a histogram that is there already. */
    public static int paper(int[] counts) {
        long all = 0;
        for (int count : counts) {
            all += count;
        }
        long wanted = all * 3 / 4;
        long seen = 0;
        for (int level = 0; level < 256; level++) {
            seen += counts[level];
            if (seen >= wanted) {
                return level;
            }
        }
        return 255;
    }
}
