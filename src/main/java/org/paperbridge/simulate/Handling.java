package org.paperbridge.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * What happened to one sheet between the printer and the scan file.
 *
 * @param pose how it lay
 * @param look how it was seen
 * @param mishaps what had befallen it before
 */
public record Handling(Pose pose, Look look, List<Mishap> mishaps) {

    /** A good flatbed. */
    public static final Handling GOOD = new Handling(Pose.STRAIGHT, Look.GOOD, List.of());

    public Handling {
        mishaps = List.copyOf(mishaps);
    }

    public Handling with(Pose other) {
        return new Handling(other, look, mishaps);
    }

    public Handling with(Look other) {
        return new Handling(pose, other, mishaps);
    }

    public Handling with(Mishap more) {
        List<Mishap> all = new ArrayList<>(mishaps);
        all.add(more);
        return new Handling(pose, look, all);
    }

    /**
     * How a sheet lay on the glass, or before the camera.
     *
     * @param quarterTurns clockwise
     * @param skewDegrees clockwise
     * @param scale 1 as printed
     * @param perspective each corner moves by at most this share of the sheet's width
     * @param margin seen around the sheet, share of its size
     * @param background grey of what lies behind it
     * @param dpi of the scan
     */
    public record Pose(
            int quarterTurns,
            double skewDegrees,
            double scale,
            double perspective,
            double margin,
            int background,
            int dpi) {

        private static final int LID = 250;

        public static final Pose STRAIGHT = new Pose(0, 0, 1, 0, 0, LID, 300);

        public Pose turned(int quarters) {
            return new Pose(quarters, skewDegrees, scale, perspective, margin, background, dpi);
        }

        public Pose skewed(double degrees) {
            return new Pose(quarterTurns, degrees, scale, perspective, margin, background, dpi);
        }

        public Pose scaled(double factor) {
            return new Pose(quarterTurns, skewDegrees, factor, perspective, margin, background, dpi);
        }

        public Pose tilted(double share, double around, int behind) {
            return new Pose(quarterTurns, skewDegrees, scale, share, around, behind, dpi);
        }

        public Pose at(int resolution) {
            return new Pose(quarterTurns, skewDegrees, scale, perspective, margin, background, resolution);
        }
    }

    /**
     * What optics, sensor and file made of it.
     *
     * @param blurPx sigma, px at 300 dpi
     * @param noise standard deviation of grey values
     * @param contrast 1 keeps it, less washes out
     * @param shade how much darker the far side is lit, 0 to 1
     * @param threshold grey from which a dot is white in a black-and-white file; 0 keeps the greys
     * @param jpegQuality 1 to 100
     */
    public record Look(double blurPx, double noise, double contrast, double shade, int threshold, int jpegQuality) {

        public static final Look GOOD = new Look(0.5, 3, 0.95, 0, 0, 80);

        public Look blurred(double sigma) {
            return new Look(sigma, noise, contrast, shade, threshold, jpegQuality);
        }

        public Look noisy(double deviation) {
            return new Look(blurPx, deviation, contrast, shade, threshold, jpegQuality);
        }

        public Look washedOut(double share) {
            return new Look(blurPx, noise, share, shade, threshold, jpegQuality);
        }

        public Look shaded(double share) {
            return new Look(blurPx, noise, contrast, share, threshold, jpegQuality);
        }

        public Look bilevel(int from) {
            return new Look(blurPx, noise, contrast, shade, from, jpegQuality);
        }

        public Look compressed(int quality) {
            return new Look(blurPx, noise, contrast, shade, threshold, quality);
        }
    }
}
