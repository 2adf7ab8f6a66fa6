package org.paperbridge.identify.zxing;

import com.google.zxing.LuminanceSource;
import org.paperbridge.form.page.PageImage;

/** A piece of a scan, and what a decoder may see better in it. */
final class GreyPatch extends LuminanceSource {

    private final byte[] grey;

    private GreyPatch(int width, int height, byte[] grey) {
        super(width, height);
        this.grey = grey;
    }

    static GreyPatch cut(PageImage image, int left, int top, int width, int height) {
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(image.grey(), (top + y) * image.width() + left, grey, y * width, width);
        }
        return new GreyPatch(width, height, grey);
    }

    @Override
    public byte[] getRow(int y, byte[] row) {
        byte[] target = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        System.arraycopy(grey, y * getWidth(), target, 0, getWidth());
        return target;
    }

    @Override
    public byte[] getMatrix() {
        return grey;
    }

    /** Pixels of a square window of {@code size}, averaged: takes out noise and halves the work. */
    GreyPatch shrunk(int size) {
        int width = getWidth() / size;
        int height = getHeight() / size;
        byte[] small = new byte[width * height];
        if (size == 2) {
            halve(small, width, height);
            return new GreyPatch(width, height, small);
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int dy = 0; dy < size; dy++) {
                    for (int dx = 0; dx < size; dx++) {
                        sum += grey[(y * size + dy) * getWidth() + x * size + dx] & 0xff;
                    }
                }
                small[y * width + x] = (byte) (sum / (size * size));
            }
        }
        return new GreyPatch(width, height, small);
    }

    /** The usual case, without loops that cost more than the sums. */
    private void halve(byte[] small, int width, int height) {
        for (int y = 0; y < height; y++) {
            int upper = 2 * y * getWidth();
            int lower = upper + getWidth();
            int to = y * width;
            for (int x = 0; x < width; x++, upper += 2, lower += 2) {
                small[to + x] = (byte) (((grey[upper] & 0xff)
                                + (grey[upper + 1] & 0xff)
                                + (grey[lower] & 0xff)
                                + (grey[lower + 1] & 0xff))
                        >> 2);
            }
        }
    }

    /** Linear enlargement: modules of few pixels get edges a binarizer can find. */
    GreyPatch enlarged(double factor) {
        int width = (int) (getWidth() * factor);
        int height = (int) (getHeight() * factor);
        byte[] large = new byte[width * height];
        for (int y = 0; y < height; y++) {
            double sy = Math.min(y / factor, getHeight() - 1.001);
            int y0 = (int) sy;
            for (int x = 0; x < width; x++) {
                double sx = Math.min(x / factor, getWidth() - 1.001);
                int x0 = (int) sx;
                double top = at(x0, y0) * (1 - sx + x0) + at(x0 + 1, y0) * (sx - x0);
                double bottom = at(x0, y0 + 1) * (1 - sx + x0) + at(x0 + 1, y0 + 1) * (sx - x0);
                large[y * width + x] = (byte) Math.round(top * (1 - sy + y0) + bottom * (sy - y0));
            }
        }
        return new GreyPatch(width, height, large);
    }

    /** Middle value of 3 x 3 neighbours: takes out specks of a bad threshold. */
    GreyPatch median() {
        int width = getWidth();
        byte[] out = grey.clone();
        int[] low = new int[width];
        int[] middle = new int[width];
        int[] high = new int[width];
        for (int y = 1; y < getHeight() - 1; y++) {
            for (int x = 0; x < width; x++) {
                int a = at(x, y - 1);
                int b = at(x, y);
                int c = at(x, y + 1);
                low[x] = Math.min(a, Math.min(b, c));
                high[x] = Math.max(a, Math.max(b, c));
                middle[x] = a + b + c - low[x] - high[x];
            }
            for (int x = 1; x < width - 1; x++) {
                // of sorted columns: the highest low, the middle middle and the lowest high have the median between
                // them
                int highestLow = Math.max(low[x - 1], Math.max(low[x], low[x + 1]));
                int lowestHigh = Math.min(high[x - 1], Math.min(high[x], high[x + 1]));
                int middleMiddle = middleOf(middle[x - 1], middle[x], middle[x + 1]);
                out[y * width + x] = (byte) middleOf(highestLow, middleMiddle, lowestHigh);
            }
        }
        return new GreyPatch(width, getHeight(), out);
    }

    private static int middleOf(int a, int b, int c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private int at(int x, int y) {
        return grey[y * getWidth() + x] & 0xff;
    }
}
