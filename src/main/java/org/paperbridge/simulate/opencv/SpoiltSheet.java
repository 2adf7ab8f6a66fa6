package org.paperbridge.simulate.opencv;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.simulate.Mishap;

/** Draws mishaps onto a sheet at 300 dpi. */
final class SpoiltSheet {

    static final double PX_PER_MM = 300 / 25.4;

    private static final Scalar FULL = new Scalar(255);
    /** Dried coffee lets this share of the light through. */
    private static final double COFFEE = 0.55;

    private static final Scalar DIRT = new Scalar(45);
    private static final double BALLPOINT = 0.2;
    private static final double PEN_MM = 0.7;
    private static final double STAPLE_MM = 12;
    private static final double HOLE_MM = 5.5;
    private static final double CREASE_MM = 0.8;

    private final Mat sheet;
    private final int background;
    private final RandomGenerator random;

    /** @param background grey of what shows where the sheet is gone */
    SpoiltSheet(Mat sheet, int background, RandomGenerator random) {
        this.sheet = sheet;
        this.background = background;
        this.random = random;
    }

    void suffer(Mishap mishap) {
        switch (mishap) {
            case Mishap.Stain(PageBox over, double share) -> {
                Rect around = around(px(over));
                darken(around, drop(px(over), around, share), COFFEE);
            }
            case Mishap.Blot(PageBox over, double share) -> {
                Rect around = around(px(over));
                hide(around, drop(px(over), around, share));
            }
            case Mishap.Scribble(PageBox over, double share) -> strokes(over, share);
            case Mishap.Staple(PagePoint at, double degrees) -> staple(at, degrees);
            case Mishap.Fold(PagePoint through, double degrees, double depth) -> fold(through, degrees, depth);
            case Mishap.TornCorner(int corner, double side) -> tear(corner, side);
            case Mishap.Hole(PagePoint at) ->
                Imgproc.circle(sheet, px(at), (int) (HOLE_MM / 2 * PX_PER_MM), new Scalar(background), Imgproc.FILLED);
        }
    }

    /** An ellipse that covers exactly this share of a box, from a random side. */
    private Mat drop(Rect box, Rect around, double share) {
        Mat mask = Mat.zeros(around.height, around.width, CvType.CV_8UC1);
        Rect inside = new Rect(box.x - around.x, box.y - around.y, box.width, box.height);
        double x = inside.x + inside.width * random.nextDouble();
        double y = inside.y + inside.height * random.nextDouble();
        double longer = 1 + random.nextDouble() * 0.6;
        double degrees = random.nextDouble() * 180;
        double low = 0;
        double high = box.width + box.height;
        for (int step = 0; step < 12; step++) {
            double radius = (low + high) / 2;
            mask.setTo(new Scalar(0));
            Imgproc.ellipse(
                    mask,
                    new Point(x, y),
                    new Size(radius * longer, radius / longer),
                    degrees,
                    0,
                    360,
                    FULL,
                    Imgproc.FILLED);
            if (covered(mask, inside) < share) {
                low = radius;
            } else {
                high = radius;
            }
        }
        return mask;
    }

    private void strokes(PageBox over, double share) {
        Rect box = px(over);
        Mat mask = Mat.zeros(box.height, box.width, CvType.CV_8UC1);
        Rect all = new Rect(0, 0, box.width, box.height);
        Point from = within(all);
        while (covered(mask, all) < share) {
            Point to = within(all);
            Imgproc.line(mask, from, to, FULL, (int) Math.round(PEN_MM * PX_PER_MM), Imgproc.LINE_8);
            from = to;
        }
        darken(box, mask, BALLPOINT);
    }

    /** As far around a box as a drop that covers it may run. */
    private Rect around(Rect box) {
        int left = Math.max(0, box.x - box.width);
        int top = Math.max(0, box.y - box.height);
        int right = Math.min(sheet.cols(), box.x + 2 * box.width);
        int bottom = Math.min(sheet.rows(), box.y + 2 * box.height);
        return new Rect(left, top, right - left, bottom - top);
    }

    private void staple(PagePoint at, double degrees) {
        Mat mask = nothing();
        double half = STAPLE_MM / 2 * PX_PER_MM;
        double dx = Math.cos(Math.toRadians(degrees)) * half;
        double dy = Math.sin(Math.toRadians(degrees)) * half;
        Point middle = px(at);
        Imgproc.line(mask, new Point(middle.x - dx, middle.y - dy), new Point(middle.x + dx, middle.y + dy), FULL, (int)
                Math.round(1.1 * PX_PER_MM));
        darken(whole(), mask, 0.45);
        Imgproc.line(
                sheet,
                new Point(middle.x - dx, middle.y - dy),
                new Point(middle.x + dx, middle.y + dy),
                new Scalar(200),
                (int) Math.round(0.5 * PX_PER_MM));
    }

    private void fold(PagePoint through, double degrees, double depth) {
        double reach = sheet.cols() + (double) sheet.rows();
        double dx = Math.cos(Math.toRadians(degrees)) * reach;
        double dy = Math.sin(Math.toRadians(degrees)) * reach;
        Point middle = px(through);
        for (double share : List.of(1.0, 0.5)) {
            Mat mask = nothing();
            Imgproc.line(
                    mask, new Point(middle.x - dx, middle.y - dy), new Point(middle.x + dx, middle.y + dy), FULL, (int)
                            Math.max(1, Math.round(CREASE_MM * share * PX_PER_MM)));
            darken(whole(), mask, 1 - depth / 2);
        }
    }

    private void tear(int corner, double sideMm) {
        double side = sideMm * PX_PER_MM;
        double x = corner == 1 || corner == 2 ? sheet.cols() : 0;
        double y = corner >= 2 ? sheet.rows() : 0;
        double inX = x == 0 ? 1 : -1;
        double inY = y == 0 ? 1 : -1;
        List<Point> edge = new ArrayList<>();
        edge.add(new Point(x, y));
        edge.add(new Point(x + inX * side, y));
        for (int i = 1; i < 8; i++) {
            double along = i / 8.0;
            double rough = 1 + (random.nextDouble() - 0.5) * 0.15;
            edge.add(new Point(x + inX * side * (1 - along) * rough, y + inY * side * along * rough));
        }
        edge.add(new Point(x, y + inY * side));
        MatOfPoint shape = new MatOfPoint(edge.toArray(Point[]::new));
        Imgproc.fillPoly(sheet, List.of(shape), new Scalar(background), Imgproc.LINE_8, 0, new Point());
        shape.release();
    }

    /** Takes light from what the mask covers, and frees the mask. */
    private void darken(Rect area, Mat mask, double light) {
        Mat part = sheet.submat(area);
        Mat darker = new Mat();
        part.convertTo(darker, CvType.CV_8U, light);
        darker.copyTo(part, mask);
        part.release();
        darker.release();
        mask.release();
    }

    /** Nothing of what the mask covers is seen any more; frees the mask. */
    private void hide(Rect area, Mat mask) {
        Mat part = sheet.submat(area);
        part.setTo(DIRT, mask);
        part.release();
        mask.release();
    }

    private Rect whole() {
        return new Rect(0, 0, sheet.cols(), sheet.rows());
    }

    private Mat nothing() {
        return Mat.zeros(sheet.rows(), sheet.cols(), CvType.CV_8UC1);
    }

    private static double covered(Mat mask, Rect box) {
        Mat part = mask.submat(box);
        double share = Core.countNonZero(part) / (double) (box.width * box.height);
        part.release();
        return share;
    }

    private Point within(Rect box) {
        return new Point(box.x + box.width * random.nextDouble(), box.y + box.height * random.nextDouble());
    }

    private static Point px(PagePoint mm) {
        return new Point(mm.x() * PX_PER_MM, mm.y() * PX_PER_MM);
    }

    private Rect px(PageBox mm) {
        int left = (int) Math.clamp(Math.round(mm.left() * PX_PER_MM), 0, sheet.cols() - 1);
        int top = (int) Math.clamp(Math.round(mm.top() * PX_PER_MM), 0, sheet.rows() - 1);
        int right = (int) Math.clamp(Math.round(mm.right() * PX_PER_MM), left + 1, sheet.cols());
        int bottom = (int) Math.clamp(Math.round(mm.bottom() * PX_PER_MM), top + 1, sheet.rows());
        return new Rect(left, top, right - left, bottom - top);
    }
}
