package org.paperbridge.register;

import java.util.List;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.Orientation;
import org.paperbridge.form.page.PageRegistration.Homography;
import org.paperbridge.form.page.ScanPoint;

/**
 * The affine transform page frame (mm) to scan frame (px) that three finder patterns of a page code give: good to a few
 * millimetres at the far corner, enough to know where to look.
 */
public record FirstGuess(double xx, double xy, double x0, double yx, double yy, double y0) {

    /** A finder pattern's centre lies this many modules from the symbol's edge. */
    private static final double FINDER_CENTRE = 3.5;

    /** @param code where the symbol is printed if it is this one of the page's codes */
    public static FirstGuess of(Orientation seen, PageBox code) {
        double module = code.width() / seen.modules();
        double left = code.left() + FINDER_CENTRE * module;
        double top = code.top() + FINDER_CENTRE * module;
        double span = code.width() - 2 * FINDER_CENTRE * module;
        List<ScanPoint> finders = seen.finders();
        ScanPoint topLeft = finders.get(0);
        ScanPoint topRight = finders.get(1);
        ScanPoint bottomLeft = finders.get(2);
        double xx = (topRight.x() - topLeft.x()) / span;
        double yx = (topRight.y() - topLeft.y()) / span;
        double xy = (bottomLeft.x() - topLeft.x()) / span;
        double yy = (bottomLeft.y() - topLeft.y()) / span;
        return new FirstGuess(xx, xy, topLeft.x() - xx * left - xy * top, yx, yy, topLeft.y() - yx * left - yy * top);
    }

    /** @param page an affine one */
    public static FirstGuess of(Homography page) {
        return new FirstGuess(page.m11(), page.m12(), page.m13(), page.m21(), page.m22(), page.m23());
    }

    public ScanPoint toPixels(PagePoint mm) {
        return new ScanPoint(xx * mm.x() + xy * mm.y() + x0, yx * mm.x() + yy * mm.y() + y0);
    }

    public double pixelsPerMm() {
        return (Math.hypot(xx, yx) + Math.hypot(xy, yy)) / 2;
    }

    /** How far a page of this size would reach beyond the scan, mm: a page code tells not which of the two it is. */
    public double overhangMm(double widthMm, double heightMm, int widthPx, int heightPx) {
        double most = 0;
        for (PagePoint corner : List.of(
                new PagePoint(0, 0),
                new PagePoint(widthMm, 0),
                new PagePoint(0, heightMm),
                new PagePoint(widthMm, heightMm))) {
            ScanPoint at = toPixels(corner);
            most = Math.max(most, Math.max(Math.max(-at.x(), at.x() - widthPx), Math.max(-at.y(), at.y() - heightPx)));
        }
        return most / pixelsPerMm();
    }
}
