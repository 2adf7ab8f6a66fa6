package org.paperbridge.read.ink;

/**
 * Paper and ink of a crop, parted by Otsu's method.
 *
 * @param paper median grey of the light side
 * @param ink median grey of the dark side
 * @param threshold last grey that counts as dark
 */
public record GreyLevels(int paper, int ink, int threshold) {

    public static GreyLevels of(GreyCrop grey) {
        return of(grey.histogram());
    }

    /** @param counts how often each of the 256 values occurs */
    public static GreyLevels of(int[] counts) {
        int threshold = otsu(counts);
        return new GreyLevels(median(counts, threshold + 1, 256), median(counts, 0, threshold + 1), threshold);
    }

    /** Grey levels between paper and ink. */
    public int contrast() {
        return paper - ink;
    }

    private static int otsu(int[] counts) {
        long total = 0;
        long everything = 0;
        for (int level = 0; level < 256; level++) {
            total += counts[level];
            everything += (long) level * counts[level];
        }
        double best = -1;
        int bestLevel = 0;
        long below = 0;
        long belowSum = 0;
        for (int level = 0; level < 255; level++) {
            below += counts[level];
            belowSum += (long) level * counts[level];
            long above = total - below;
            if (below == 0 || above == 0) {
                continue;
            }
            double gap = (double) belowSum / below - (double) (everything - belowSum) / above;
            double between = (double) below * (double) above * gap * gap;
            if (between > best) {
                best = between;
                bestLevel = level;
            }
        }
        return bestLevel;
    }

    private static int median(int[] counts, int first, int end) {
        long total = 0;
        for (int level = first; level < end; level++) {
            total += counts[level];
        }
        long half = (total + 1) / 2;
        long seen = 0;
        for (int level = first; level < end; level++) {
            seen += counts[level];
            if (seen >= half && seen > 0) {
                return level;
            }
        }
        return Math.min(first, 255);
    }
}
