package org.paperbridge.read.ink;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Changes the size of a crop with a triangle filter that widens when it shrinks; the same as in {@code norm28.py} of the
 * training. Weights are rounded to 1/4096 and all sums are whole numbers.
 */
public final class Resample {

    private static final int ONE = 4096;
    private static final Map<Long, int[][]> WEIGHTS = new ConcurrentHashMap<>();
    /** Crops come in a few sizes; beyond this many the table starts afresh. */
    private static final int MOST_WEIGHTS = 20_000;

    private Resample() {}

    /** The crop at another size, both at least 1. */
    public static GreyCrop to(GreyCrop crop, int width, int height) {
        int[][] rows = sized(crop, width, height);
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + x] = (byte) rows[y][x];
            }
        }
        return new GreyCrop(width, height, out);
    }

    static int[][] sized(GreyCrop box, int width, int height) {
        int[][] across = across(box, weights(box.width(), width));
        int[][] down = weights(box.height(), height);
        int[][] body = new int[height][width];
        for (int y = 0; y < height; y++) {
            int first = first(y, box.height(), height);
            int last = last(y, box.height(), height);
            for (int x = 0; x < width; x++) {
                long sum = ONE / 2;
                for (int v = first; v <= last; v++) {
                    sum += (long) down[y][v] * across[v][x];
                }
                body[y][x] = (int) Math.clamp(Math.floorDiv(sum, ONE), 0, 255);
            }
        }
        return body;
    }

    private static int[][] across(GreyCrop box, int[][] weights) {
        int[][] out = new int[box.height()][weights.length];
        for (int x = 0; x < weights.length; x++) {
            int first = first(x, box.width(), weights.length);
            int last = last(x, box.width(), weights.length);
            for (int y = 0; y < box.height(); y++) {
                long sum = ONE / 2;
                for (int u = first; u <= last; u++) {
                    sum += (long) weights[x][u] * box.at(u, y);
                }
                out[y][x] = (int) Math.floorDiv(sum, (long) ONE);
            }
        }
        return out;
    }

    private static int[][] weights(int source, int target) {
        if (WEIGHTS.size() > MOST_WEIGHTS) {
            WEIGHTS.clear();
        }
        return WEIGHTS.computeIfAbsent(((long) source << 32) | target, key -> triangle(source, target));
    }

    /** Every row of weights sums to ONE. */
    private static int[][] triangle(int source, int target) {
        double scale = (double) source / (double) target;
        double reach = Math.max(scale, 1.0);
        int[][] weights = new int[target][source];
        for (int t = 0; t < target; t++) {
            double centre = (t + 0.5) * scale - 0.5;
            int first = first(t, source, target);
            int last = last(t, source, target);
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

    private static int first(int t, int source, int target) {
        double scale = (double) source / (double) target;
        return Math.max(0, (int) Math.ceil((t + 0.5) * scale - 0.5 - Math.max(scale, 1.0)));
    }

    private static int last(int t, int source, int target) {
        double scale = (double) source / (double) target;
        return Math.min(source - 1, (int) Math.floor((t + 0.5) * scale - 0.5 + Math.max(scale, 1.0)));
    }
}
