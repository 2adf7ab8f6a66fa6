package org.paperbridge.read.tick;

/**
 * Where a tick box changes its state. Shares are of the area inside the frame.
 *
 * @param emptyBelow less ink than this is dust
 * @param markedFrom more ink than this, far enough across the box, is a mark
 * @param cancelledFrom more ink than this may be a mark that was blacked out
 * @param leastReach share of the box's side that a mark has to span; a dot does not
 * @param dotBelow up to this much ink the reach matters
 */
public record TickThresholds(
        double emptyBelow, double markedFrom, double cancelledFrom, double leastReach, double dotBelow) {

    /**
     * VxSuite came down to 0.05 and 0.07 over years of elections, for boxes it searches in the same way; a 0.3 mm pen
     * stroke across half a 4 mm box covers 0.06. A cross of a 1 mm felt pen covers up to 0.6.
     */
    public static final TickThresholds SHIPPED = new TickThresholds(0.012, 0.04, 0.68, 0.5, 0.15);

    public TickThresholds {
        if (!(emptyBelow > 0 && emptyBelow < markedFrom && markedFrom < cancelledFrom && cancelledFrom < 1)) {
            throw new IllegalArgumentException(
                    "Tick thresholds must rise: " + emptyBelow + ", " + markedFrom + ", " + cancelledFrom);
        }
    }

    /** The state of a box. */
    public Mark judge(TickInk ink) {
        if (ink.fill() < emptyBelow) {
            return Mark.UNMARKED;
        }
        if (ink.fill() >= cancelledFrom) {
            return Mark.CANCELLED;
        }
        boolean dot = ink.fill() < dotBelow && ink.reach() < leastReach;
        return ink.fill() < markedFrom || dot || ink.runsThrough() ? Mark.UNCLEAR : Mark.MARKED;
    }

    /**
     * How sure the state is, 0 to 1: from the distance to the nearest threshold. Set by hand so that only clear cases
     * exceed 0.99; {@code paperbridge bench reading} reports what it is worth.
     */
    public double confidence(TickInk ink) {
        return switch (judge(ink)) {
            case UNMARKED -> 0.9998 - 0.03 * ink.fill() / emptyBelow;
            case MARKED -> {
                double above = Math.min(1, (ink.fill() - markedFrom) / markedFrom);
                double below = Math.min(1, (cancelledFrom - ink.fill()) / 0.1);
                yield 0.96 + 0.0395 * Math.min(above, below);
            }
            case UNCLEAR, CANCELLED -> 0.5;
        };
    }
}
