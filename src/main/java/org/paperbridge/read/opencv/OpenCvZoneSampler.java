package org.paperbridge.read.opencv;

import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.PageRegistration.Homography;
import org.paperbridge.form.page.ScanPoint;
import org.paperbridge.natives.opencv.OpenCvLibrary;
import org.paperbridge.read.crop.Zone;
import org.paperbridge.read.crop.ZoneSampler;
import org.paperbridge.read.ink.GreyCrop;

/** One scan as OpenCV holds it. Not shared between threads; the scan's copy is freed on closing. */
public final class OpenCvZoneSampler implements ZoneSampler {

    private static final int MOST_SAMPLES = 4;
    private static final int HOW = Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP;
    /** A twentieth of a pixel: 0.004 mm at 300 dpi. */
    private static final double FLAT_PX = 0.05;

    /** Around what a box needs, for pixels between pixels. */
    private static final int MARGIN_PX = 3;

    private final Mat scan;
    private final PageRegistration registration;

    public OpenCvZoneSampler(PageImage image, PageRegistration registration) {
        this(image.width(), image.height(), image.grey(), registration);
    }

    private OpenCvZoneSampler(int width, int height, byte[] grey, PageRegistration registration) {
        OpenCvLibrary.load();
        this.registration = registration;
        this.scan = new Mat(height, width, CvType.CV_8UC1);
        scan.put(0, 0, grey);
    }

    /**
     * Of the scan only what one box needs: for a reader of single lines, who would copy millions of pixels to look at
     * thousands. Other boxes must not be cut from it.
     */
    public static OpenCvZoneSampler around(PageBox box, PageImage image, PageRegistration registration) {
        List<ScanPoint> corners = List.of(
                registration.toPixels(new PagePoint(box.left(), box.top())),
                registration.toPixels(new PagePoint(box.right(), box.top())),
                registration.toPixels(new PagePoint(box.left(), box.bottom())),
                registration.toPixels(new PagePoint(box.right(), box.bottom())));
        int left = within(corners.stream().mapToDouble(ScanPoint::x).min().orElseThrow() - MARGIN_PX, image.width());
        int top = within(corners.stream().mapToDouble(ScanPoint::y).min().orElseThrow() - MARGIN_PX, image.height());
        int right = within(corners.stream().mapToDouble(ScanPoint::x).max().orElseThrow() + MARGIN_PX, image.width());
        int bottom = within(corners.stream().mapToDouble(ScanPoint::y).max().orElseThrow() + MARGIN_PX, image.height());
        int width = right - left + 1;
        int height = bottom - top + 1;
        byte[] part = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(image.grey(), (top + y) * image.width() + left, part, y * width, width);
        }
        return new OpenCvZoneSampler(width, height, part, registration.seenFrom(left, top));
    }

    private static int within(double px, int size) {
        return (int) Math.clamp(Math.floor(px), 0, size - 1.0);
    }

    @Override
    public Zone cut(PageBox box) {
        int across = Math.max(1, (int) Math.round(box.width() * PX_PER_MM));
        int down = Math.max(1, (int) Math.round(box.height() * PX_PER_MM));
        int samples = (int) Math.clamp(Math.round(registration.pixelsPerMm(box.centre()) / PX_PER_MM), 1, MOST_SAMPLES);
        Mat fine = new Mat();
        Mat zone = new Mat();
        Size size = new Size((double) across * samples, (double) down * samples);
        try {
            if (isFlat(box)) {
                Mat affine = affine(box, PX_PER_MM * samples);
                Imgproc.warpAffine(scan, fine, affine, size, HOW, Core.BORDER_REPLICATE);
                affine.release();
            } else {
                Mat perspective = perspective(box, PX_PER_MM * samples);
                Imgproc.warpPerspective(scan, fine, perspective, size, HOW, Core.BORDER_REPLICATE);
                perspective.release();
            }
            if (samples > 1) {
                Imgproc.resize(fine, zone, new Size(across, down), 0, 0, Imgproc.INTER_AREA);
            }
            byte[] grey = new byte[across * down];
            (samples > 1 ? zone : fine).get(0, 0, grey);
            return new Zone(box, PX_PER_MM, new GreyCrop(across, down, grey));
        } finally {
            fine.release();
            zone.release();
        }
    }

    /** Whether perspective bends the zone by less than can be seen; then two thirds of the time are saved. */
    private boolean isFlat(PageBox box) {
        ScanPoint a = registration.toPixels(new PagePoint(box.left(), box.top()));
        ScanPoint b = registration.toPixels(new PagePoint(box.right(), box.top()));
        ScanPoint c = registration.toPixels(new PagePoint(box.left(), box.bottom()));
        ScanPoint d = registration.toPixels(new PagePoint(box.right(), box.bottom()));
        ScanPoint middle = registration.toPixels(box.centre());
        double corner = Math.hypot(b.x() + c.x() - a.x() - d.x(), b.y() + c.y() - a.y() - d.y());
        double bow = Math.hypot((b.x() + c.x()) / 2 - middle.x(), (b.y() + c.y()) / 2 - middle.y());
        return corner < FLAT_PX && bow < FLAT_PX;
    }

    /** From the centres of a zone's pixels to the scan's, whose first pixel's centre OpenCV counts as 0. */
    private Mat affine(PageBox box, double pxPerMm) {
        ScanPoint origin = registration.toPixels(new PagePoint(box.left(), box.top()));
        ScanPoint right = registration.toPixels(new PagePoint(box.right(), box.top()));
        ScanPoint below = registration.toPixels(new PagePoint(box.left(), box.bottom()));
        double across = box.width() * pxPerMm;
        double down = box.height() * pxPerMm;
        double xx = (right.x() - origin.x()) / across;
        double yx = (right.y() - origin.y()) / across;
        double xy = (below.x() - origin.x()) / down;
        double yy = (below.y() - origin.y()) / down;
        Mat matrix = new Mat(2, 3, CvType.CV_64F);
        matrix.put(0, 0, xx, xy, origin.x() + (xx + xy) / 2 - 0.5);
        matrix.put(1, 0, yx, yy, origin.y() + (yx + yy) / 2 - 0.5);
        return matrix;
    }

    private Mat perspective(PageBox box, double pxPerMm) {
        Homography h = registration.h();
        double step = 1 / pxPerMm;
        double left = box.left() + step / 2;
        double top = box.top() + step / 2;
        double[] w = {h.m31() * step, h.m32() * step, h.m31() * left + h.m32() * top + 1};
        double[] x = {h.m11() * step, h.m12() * step, h.m11() * left + h.m12() * top + h.m13()};
        double[] y = {h.m21() * step, h.m22() * step, h.m21() * left + h.m22() * top + h.m23()};
        Mat matrix = new Mat(3, 3, CvType.CV_64F);
        for (int i = 0; i < 3; i++) {
            matrix.put(0, i, x[i] - 0.5 * w[i]);
            matrix.put(1, i, y[i] - 0.5 * w[i]);
            matrix.put(2, i, w[i]);
        }
        return matrix;
    }

    @Override
    public void close() {
        scan.release();
    }
}
