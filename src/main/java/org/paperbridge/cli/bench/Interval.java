package org.paperbridge.cli.bench;

/** What a count proves. */
final class Interval {

    private static final double Z = 1.96;

    private Interval() {}

    /** Upper end of the 95 % Wilson interval of a share; 1 when nothing was counted. */
    static double upper95(int hits, int of) {
        if (of == 0) {
            return 1;
        }
        double share = (double) hits / of;
        double centre = share + Z * Z / (2 * of);
        double spread = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        return Math.round(1e5 * (centre + spread) / (1 + Z * Z / of)) / 1e5;
    }
}
