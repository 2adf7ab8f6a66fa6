package org.paperbridge.cli.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many readings would be wrong if the surest were accepted without a person, for every share accepted. Readings of
 * the same confidence are accepted together.
 */
final class CoverageCurve {

    private final List<Reading> readings = new ArrayList<>();

    void add(double confidence, boolean right) {
        readings.add(new Reading(confidence, right));
    }

    int size() {
        return readings.size();
    }

    /** From the surest on, one point for every step of a twentieth at least. */
    List<Point> points() {
        List<Reading> sorted = new ArrayList<>(readings);
        sorted.sort(Comparator.comparingDouble(Reading::confidence).reversed());
        List<Point> points = new ArrayList<>();
        int wrong = 0;
        int next = 1;
        for (int i = 0; i < sorted.size(); i++) {
            wrong += sorted.get(i).right() ? 0 : 1;
            boolean tied = i + 1 < sorted.size()
                    && sorted.get(i + 1).confidence() == sorted.get(i).confidence();
            if (!tied && (i + 1) * 20 >= next * sorted.size()) {
                points.add(new Point(
                        (i + 1.0) / sorted.size(), i + 1, wrong, sorted.get(i).confidence()));
                next = (i + 1) * 20 / sorted.size() + 1;
            }
        }
        return points;
    }

    private record Reading(double confidence, boolean right) {}

    /**
     * One place on the curve.
     *
     * @param share of the readings accepted, 0 to 1
     * @param threshold lowest confidence among them
     */
    record Point(double share, int accepted, int wrong, double threshold) {

        double wrongShare() {
            return (double) wrong / accepted;
        }
    }
}
