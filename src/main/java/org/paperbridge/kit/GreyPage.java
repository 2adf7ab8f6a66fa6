package org.paperbridge.kit;

import org.paperbridge.form.layout.PageBox;

/** A printed page as a picture: grey values from 0 (black) to 255 (white), row by row. */
public final class GreyPage {

    private static final double MM_PER_INCH = 25.4;

    private final int width;
    private final byte[] grey;
    private final int dpi;

    /** @param grey of all rows; not copied, so do not write to it any more */
    public GreyPage(int width, byte[] grey, int dpi) {
        this.width = width;
        this.grey = grey;
        this.dpi = dpi;
    }

    public int width() {
        return width;
    }

    public int height() {
        return grey.length / width;
    }

    /** White outside of the page. */
    public int at(int x, int y) {
        return x < 0 || y < 0 || x >= width || y >= height() ? 255 : grey[y * width + x] & 0xff;
    }

    /** Pixels of a length on paper, rounded. */
    public int pixels(double mm) {
        return (int) Math.round(mm / MM_PER_INCH * dpi);
    }

    /** Share of pixels darker than middle grey in a box of the page frame, 0 to 1. */
    public double darkness(PageBox box) {
        int dark = 0;
        int all = 0;
        for (int y = pixels(box.top()); y < pixels(box.bottom()); y++) {
            for (int x = pixels(box.left()); x < pixels(box.right()); x++) {
                dark += at(x, y) < 128 ? 1 : 0;
                all++;
            }
        }
        return all == 0 ? 0 : (double) dark / all;
    }
}
