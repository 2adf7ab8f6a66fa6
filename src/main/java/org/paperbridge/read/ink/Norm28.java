package org.paperbridge.read.ink;

import java.util.Optional;

/**
 * Brings every character to the form the network knows: 28 x 28, largest side 20, centre of mass in the middle.
 *
 * <p>{@code norm28.py} of the training does the same, and a test compares the two pixel by pixel: weights are rounded to
 * 1/4096 and all sums are whole numbers.
 */
public final class Norm28 {

    public static final int SIDE = 28;
    private static final int BODY = 20;
    /** Ink value from which a pixel counts for the bounding box. */
    private static final int EDGE = 64;

    private Norm28() {}

    /** Empty when the map holds no ink. */
    public static Optional<GreyCrop> of(GreyCrop ink) {
        int left = ink.width();
        int top = ink.height();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < ink.height(); y++) {
            for (int x = 0; x < ink.width(); x++) {
                if (ink.at(x, y) >= EDGE) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        if (right < 0) {
            return Optional.empty();
        }
        return Optional.of(centred(body(ink.part(left, top, right - left + 1, bottom - top + 1))));
    }

    private static int[][] body(GreyCrop box) {
        int longest = Math.max(box.width(), box.height());
        int width = Math.max(1, (2 * BODY * box.width() + longest) / (2 * longest));
        int height = Math.max(1, (2 * BODY * box.height() + longest) / (2 * longest));
        int[][] body = Resample.sized(box, width, height);
        int highest = 1;
        for (int[] row : body) {
            for (int value : row) {
                highest = Math.max(highest, value);
            }
        }
        for (int[] row : body) {
            for (int x = 0; x < width; x++) {
                row[x] = row[x] * 255 / highest;
            }
        }
        return body;
    }

    private static GreyCrop centred(int[][] body) {
        int height = body.length;
        int width = body[0].length;
        long mass = 0;
        long across = 0;
        long down = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                mass += body[y][x];
                across += (long) x * body[y][x];
                down += (long) y * body[y][x];
            }
        }
        int left = Math.clamp(toMiddle(across, mass), 0, SIDE - width);
        int top = Math.clamp(toMiddle(down, mass), 0, SIDE - height);
        byte[] out = new byte[SIDE * SIDE];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[(top + y) * SIDE + left + x] = (byte) body[y][x];
            }
        }
        return new GreyCrop(SIDE, SIDE, out);
    }

    /** Offset that brings the centre of mass nearest to 13.5: floor(13.5 - moment / mass + 0.5). */
    private static int toMiddle(long moment, long mass) {
        return (int) Math.floorDiv((SIDE / 2) * mass - moment, mass);
    }
}
