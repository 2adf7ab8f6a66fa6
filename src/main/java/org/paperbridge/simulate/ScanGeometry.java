package org.paperbridge.simulate;

import java.util.random.RandomGenerator;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.ScanPoint;

/**
 * Where a bad scan puts the page: the truth that registration is measured against.
 *
 * @param width of the scan, px, before quarter turns
 * @param height of the scan, px, before quarter turns
 * @param cos of the skew, over scale and resolution
 * @param sin of the skew, over scale and resolution
 * @param gx perspective along x
 * @param gy perspective along y
 * @param pageWidth px at 300 dpi
 * @param pageHeight px at 300 dpi
 */
public record ScanGeometry(
        int width, int height, double cos, double sin, double gx, double gy, int pageWidth, int pageHeight) {

    private static final double PX_PER_MM = 300 / 25.4;

    static ScanGeometry draw(int pageWidth, int pageHeight, Damage damage, RandomGenerator random) {
        double factor = damage.dpi() / 300.0;
        double angle = Math.toRadians(spread(random, damage.skewDegrees()));
        double scale = (1 + spread(random, damage.scale())) * factor;
        return new ScanGeometry(
                (int) Math.round(pageWidth * factor),
                (int) Math.round(pageHeight * factor),
                Math.cos(angle) / scale,
                Math.sin(angle) / scale,
                spread(random, damage.keystonePx()) / pageWidth / pageHeight,
                spread(random, damage.keystonePx()) / pageWidth / pageHeight,
                pageWidth,
                pageHeight);
    }

    /** Which point of the page, px at 300 dpi, a point of the scan shows. */
    double pageX(double x, double y) {
        double dx = x - width / 2.0;
        double dy = y - height / 2.0;
        return pageWidth / 2.0 + (cos * dx + sin * dy) / (1 + gx * dx + gy * dy);
    }

    double pageY(double x, double y) {
        double dx = x - width / 2.0;
        double dy = y - height / 2.0;
        return pageHeight / 2.0 + (-sin * dx + cos * dy) / (1 + gx * dx + gy * dy);
    }

    /** Where a point of the page lies on the scan; quarter turns are not considered. */
    public ScanPoint toScan(PagePoint mm) {
        double px = mm.x() * PX_PER_MM - pageWidth / 2.0;
        double py = mm.y() * PX_PER_MM - pageHeight / 2.0;
        // (cos dx + sin dy) = px (1 + gx dx + gy dy), likewise for y: linear in dx, dy
        double a = cos - px * gx;
        double b = sin - px * gy;
        double c = -sin - py * gx;
        double d = cos - py * gy;
        double det = a * d - b * c;
        return new ScanPoint(width / 2.0 + (px * d - py * b) / det, height / 2.0 + (py * a - px * c) / det);
    }

    private static double spread(RandomGenerator random, double most) {
        return (random.nextDouble() * 2 - 1) * most;
    }
}
