package org.paperbridge.read.crop;

import org.paperbridge.form.layout.PageBox;
import org.paperbridge.read.ink.GreyCrop;

/**
 * A rectangle of the page, cut out of the scan upright and at a known scale.
 *
 * @param box where on the page, mm
 * @param pxPerMm scale of the cut-out
 * @param grey the pixels, 0 black to 255 white
 */
public record Zone(PageBox box, double pxPerMm, GreyCrop grey) {

    /** Column of a place on the page, px, not rounded. */
    public double column(double xMm) {
        return (xMm - box.left()) * pxPerMm;
    }

    /** Row of a place on the page, px, not rounded. */
    public double row(double yMm) {
        return (yMm - box.top()) * pxPerMm;
    }

    public int pixels(double mm) {
        return (int) Math.round(mm * pxPerMm);
    }
}
