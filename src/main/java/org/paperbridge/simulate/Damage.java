package org.paperbridge.simulate;

/**
 * How badly a page is copied and scanned.
 *
 * @param quarterTurns clockwise
 * @param skewDegrees at most, either way
 * @param scale at most this far from 1, either way
 * @param keystonePx how far corners move by perspective, px at 300 dpi
 * @param blurPx sigma, px
 * @param noise standard deviation of grey values
 * @param contrast 1 keeps it, less washes out
 * @param dpi of the scan
 */
public record Damage(
        int quarterTurns,
        double skewDegrees,
        double scale,
        double keystonePx,
        double blurPx,
        double noise,
        double contrast,
        int dpi) {

    public static final Damage CLEAN = new Damage(0, 0, 0, 0, 0.3, 1, 1, 300);
    public static final Damage MILD = new Damage(0, 1.5, 0.01, 0, 0.8, 6, 0.9, 300);
    public static final Damage HARD = new Damage(0, 3, 0.03, 10, 1.4, 14, 0.65, 300);
    public static final Damage COARSE = new Damage(0, 2, 0.02, 0, 0.7, 8, 0.9, 200);

    public Damage turned(int quarters) {
        return new Damage(quarters, skewDegrees, scale, keystonePx, blurPx, noise, contrast, dpi);
    }
}
