package org.paperbridge.register.opencv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Rect;
import org.opencv.core.RotatedRect;
import org.opencv.imgproc.Imgproc;
import org.opencv.imgproc.Moments;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.ScanPoint;

/**
 * Finds one black square, or the black outline of an ArUco marker, near where it should be. The centre is the centroid of
 * the filled outline: thousands of pixels average out blur and noise.
 */
final class MarkFinder {

    /** Side may differ by this share from what scale predicts: thresholds eat or swell edges. */
    private static final double SIDE_TOLERANCE = 0.22;
    /** A filled square fills its bounding rectangle; touched by a stroke or torn it does not. */
    private static final double LEAST_EXTENT = 0.86;

    private static final double LEAST_ASPECT = 0.86;
    /** Tried in turn when Otsu's threshold finds no square: shares of the window's range from dark to light. */
    private static final List<Double> THRESHOLDS = List.of(0.5, 0.35, 0.65);

    private MarkFinder() {}

    /**
     * A mark on the scan.
     *
     * @param extent share of its bounding rectangle that it fills; of a cut one less than of a whole one
     */
    record Found(ScanPoint centre, double extent) {}

    /**
     * The mark's centre.
     *
     * @param image the whole scan; only a window of it is looked at
     * @param expected where its centre should be, px
     * @param sidePx how long its side should be
     * @param reachPx how far its centre may be from there
     */
    static Optional<Found> find(PageImage image, ScanPoint expected, double sidePx, double reachPx) {
        int half = (int) Math.ceil(reachPx + sidePx);
        int left = Math.max(0, (int) expected.x() - half);
        int top = Math.max(0, (int) expected.y() - half);
        int right = Math.min(image.width(), (int) expected.x() + half);
        int bottom = Math.min(image.height(), (int) expected.y() + half);
        if (right - left < sidePx || bottom - top < sidePx) {
            return Optional.empty();
        }
        Mat window = window(image, new Rect(left, top, right - left, bottom - top));
        Mat soft = new Mat();
        Mat dark = new Mat();
        try {
            Imgproc.GaussianBlur(window, soft, new org.opencv.core.Size(3, 3), 0);
            Imgproc.threshold(soft, dark, 0, 255, Imgproc.THRESH_BINARY_INV | Imgproc.THRESH_OTSU);
            ScanPoint near = new ScanPoint(expected.x() - left, expected.y() - top);
            Optional<Found> found = square(dark, near, sidePx, reachPx);
            for (int i = 0; found.isEmpty() && i < THRESHOLDS.size(); i++) {
                org.opencv.core.Core.MinMaxLocResult range = org.opencv.core.Core.minMaxLoc(soft);
                double level = range.minVal + (range.maxVal - range.minVal) * THRESHOLDS.get(i);
                Imgproc.threshold(soft, dark, level, 255, Imgproc.THRESH_BINARY_INV);
                found = square(dark, near, sidePx, reachPx);
            }
            int x0 = left;
            int y0 = top;
            return found.map(
                    f -> new Found(new ScanPoint(f.centre().x() + x0, f.centre().y() + y0), f.extent()));
        } finally {
            window.release();
            soft.release();
            dark.release();
        }
    }

    private static Mat window(PageImage image, Rect rect) {
        byte[] part = new byte[rect.width * rect.height];
        for (int y = 0; y < rect.height; y++) {
            System.arraycopy(image.grey(), (rect.y + y) * image.width() + rect.x, part, y * rect.width, rect.width);
        }
        Mat window = new Mat(rect.height, rect.width, CvType.CV_8UC1);
        window.put(0, 0, part);
        return window;
    }

    private static Optional<Found> square(Mat dark, ScanPoint near, double sidePx, double reachPx) {
        List<MatOfPoint> outlines = new ArrayList<>();
        Mat hierarchy = new Mat();
        try {
            Imgproc.findContours(dark, outlines, hierarchy, Imgproc.RETR_EXTERNAL, Imgproc.CHAIN_APPROX_NONE);
            Optional<Found> best = Optional.empty();
            double closest = reachPx;
            for (MatOfPoint outline : outlines) {
                Optional<Found> centre = centre(outline, sidePx);
                double distance = centre.map(c ->
                                Math.hypot(c.centre().x() - near.x(), c.centre().y() - near.y()))
                        .orElse(Double.MAX_VALUE);
                if (distance < closest) {
                    closest = distance;
                    best = centre;
                }
            }
            return best;
        } finally {
            outlines.forEach(Mat::release);
            hierarchy.release();
        }
    }

    private static Optional<Found> centre(MatOfPoint outline, double sidePx) {
        // the outline runs through the centres of border pixels, half a pixel inside the edge
        double area = Imgproc.contourArea(outline);
        double side = Math.sqrt(Math.max(area, 0)) + 1;
        if (Math.abs(side - sidePx) > SIDE_TOLERANCE * sidePx) {
            return Optional.empty();
        }
        MatOfPoint2f points = new MatOfPoint2f(outline.toArray());
        try {
            RotatedRect box = Imgproc.minAreaRect(points);
            double width = box.size.width + 1;
            double height = box.size.height + 1;
            double aspect = Math.min(width, height) / Math.max(width, height);
            double extent = area / Math.max(1, box.size.width * box.size.height);
            if (aspect < LEAST_ASPECT || extent < LEAST_EXTENT) {
                return Optional.empty();
            }
            Moments moments = Imgproc.moments(outline);
            // centroids of pixels: a pixel's centre lies half a pixel from its corner
            return Optional.of(
                    new Found(new ScanPoint(moments.m10 / moments.m00 + 0.5, moments.m01 / moments.m00 + 0.5), extent));
        } finally {
            points.release();
        }
    }
}
