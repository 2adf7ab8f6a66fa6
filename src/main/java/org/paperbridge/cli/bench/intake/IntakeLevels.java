package org.paperbridge.cli.bench.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.simulate.Handling;
import org.paperbridge.simulate.Handling.Look;
import org.paperbridge.simulate.Handling.Pose;
import org.paperbridge.simulate.Mishap;

/** The conditions that intake is measured under: one fault at a time, growing, and two mixtures as they occur. */
final class IntakeLevels {

    /** One level of one series, or a mixture. */
    record Level(String series, String value, Draw draw) {}

    /** How one sheet fares at a level. */
    interface Draw {
        Handling of(LayoutPage page, RandomGenerator random);
    }

    /** Black-and-white scans are thresholded about here. */
    private static final int THRESHOLD = 150;

    private static final int TABLE = 70;
    private static final int LID = 250;

    private IntakeLevels() {}

    static List<Level> series() {
        List<Level> all = new ArrayList<>();
        grow(
                all,
                "turn, °",
                new int[] {0, 90, 180, 270},
                n -> (page, r) -> slight(r).with(pose(r).turned(n / 90)));
        grow(
                all,
                "skew on a glass that holds the sheet, °",
                new int[] {1, 3, 5, 8, 12, 15},
                n -> (page, r) -> slight(r)
                        .with(Pose.STRAIGHT.skewed(r.nextBoolean() ? n : -n).tilted(0, roomFor(page, n), LID)));
        grow(
                all,
                "skew, cut off at the sheet's size, °",
                new int[] {2, 4, 6, 8},
                n -> (page, r) -> slight(r).with(pose(r).skewed(r.nextBoolean() ? n : -n)));
        grow(
                all,
                "scale, %",
                new int[] {94, 97, 103, 106},
                n -> (page, r) -> slight(r).with(pose(r).scaled(n / 100.0)));
        grow(
                all,
                "blur, 0.1 px",
                new int[] {10, 15, 20, 25, 30},
                n -> (page, r) -> slight(r).with(Look.GOOD.blurred(n / 10.0)));
        grow(
                all,
                "noise, grey levels",
                new int[] {5, 10, 15, 25, 40},
                n -> (page, r) -> slight(r).with(Look.GOOD.noisy(n)));
        grow(
                all,
                "contrast, %",
                new int[] {80, 60, 40, 30, 20},
                n -> (page, r) -> slight(r).with(Look.GOOD.washedOut(n / 100.0)));
        grow(
                all,
                "JPEG quality",
                new int[] {80, 50, 30, 20, 10},
                n -> (page, r) -> slight(r).with(Look.GOOD.compressed(n)));
        grow(
                all,
                "resolution, dpi",
                new int[] {600, 300, 200, 150, 100},
                n -> (page, r) -> slight(r).with(pose(r).at(n)));
        grow(
                all,
                "black from grey",
                new int[] {90, 120, 150, 180, 210},
                n -> (page, r) -> slight(r).with(Look.GOOD.bilevel(n)));
        grow(
                all,
                "fax: black from grey, 200 dpi",
                new int[] {120, 150, 180},
                n -> (page, r) ->
                        slight(r).with(pose(r).at(200)).with(Look.GOOD.noisy(8).bilevel(n)));
        grow(all, "coffee on both codes, %", new int[] {10, 20, 30}, n -> (page, r) -> onCodes(page, r, n, false, 2));
        grow(all, "blot on one code, %", new int[] {10, 20, 30, 100}, n -> (page, r) -> onCodes(page, r, n, true, 1));
        grow(all, "blot on both codes, %", new int[] {10, 20, 30}, n -> (page, r) -> onCodes(page, r, n, true, 2));
        grow(all, "scribble on both codes, %", new int[] {5, 10, 20}, n -> (page, r) -> {
            Handling handling = slight(r);
            for (PageBox code : page.codes()) {
                handling = handling.with(new Mishap.Scribble(code, n / 100.0));
            }
            return handling;
        });
        grow(
                all,
                "torn corner, mm",
                new int[] {15, 25, 35, 50},
                n -> (page, r) -> slight(r).with(new Mishap.TornCorner(r.nextInt(4), n)));
        grow(
                all,
                "fold through a code, depth %",
                new int[] {20, 50, 80},
                n -> (page, r) -> slight(r).with(fold(page.codes().get(r.nextInt(2)), n / 100.0, r)));
        grow(all, "staples on codes", new int[] {1, 2}, n -> (page, r) -> {
            Handling handling = slight(r);
            for (PageBox code : page.codes().subList(0, n)) {
                handling = handling.with(staple(code, r));
            }
            return handling;
        });
        grow(
                all,
                "photo: corners moved, % of width",
                new int[] {1, 3, 5, 8},
                n -> (page, r) -> new Handling(
                        pose(r).skewed(spread(r, 5)).tilted(n / 100.0, 0.06 + n / 100.0, TABLE),
                        new Look(0.9, 6, 0.85, 0.35, 0, 85),
                        List.of()));
        return all;
    }

    /** A document scanner in good order, the paper of a ward: what most sheets meet. */
    static Level production() {
        return new Level("production scanner", "", (page, r) -> {
            Pose pose = Pose.STRAIGHT
                    .turned(r.nextInt(20) == 0 ? 2 : 0)
                    .skewed(spread(r, 1.5))
                    .scaled(1 + spread(r, 0.01))
                    .at(r.nextInt(4) == 0 ? 200 : 300);
            Look look = new Look(
                    0.4 + r.nextDouble() * 0.6,
                    2 + r.nextDouble() * 6,
                    0.8 + r.nextDouble() * 0.2,
                    0,
                    r.nextInt(10) == 0 ? THRESHOLD : 0,
                    60 + r.nextInt(31));
            Handling handling = new Handling(pose, look, List.of());
            if (r.nextInt(4) == 0) {
                handling = handling.with(new Mishap.Hole(new PagePoint(7, page.heightMm() / 2 - 40)))
                        .with(new Mishap.Hole(new PagePoint(7, page.heightMm() / 2 + 40)));
            }
            for (PageBox code : page.codes()) {
                handling = r.nextInt(50) == 0 ? handling.with(new Mishap.Stain(code, 0.15)) : handling;
                handling = r.nextInt(50) == 0 ? handling.with(staple(code, r)) : handling;
                handling = r.nextInt(50) == 0 ? handling.with(fold(code, 0.4, r)) : handling;
                handling = r.nextInt(200) == 0 ? handling.with(new Mishap.Scribble(code, 0.05)) : handling;
            }
            return handling;
        });
    }

    /** Everything at once, each code by itself: skew up to 3°, a tenth turned, a tenth at 200 dpi, a tenth bilevel. */
    static Level harsh() {
        return new Level("harsh mix", "", (page, r) -> {
            Pose pose = Pose.STRAIGHT
                    .turned(r.nextInt(10) == 0 ? 1 + r.nextInt(3) : 0)
                    .skewed(spread(r, 3))
                    .at(r.nextInt(10) == 0 ? 200 : 300);
            Look look = new Look(
                    0.6 + r.nextDouble() * 0.9,
                    r.nextDouble() * 15,
                    0.5 + r.nextDouble() * 0.5,
                    0,
                    r.nextInt(10) == 0 ? THRESHOLD : 0,
                    50 + r.nextInt(41));
            Handling handling = new Handling(pose, look, List.of());
            for (PageBox code : page.codes()) {
                handling = r.nextInt(10) == 0 ? handling.with(new Mishap.Stain(code, 0.15)) : handling;
                handling = r.nextInt(20) == 0 ? handling.with(new Mishap.Scribble(code, 0.1)) : handling;
                handling = r.nextInt(20) == 0 ? handling.with(staple(code, r)) : handling;
                handling = r.nextInt(20) == 0 ? handling.with(fold(code, 0.5, r)) : handling;
            }
            return handling;
        });
    }

    private static void grow(List<Level> all, String series, int[] values, IntFunction<Draw> draw) {
        for (int value : values) {
            all.add(new Level(series, Integer.toString(value), draw.apply(value)));
        }
    }

    /** What no scanner is without. */
    private static Handling slight(RandomGenerator random) {
        return Handling.GOOD.with(pose(random));
    }

    private static Pose pose(RandomGenerator random) {
        return Pose.STRAIGHT.skewed(spread(random, 1));
    }

    /** Margin, as a share of the sheet's size, in which a skewed sheet is seen whole. */
    private static double roomFor(LayoutPage page, double degrees) {
        double sin = Math.sin(Math.toRadians(degrees));
        double longest = Math.max(page.widthMm() / page.heightMm(), page.heightMm() / page.widthMm());
        return (Math.cos(Math.toRadians(degrees)) + longest * sin - 1) / 2;
    }

    private static Handling onCodes(LayoutPage page, RandomGenerator random, int percent, boolean hides, int codes) {
        Handling handling = slight(random);
        int first = codes == 1 ? random.nextInt(page.codes().size()) : 0;
        for (PageBox code : page.codes().subList(first, codes == 1 ? first + 1 : codes)) {
            double share = Math.min(0.999, percent / 100.0);
            handling = handling.with(hides ? new Mishap.Blot(code, share) : new Mishap.Stain(code, share));
        }
        return handling;
    }

    private static Mishap fold(PageBox code, double depth, RandomGenerator random) {
        return new Mishap.Fold(within(code, random), random.nextDouble() * 180, depth);
    }

    private static Mishap staple(PageBox code, RandomGenerator random) {
        return new Mishap.Staple(within(code, random), random.nextDouble() * 180);
    }

    private static PagePoint within(PageBox box, RandomGenerator random) {
        return new PagePoint(
                box.left() + box.width() * random.nextDouble(), box.top() + box.height() * random.nextDouble());
    }

    private static double spread(RandomGenerator random, double most) {
        return (random.nextDouble() * 2 - 1) * most;
    }
}
