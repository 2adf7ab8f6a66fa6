package org.paperbridge.read.character;

import java.util.List;

/**
 * How often the likeliest class is wrong, as a function of how far it is ahead: straight lines between points, log odds
 * against log odds, level outside them.
 *
 * @param points log odds rising, errors falling
 */
public record ErrorCurve(List<Point> points) {

    public ErrorCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("An error curve needs a point");
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).logOdds() <= points.get(i - 1).logOdds()
                    || points.get(i).wrong() > points.get(i - 1).wrong()) {
                throw new IllegalArgumentException("An error curve falls from point to point, not at " + points.get(i));
            }
        }
    }

    /**
     * @param logOdds natural logarithm of the share of the likeliest class over that of all others
     * @param wrong probability that the likeliest class is not what was written, above 0 and below 1
     */
    public record Point(double logOdds, double wrong) {

        public Point {
            if (!(wrong > 0 && wrong < 1)) {
                throw new IllegalArgumentException("Not a probability of error: " + wrong);
            }
        }

        private double height() {
            return Math.log(wrong / (1 - wrong));
        }
    }

    /** Probability of error at {@code logOdds}; infinite where nothing else has any share. */
    public double wrongAt(double logOdds) {
        if (!(logOdds > points.getFirst().logOdds())) {
            return points.getFirst().wrong();
        }
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            if (logOdds <= to.logOdds()) {
                double part = (logOdds - from.logOdds()) / (to.logOdds() - from.logOdds());
                return 1 / (1 + Math.exp(-(from.height() + part * (to.height() - from.height()))));
            }
        }
        return points.getLast().wrong();
    }
}
