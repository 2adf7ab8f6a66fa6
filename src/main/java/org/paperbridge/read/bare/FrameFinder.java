package org.paperbridge.read.bare;

import org.paperbridge.read.ink.GreyCrop;

/** Finds printed frame lines in an ink map: long straight runs, near the border or at a regular pitch. */
final class FrameFinder {

    private static final int STROKE_LEVEL = 96;
    /** Share of a line's length that has to be ink in one run. */
    private static final double LINE = 0.6;

    private final GreyCrop ink;
    /** Share of the crop, from each side, in which the frame's outer lines may lie. */
    private final double border;

    FrameFinder(GreyCrop ink, double border) {
        this.ink = ink;
        this.border = border;
    }

    /**
     * Where cells lie, px.
     *
     * @param framed whether lines were found; otherwise the cells just divide the crop evenly
     */
    record Row(double left, double right, double top, double bottom, boolean framed) {}

    /** The row of equal cells. */
    Row row(int cells) {
        double shortest = LINE * (1 - border);
        int top = firstRow(0, 1, (int) (ink.height() * border), shortest);
        int bottom = firstRow(ink.height() - 1, -1, (int) (ink.height() * border), shortest);
        boolean horizontal = top >= 0 && bottom >= 0;
        int from = horizontal ? top : 0;
        int to = horizontal ? bottom + 1 : ink.height();
        double[] lines = columnRuns(from, to);
        int span = Math.max(1, (int) (ink.width() * border));
        double best = 0;
        int bestLeft = 0;
        int bestRight = ink.width() - 1;
        for (int left = 0; left <= span; left++) {
            for (int right = ink.width() - 1; right >= ink.width() - 1 - span; right--) {
                double score = lattice(lines, left, right, cells);
                if (score > best + 1e-9) {
                    best = score;
                    bestLeft = left;
                    bestRight = right;
                }
            }
        }
        boolean framed = best >= LINE && (horizontal || cells > 1);
        return framed ? new Row(bestLeft, bestRight, from, to - 1.0, true) : new Row(0, ink.width(), from, to, false);
    }

    /** Mean strength of the lines at equal distances; the worst one counts as much as all others. */
    private static double lattice(double[] lines, int left, int right, int cells) {
        double pitch = (double) (right - left) / cells;
        int around = Math.max(1, (int) (pitch * 0.04));
        double sum = 0;
        double worst = 1;
        for (int k = 0; k <= cells; k++) {
            int at = (int) Math.round(left + k * pitch);
            double strongest = 0;
            for (int x = Math.max(0, at - around); x <= Math.min(lines.length - 1, at + around); x++) {
                strongest = Math.max(strongest, lines[x] - 0.01 * Math.abs(x - at) / around);
            }
            sum += strongest;
            worst = Math.min(worst, strongest);
        }
        return (sum / (cells + 1) + worst) / 2;
    }

    private int firstRow(int start, int step, int count, double shortest) {
        for (int n = 0; n < count; n++) {
            int y = start + n * step;
            if (longestRun(0, ink.width(), y, true) >= shortest * ink.width()) {
                return y;
            }
        }
        return -1;
    }

    /** How many rows from {@code top} downwards belong to the frame's upper line. */
    int thickness(Row row) {
        int rows = 0;
        int length = (int) (LINE * (row.right() - row.left()));
        for (int y = (int) row.top(); y < ink.height() && longestRun(0, ink.width(), y, true) >= length; y++) {
            rows++;
        }
        return rows;
    }

    private double[] columnRuns(int from, int to) {
        double[] runs = new double[ink.width()];
        for (int x = 0; x < runs.length; x++) {
            runs[x] = (double) longestRun(from, to, x, false) / (to - from);
        }
        return runs;
    }

    private int longestRun(int from, int to, int fixed, boolean across) {
        int longest = 0;
        int run = 0;
        for (int i = from; i < to; i++) {
            boolean dark = (across ? ink.at(i, fixed) : ink.at(fixed, i)) >= STROKE_LEVEL;
            run = dark ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
