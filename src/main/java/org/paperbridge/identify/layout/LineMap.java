package org.paperbridge.identify.layout;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;

/**
 * Where a form prints lines: points along frames and rules with the direction across. Fills and words are left out; tints
 * vanish in a fax and words change with the language.
 */
record LineMap(List<Probe> probes) {

    private static final double STEP_MM = 2.5;
    /** Lighter lines are tints that a threshold takes away. */
    private static final double DARK_ENOUGH = 0.7;

    LineMap {
        probes = List.copyOf(probes);
    }

    /**
     * A point on a printed line.
     *
     * @param upright whether the line runs up and down
     */
    record Probe(PagePoint at, boolean upright) {}

    static LineMap of(LayoutPage page) {
        List<Probe> probes = new ArrayList<>();
        for (Drawing drawing : page.drawings()) {
            switch (drawing) {
                case Drawing.Frame frame -> {
                    if (frame.grey() <= DARK_ENOUGH) {
                        frame(frame.box(), probes);
                    }
                }
                case Drawing.Rule rule -> {
                    if (rule.grey() <= DARK_ENOUGH) {
                        rule(rule.from(), rule.to(), probes);
                    }
                }
                case Drawing.Fill fill -> {}
                case Drawing.Text text -> {}
            }
        }
        return new LineMap(probes.stream().distinct().toList());
    }

    private static void frame(PageBox box, List<Probe> probes) {
        rule(new PagePoint(box.left(), box.top()), new PagePoint(box.right(), box.top()), probes);
        rule(new PagePoint(box.left(), box.bottom()), new PagePoint(box.right(), box.bottom()), probes);
        rule(new PagePoint(box.left(), box.top()), new PagePoint(box.left(), box.bottom()), probes);
        rule(new PagePoint(box.right(), box.top()), new PagePoint(box.right(), box.bottom()), probes);
    }

    /** Slanted strokes are decoration. */
    private static void rule(PagePoint from, PagePoint to, List<Probe> probes) {
        boolean upright = Math.abs(from.x() - to.x()) < 0.01;
        if (!upright && Math.abs(from.y() - to.y()) >= 0.01) {
            return;
        }
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        int steps = Math.max(1, (int) (length / STEP_MM));
        for (int i = 0; i < steps; i++) {
            double share = (i + 0.5) / steps;
            probes.add(new Probe(
                    new PagePoint(
                            round(from.x() + share * (to.x() - from.x())),
                            round(from.y() + share * (to.y() - from.y()))),
                    upright));
        }
    }

    private static double round(double mm) {
        return Math.round(mm * 10) / 10.0;
    }
}
