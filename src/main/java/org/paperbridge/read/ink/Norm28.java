package org.paperbridge.read.ink;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings every character to the form the network knows: 28 x 28, largest side 20, centre of mass in the middle.
 *
 * <p>{@code norm28.py} of the training does the same, and a test compares the two pixel by pixel: weights are rounded to
 * 1/4096 and all sums are whole numbers.
 */
public final class Norm28 {

    public static final int SIDE = 28;
    private static final int BODY = 20;
    private static final int ONE = 4096;
    /** Ink value from which a pixel counts for the bounding box. */
    private static final int EDGE = 64;

    private static final Map<Long, int[][]> WEIGHTS = new ConcurrentHashMap<>();
    /** Crops come in a few sizes; beyond this many the table starts afresh. */
    private static final int MOST_WEIGHTS = 20_000;

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
        int[][] across = across(box, weights(box.width(), width));
        int[][] down = weights(box.height(), height);
        int[][] body = new int[height][width];
        int highest = 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                long sum = ONE / 2;
                for (int v = 0; v < across.length; v++) {
                    sum += (long) down[y][v] * across[v][x];
                }
                body[y][x] = (int) Math.clamp(Math.floorDiv(sum, ONE), 0, 255);
                highest = Math.max(highest, body[y][x]);
            }
        }
        for (int[] row : body) {
            for (int x = 0; x < width; x++) {
                row[x] = row[x] * 255 / highest;
            }
        }
        return body;
    }

    private static int[][] across(GreyCrop box, int[][] weights) {
        int[][] out = new int[box.height()][weights.length];
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < weights.length; x++) {
                long sum = ONE / 2;
                for (int u = 0; u < box.width(); u++) {
                    sum += (long) weights[x][u] * box.at(u, y);
                }
                out[y][x] = (int) Math.floorDiv(sum, (long) ONE);
            }
        }
        return out;
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

    private static int[][] weights(int source, int target) {
        if (WEIGHTS.size() > MOST_WEIGHTS) {
            WEIGHTS.clear();
        }
        return WEIGHTS.computeIfAbsent(((long) source << 32) | target, key -> triangle(source, target));
    }

    /** Triangle filter, widened when shrinking; every row of weights sums to ONE. */
    private static int[][] triangle(int source, int target) {
        double scale = (double) source / (double) target;
        double reach = Math.max(scale, 1.0);
        int[][] weights = new int[target][source];
        for (int t = 0; t < target; t++) {
            double centre = (t + 0.5) * scale - 0.5;
            int first = Math.max(0, (int) Math.ceil(centre - reach));
            int last = Math.min(source - 1, (int) Math.floor(centre + reach));
            double total = 0;
            for (int s = first; s <= last; s++) {
                total += Math.max(0.0, 1.0 - Math.abs(s - centre) / reach);
            }
            int sum = 0;
            int largest = first;
            for (int s = first; s <= last; s++) {
                double raw = Math.max(0.0, 1.0 - Math.abs(s - centre) / reach);
                weights[t][s] = (int) Math.floor(raw * ONE / total + 0.5);
                sum += weights[t][s];
                if (weights[t][s] > weights[t][largest]) {
                    largest = s;
                }
            }
            weights[t][largest] += ONE - sum;
        }
        return weights;
    }
}
