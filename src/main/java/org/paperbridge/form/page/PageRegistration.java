package org.paperbridge.form.page;

import org.paperbridge.form.layout.PagePoint;

/**
 * Where the printed page lies on one scan: the homography from page frame (mm) to scan frame (px).
 *
 * @param h row by row, h33 = 1
 * @param residualMm largest disagreement between any fiducial and the transform, mm
 * @param rotationDegrees clockwise turn of the page on the scan, 0 to 360, rounded to a tenth
 * @param fiducials how many were found
 */
public record PageRegistration(Homography h, double residualMm, double rotationDegrees, int fiducials) {

    /** Coefficients of x' = (m11 x + m12 y + m13) / (m31 x + m32 y + 1), likewise y' with m2x. */
    public record Homography(
            double m11, double m12, double m13, double m21, double m22, double m23, double m31, double m32) {}

    public ScanPoint toPixels(PagePoint mm) {
        double w = h.m31() * mm.x() + h.m32() * mm.y() + 1;
        return new ScanPoint(
                (h.m11() * mm.x() + h.m12() * mm.y() + h.m13()) / w,
                (h.m21() * mm.x() + h.m22() * mm.y() + h.m23()) / w);
    }

    /** The same page on a part of the scan whose top-left corner lies there, px. */
    public PageRegistration seenFrom(double left, double top) {
        Homography moved = new Homography(
                h.m11() - left * h.m31(),
                h.m12() - left * h.m32(),
                h.m13() - left,
                h.m21() - top * h.m31(),
                h.m22() - top * h.m32(),
                h.m23() - top,
                h.m31(),
                h.m32());
        return new PageRegistration(moved, residualMm, rotationDegrees, fiducials);
    }

    /** Pixels per millimetre near a point of the page; 11.8 at 300 dpi. */
    public double pixelsPerMm(PagePoint near) {
        ScanPoint a = toPixels(near);
        ScanPoint b = toPixels(new PagePoint(near.x() + 1, near.y()));
        return Math.hypot(b.x() - a.x(), b.y() - a.y());
    }
}
