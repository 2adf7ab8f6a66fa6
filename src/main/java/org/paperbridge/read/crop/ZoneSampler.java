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

    private final PageImage image;
    private final PageRegistration registration;

    public ZoneSampler(PageImage image, PageRegistration registration) {
        this.image = image;
        this.registration = registration;
    }

    /** The zone of a box; what lies beyond the edge of the scan repeats the edge. */
    public Zone cut(PageBox box) {
        int width = Math.max(1, (int) Math.round(box.width() * PX_PER_MM));
        int height = Math.max(1, (int) Math.round(box.height() * PX_PER_MM));
        int samples = (int) Math.clamp(Math.round(registration.pixelsPerMm(box.centre()) / PX_PER_MM), 1, 4);
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + x] = (byte) average(box, x, y, samples);
            }
        }
        return new Zone(box, PX_PER_MM, new GreyCrop(width, height, out));
    }

    private int average(PageBox box, int x, int y, int samples) {
        double sum = 0;
        for (int v = 0; v < samples; v++) {
            for (int u = 0; u < samples; u++) {
                double mmX = box.left() + (x + (u + 0.5) / samples) / PX_PER_MM;
                double mmY = box.top() + (y + (v + 0.5) / samples) / PX_PER_MM;
                ScanPoint at = registration.toPixels(new PagePoint(mmX, mmY));
                sum += bilinear(at.x() - 0.5, at.y() - 0.5);
            }
        }
        return (int) Math.round(sum / (samples * samples));
    }

    private double bilinear(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double fx = x - left;
        double fy = y - top;
        double upper = clamped(left, top) * (1 - fx) + clamped(left + 1, top) * fx;
        double lower = clamped(left, top + 1) * (1 - fx) + clamped(left + 1, top + 1) * fx;
        return upper * (1 - fy) + lower * fy;
    }

    private int clamped(int x, int y) {
        return image.greyAt(Math.clamp(x, 0, image.width() - 1), Math.clamp(y, 0, image.height() - 1));
    }
}
