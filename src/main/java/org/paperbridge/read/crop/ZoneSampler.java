package org.paperbridge.read.crop;

import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.ScanPoint;
import org.paperbridge.read.ink.GreyCrop;

/**
 * Cuts zones out of a scan through its registration, sampling only their pixels.
 *
 * <p>All zones come at {@value #PX_PER_MM} px/mm (305 dpi) whatever the scanner's resolution, so that thresholds in
 * pixels mean the same on every scan. A scan of more than half again that resolution is averaged.
 */
public final class ZoneSampler {

    public static final double PX_PER_MM = 12;

    /** Pixels between two exactly computed places. */
    private static final int SPAN = 32;
    /** Fraction of a place on the scan: whole numbers hold scans of up to 32,000 px. */
    private static final int PLACE_BITS = 16;

    private static final double ONE = 1 << PLACE_BITS;
    /** Fraction of the weights between pixels: products of two still fit a whole number. */
    private static final int WEIGHT_BITS = 11;

    private static final int WEIGHT = 1 << WEIGHT_BITS;

    private final byte[] grey;
    private final int width;
    private final int height;
    private final PageRegistration registration;

    public ZoneSampler(PageImage image, PageRegistration registration) {
        this.grey = image.grey();
        this.width = image.width();
        this.height = image.height();
        this.registration = registration;
    }

    /** The zone of a box; what lies beyond the edge of the scan repeats the edge. */
    public Zone cut(PageBox box) {
        int across = Math.max(1, (int) Math.round(box.width() * PX_PER_MM));
        int down = Math.max(1, (int) Math.round(box.height() * PX_PER_MM));
        int samples = (int) Math.clamp(Math.round(registration.pixelsPerMm(box.centre()) / PX_PER_MM), 1, 4);
        byte[] out = new byte[across * down];
        double step = 1 / (PX_PER_MM * samples);
        int full = samples * samples << WEIGHT_BITS;
        int[] row = new int[across * samples];
        for (int y = 0; y < down; y++) {
            int[] sums = new int[across];
            for (int v = 0; v < samples; v++) {
                sample(box.left() + step / 2, box.top() + (y * samples + v + 0.5) * step, step, row);
                for (int x = 0; x < across; x++) {
                    for (int u = 0; u < samples; u++) {
                        sums[x] += row[x * samples + u];
                    }
                }
            }
            for (int x = 0; x < across; x++) {
                out[y * across + x] = (byte) ((sums[x] + full / 2) / full);
            }
        }
        return new Zone(box, PX_PER_MM, new GreyCrop(across, down, out));
    }

    /**
     * Greys along a line of the page to the right of a place, mm, in parts of 1 / 2^{@value #WEIGHT_BITS}. The places at
     * both ends of every {@value #SPAN} are exact; perspective bends what lies between by less than 0.001 px.
     */
    private void sample(double mmX, double mmY, double step, int[] greys) {
        ScanPoint from = place(mmX, mmY);
        for (int first = 0; first < greys.length; first += SPAN) {
            int count = Math.min(SPAN, greys.length - first);
            ScanPoint to = place(mmX + (first + count) * step, mmY);
            span(from, to, count, first, greys);
            from = to;
        }
    }

    /** In px from the centre of the first pixel. */
    private ScanPoint place(double mmX, double mmY) {
        ScanPoint corner = registration.toPixels(new PagePoint(mmX, mmY));
        return new ScanPoint(corner.x() - 0.5, corner.y() - 0.5);
    }

    private void span(ScanPoint from, ScanPoint to, int count, int first, int[] greys) {
        boolean inside = isInside(from) && isInside(to);
        int x = (int) Math.round(clampedX(from) * ONE);
        int y = (int) Math.round(clampedY(from) * ONE);
        int stepX = (int) Math.round((clampedX(to) - clampedX(from)) * ONE / count);
        int stepY = (int) Math.round((clampedY(to) - clampedY(from)) * ONE / count);
        for (int i = first; i < first + count; i++) {
            int fx = (x >> PLACE_BITS - WEIGHT_BITS) & WEIGHT - 1;
            int fy = (y >> PLACE_BITS - WEIGHT_BITS) & WEIGHT - 1;
            int left = x >> PLACE_BITS;
            int top = y >> PLACE_BITS;
            if (inside) {
                int at = top * width + left;
                greys[i] = between(grey[at], grey[at + 1], grey[at + width], grey[at + width + 1], fx, fy);
            } else {
                greys[i] = atEdge(left, top, fx, fy);
            }
            x += stepX;
            y += stepY;
        }
    }

    /** With a pixel to spare, so that all places between two such are inside as well. */
    private boolean isInside(ScanPoint at) {
        return at.x() >= 1 && at.y() >= 1 && at.x() < width - 2 && at.y() < height - 2;
    }

    /** Far outside it does not matter where: the edge is repeated. */
    private double clampedX(ScanPoint at) {
        return Math.clamp(at.x(), -2.0 * SPAN, width + 2.0 * SPAN);
    }

    private double clampedY(ScanPoint at) {
        return Math.clamp(at.y(), -2.0 * SPAN, height + 2.0 * SPAN);
    }

    private int atEdge(int left, int top, int fx, int fy) {
        int x0 = Math.clamp(left, 0, width - 1);
        int x1 = Math.clamp(left + 1, 0, width - 1);
        int row0 = Math.clamp(top, 0, height - 1) * width;
        int row1 = Math.clamp(top + 1, 0, height - 1) * width;
        return between(grey[row0 + x0], grey[row0 + x1], grey[row1 + x0], grey[row1 + x1], fx, fy);
    }

    private static int between(byte nw, byte ne, byte sw, byte se, int fx, int fy) {
        int upper = (nw & 0xff) * (WEIGHT - fx) + (ne & 0xff) * fx;
        int lower = (sw & 0xff) * (WEIGHT - fx) + (se & 0xff) * fx;
        return (upper * (WEIGHT - fy) + lower * fy) >> WEIGHT_BITS;
    }
}
