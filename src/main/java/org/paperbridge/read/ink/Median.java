package org.paperbridge.read.ink;

import java.util.Arrays;

/** Medians of many short rows of grey values, counted instead of sorted. Reused; for one thread at a time. */
public final class Median {

    private final int[] counts = new int[256];
    private int seen;

    public void clear() {
        Arrays.fill(counts, 0);
        seen = 0;
    }

    /** @param value 0 to 255 */
    public void add(int value) {
        counts[value]++;
        seen++;
    }

    /** The upper of the two middle values when their number is even. */
    public int value() {
        if (seen == 0) {
            throw new IllegalStateException("The median of nothing");
        }
        // paper is light: counting from the light end ends early
        int wanted = seen - seen / 2;
        int level = 256;
        for (int counted = 0; counted < wanted; counted += counts[level]) {
            level--;
        }
        return level;
    }
}
