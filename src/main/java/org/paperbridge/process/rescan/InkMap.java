package org.paperbridge.process.rescan;

import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.ScanPoint;

/** Where a located scan is dark, on a grid of the page frame. */
final class InkMap {

    /** Fine enough for the thinnest stroke of a pen, 0.3 mm. */
    static final int PER_MM = 4;

    private static final int TAPS = 2;
    /** Codes and corner marks alone are more of a page than this, and black. */
    private static final double PRINT = 0.005;

    private final int width;
    private final int height;
    private final byte[] grey;
    private final int paper;
    private final int ink;

    private InkMap(int width, int height, byte[] grey) {
        this.width = width;
        this.height = height;
        this.grey = grey;
        this.paper = percentile(grey, 0.5);
        this.ink = percentile(grey, PRINT);
    }

    static InkMap of(PageImage image, PageRegistration registration, LayoutPage page) {
        int width = (int) (page.widthMm() * PER_MM);
        int height = (int) (page.heightMm() * PER_MM);
        byte[] grey = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int down = 0; down < TAPS; down++) {
                    for (int across = 0; across < TAPS; across++) {
                        double mmX = (x + (across + 0.5) / TAPS) / PER_MM;
                        double mmY = (y + (down + 0.5) / TAPS) / PER_MM;
                        sum += at(image, registration.toPixels(new PagePoint(mmX, mmY)));
                    }
                }
                grey[y * width + x] = (byte) (sum / (TAPS * TAPS));
            }
        }
        return new InkMap(width, height, grey);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** @param share of the way from the darkest print, 0, to the paper, 1: a washed-out scan has its own black */
    boolean isDarker(int x, int y, double share) {
        return (grey[y * width + x] & 0xff) < ink + (paper - ink) * share;
    }

    /** Outside the scan nothing can be said, so nothing is dark there. */
    private static int at(PageImage image, ScanPoint point) {
        int x = (int) point.x();
        int y = (int) point.y();
        boolean inside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
        return inside ? image.greyAt(x, y) : 255;
    }

    private static int percentile(byte[] grey, double share) {
        int[] histogram = new int[256];
        for (byte each : grey) {
            histogram[each & 0xff]++;
        }
        int seen = 0;
        for (int i = 0; i < histogram.length; i++) {
            seen += histogram[i];
            if (seen >= grey.length * share) {
                return i;
            }
        }
        return 255;
    }
}
