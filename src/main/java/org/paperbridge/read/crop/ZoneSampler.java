package org.paperbridge.read.crop;

import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.PageRegistration.Homography;
import org.paperbridge.read.ink.GreyCrop;

/**
 * Cuts zones out of a scan through its registration, sampling only their pixels.
 *
 * <p>All zones come at {@value #PX_PER_MM} px/mm (305 dpi) whatever the scanner's resolution, so that thresholds in
 * pixels mean the same on every scan. A scan of more than half again that resolution is averaged.
 */
public final class ZoneSampler {

    public static final double PX_PER_MM = 12;

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
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                double sum = 0;
                for (int v = 0; v < samples; v++) {
                    double mmY = box.top() + (y + (v + 0.5) / samples) / PX_PER_MM;
                    for (int u = 0; u < samples; u++) {
                        sum += at(box.left() + (x + (u + 0.5) / samples) / PX_PER_MM, mmY);
                    }
                }
                out[y * across + x] = (byte) Math.round(sum / (samples * samples));
            }
        }
        return new Zone(box, PX_PER_MM, new GreyCrop(across, down, out));
    }

    /** Grey at a place of the page, mm, between the four nearest pixels. */
    private double at(double mmX, double mmY) {
        Homography h = registration.h();
        double w = h.m31() * mmX + h.m32() * mmY + 1;
        double x = (h.m11() * mmX + h.m12() * mmY + h.m13()) / w - 0.5;
        double y = (h.m21() * mmX + h.m22() * mmY + h.m23()) / w - 0.5;
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double fx = x - left;
        double fy = y - top;
        int x0 = Math.clamp(left, 0, width - 1);
        int x1 = Math.clamp(left + 1, 0, width - 1);
        int row0 = Math.clamp(top, 0, height - 1) * width;
        int row1 = Math.clamp(top + 1, 0, height - 1) * width;
        double upper = (grey[row0 + x0] & 0xff) * (1 - fx) + (grey[row0 + x1] & 0xff) * fx;
        double lower = (grey[row1 + x0] & 0xff) * (1 - fx) + (grey[row1 + x1] & 0xff) * fx;
        return upper * (1 - fy) + lower * fy;
    }
}
