package org.paperbridge.identify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.paperbridge.form.batch.PatchT;
import org.paperbridge.form.page.PageImage;

/**
 * Patch code T at the edges of a scan, by the proportions of its bars: no resolution need be known, and lines that cross
 * the bars askew see them all wider by the same factor.
 */
final class PatchFinder {

    /** Lines across an edge; on A4 they lie 4 mm or less apart. */
    private static final int LINES = 60;
    /** Bars are at least 50 mm long; so many neighbouring lines must agree: 24 mm on the short side of A4. */
    private static final int AGREEING = 8;
    /** Share of the longer side that is looked at from an edge inwards. */
    private static final double REACH = 0.25;
    /** All bars with their gaps, as share of the longer side: 0.068 on A4, more on A5, less on a photo with margins. */
    private static final double LEAST_DEPTH = 0.045;

    private static final double MOST_DEPTH = 0.11;
    /** A bar or gap may differ from its share of the depth by so much of it: toner spreads, thresholds cut. */
    private static final double TOLERANCE = 0.4;
    /** White behind the last bar, in gaps: more than between bars, or it is a longer row of bars. */
    private static final double CLEAR_BEHIND = 1.6;
    /** Neighbouring lines may begin so much later, share of the depth: 15 degrees of skew. */
    private static final double MOST_STEP = 0.06;
    /** Shorter runs are specks, share of the longer side: 0.3 mm on A4. */
    private static final double SPECK = 0.001;
    /** Darker than this share of the paper is a bar. */
    private static final double DARK = 0.6;

    private PatchFinder() {}

    /** On how many of the four edges patch T lies, read inwards. */
    static int countEdges(PageImage image) {
        int threshold = (int) (Blankness.paper(image) * DARK);
        return (int) Stream.of(Edge.values())
                .filter(edge -> hasPatch(image, edge, threshold))
                .count();
    }

    private static boolean hasPatch(PageImage image, Edge edge, int threshold) {
        int along = edge.horizontal() ? image.width() : image.height();
        int agreeing = 0;
        Optional<Patch> before = Optional.empty();
        for (int i = 1; i < LINES; i++) {
            Optional<Patch> now = find(runs(image, edge, along * i / LINES, threshold), longer(image));
            boolean goesOn = now.isPresent()
                    && before.filter(b -> Math.abs(b.start() - now.get().start())
                                    < Math.max(3, MOST_STEP * b.depth() * along / LINES / 3))
                            .isPresent();
            agreeing = now.isEmpty() ? 0 : goesOn ? agreeing + 1 : 1;
            if (agreeing >= AGREEING) {
                return true;
            }
            before = now;
        }
        return false;
    }

    /** Runs from the edge inwards, the first one light, then dark and light in turn; px. */
    private static List<Integer> runs(PageImage image, Edge edge, int at, int threshold) {
        int reach = (int) (REACH * longer(image));
        int speck = Math.max(1, (int) (SPECK * longer(image)));
        int depth = Math.min(reach, edge.horizontal() ? image.height() : image.width());
        List<Integer> runs = new ArrayList<>(List.of(0));
        boolean dark = false;
        int pending = 0;
        for (int i = 0; i < depth; i++) {
            int last = runs.size() - 1;
            if (edge.grey(image, at, i) < threshold == dark) {
                runs.set(last, runs.get(last) + 1 + pending);
                pending = 0;
            } else if (++pending > speck) {
                runs.add(pending);
                dark = !dark;
                pending = 0;
            }
        }
        return runs;
    }

    private static Optional<Patch> find(List<Integer> runs, int longer) {
        int start = 0;
        for (int first = 1; first + 7 < runs.size(); first += 2) {
            start += runs.get(first - 1);
            int depth = runs.subList(first, first + 7).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (depth >= LEAST_DEPTH * longer
                    && depth <= MOST_DEPTH * longer
                    && runs.get(first - 1) >= depth * share(PatchT.GAP_MM) * (1 - TOLERANCE)
                    && fits(runs.subList(first, first + 8), depth)) {
                return Optional.of(new Patch(start, depth));
            }
            start += runs.get(first);
        }
        return Optional.empty();
    }

    /** @param runs bar, gap, bar, gap, bar, gap, bar, and the white behind */
    private static boolean fits(List<Integer> runs, int depth) {
        for (int i = 0; i < 7; i++) {
            double share = share(i % 2 == 0 ? PatchT.BARS_MM.get(i / 2) : PatchT.GAP_MM);
            if (Math.abs(runs.get(i) - share * depth) > TOLERANCE * share * depth) {
                return false;
            }
        }
        return runs.get(7) >= depth * share(PatchT.GAP_MM) * CLEAR_BEHIND;
    }

    private static double share(double mm) {
        return mm / PatchT.DEPTH_MM;
    }

    private static int longer(PageImage image) {
        return Math.max(image.width(), image.height());
    }

    /**
     * Where the bars lie on one line.
     *
     * @param start of the outermost bar, px from the edge
     * @param depth of all bars with their gaps, px
     */
    private record Patch(int start, int depth) {}

    private enum Edge {
        TOP,
        BOTTOM,
        LEFT,
        RIGHT;

        boolean horizontal() {
            return this == TOP || this == BOTTOM;
        }

        /**
         * @param at along the edge, px
         * @param depth from the edge inwards, px
         */
        int grey(PageImage image, int at, int depth) {
            return switch (this) {
                case TOP -> image.greyAt(at, depth);
                case BOTTOM -> image.greyAt(at, image.height() - 1 - depth);
                case LEFT -> image.greyAt(depth, at);
                case RIGHT -> image.greyAt(image.width() - 1 - depth, at);
            };
        }
    }
}
