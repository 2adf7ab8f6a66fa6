package org.paperbridge.simulate.opencv;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.paperbridge.form.page.PageRegistration.Homography;
import org.paperbridge.natives.opencv.OpenCvLibrary;
import org.paperbridge.simulate.Handling;
import org.paperbridge.simulate.Handling.Look;
import org.paperbridge.simulate.Handling.Pose;

/** Handles and scans sheets as roughly as told; the same seed gives the same file. Safe to share between threads. */
public final class RoughScanner {

    private static final int DPI = 300;
    private static final int PAPER = 247;
    private static final double LEAST_BLUR = 0.3;
    private static final int GRAIN_SIDE = 4096;
    private static final double GRAIN_DEVIATION = 32;
    private static final int GRAIN_MIDDLE = 128;

    private final Mat grain;

    public RoughScanner() {
        OpenCvLibrary.load();
        grain = new Mat(GRAIN_SIDE, GRAIN_SIDE, CvType.CV_8UC1);
        Core.setRNGSeed(1);
        Core.randn(grain, GRAIN_MIDDLE, GRAIN_DEVIATION);
    }

    /** @param page 8-bit grey at 300 dpi; not changed */
    public RoughScan scan(BufferedImage page, Handling handling, RandomGenerator random) {
        Pose pose = handling.pose();
        Mat sheet = new Mat(page.getHeight(), page.getWidth(), CvType.CV_8UC1);
        sheet.put(0, 0, ((DataBufferByte) page.getRaster().getDataBuffer()).getData());
        SpoiltSheet spoilt = new SpoiltSheet(sheet, pose.background(), random);
        handling.mishaps().forEach(spoilt::suffer);
        Mat seen = new Mat();
        double[] truth = lay(sheet, seen, pose, random);
        sheet.release();
        look(seen, handling.look(), pose, random);
        truth = turn(seen, truth, pose.quarterTurns());
        byte[] file = encode(seen, handling.look());
        seen.release();
        return new RoughScan(file, homography(truth));
    }

    /** Warps at 300 dpi; returns page px to scan px, corners of pixels counted, row by row. */
    private static double[] lay(Mat sheet, Mat seen, Pose pose, RandomGenerator random) {
        double width = sheet.cols();
        double height = sheet.rows();
        double outWidth = Math.round(width * (1 + 2 * pose.margin()));
        double outHeight = Math.round(height * (1 + 2 * pose.margin()));
        double cos = Math.cos(Math.toRadians(pose.skewDegrees())) * pose.scale();
        double sin = Math.sin(Math.toRadians(pose.skewDegrees())) * pose.scale();
        List<Point> from =
                List.of(new Point(0, 0), new Point(width, 0), new Point(width, height), new Point(0, height));
        List<Point> to = new ArrayList<>();
        for (Point corner : from) {
            double dx = corner.x - width / 2;
            double dy = corner.y - height / 2;
            to.add(new Point(
                    outWidth / 2 + cos * dx - sin * dy + spread(random, pose.perspective() * width),
                    outHeight / 2 + sin * dx + cos * dy + spread(random, pose.perspective() * width)));
        }
        MatOfPoint2f source = new MatOfPoint2f(from.toArray(Point[]::new));
        MatOfPoint2f target = new MatOfPoint2f(to.toArray(Point[]::new));
        Mat matrix = Imgproc.getPerspectiveTransform(source, target);
        double[] h = new double[9];
        matrix.get(0, 0, h);
        // OpenCV counts a pixel's centre as a whole number
        matrix.put(0, 0, multiply(multiply(shift(-0.5), h), shift(0.5)));
        Size size = new Size(outWidth, outHeight);
        Scalar behind = new Scalar(pose.background());
        if (pose.perspective() == 0) {
            Mat affine = matrix.rowRange(0, 2);
            Imgproc.warpAffine(sheet, seen, affine, size, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, behind);
            affine.release();
        } else {
            Imgproc.warpPerspective(sheet, seen, matrix, size, Imgproc.INTER_LINEAR, Core.BORDER_CONSTANT, behind);
        }
        source.release();
        target.release();
        matrix.release();
        double factor = (double) pose.dpi() / DPI;
        int across = (int) Math.round(outWidth * factor);
        int down = (int) Math.round(outHeight * factor);
        return multiply(new double[] {across / outWidth, 0, 0, 0, down / outHeight, 0, 0, 0, 1}, h);
    }

    private void look(Mat seen, Look look, Pose pose, RandomGenerator random) {
        if (look.blurPx() >= LEAST_BLUR) {
            Imgproc.GaussianBlur(seen, seen, new Size(0, 0), look.blurPx());
        }
        if (pose.dpi() != DPI) {
            double factor = (double) pose.dpi() / DPI;
            Size size = new Size(Math.round(seen.cols() * factor), Math.round(seen.rows() * factor));
            Imgproc.resize(seen, seen, size, 0, 0, factor < 1 ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
        }
        double slope = PAPER / 255.0 * look.contrast();
        seen.convertTo(seen, CvType.CV_8U, slope, PAPER - PAPER * look.contrast());
        if (look.shade() > 0) {
            shade(seen, look.shade());
        }
        if (look.noise() > 0) {
            addGrain(seen, look.noise(), random);
        }
        if (look.threshold() > 0) {
            Imgproc.threshold(seen, seen, look.threshold(), 255, Imgproc.THRESH_BINARY);
        }
    }

    /** Light falls off evenly from the left to the right. */
    private static void shade(Mat seen, double share) {
        byte[] row = new byte[seen.cols()];
        for (int x = 0; x < row.length; x++) {
            row[x] = (byte) Math.round(255 * (1 - share * x / row.length));
        }
        Mat line = new Mat(1, row.length, CvType.CV_8UC1);
        line.put(0, 0, row);
        Mat light = new Mat();
        Core.repeat(line, seen.rows(), 1, light);
        Core.multiply(seen, light, seen, 1 / 255.0);
        line.release();
        light.release();
    }

    private void addGrain(Mat seen, double noise, RandomGenerator random) {
        double strength = noise / GRAIN_DEVIATION;
        for (int top = 0; top < seen.rows(); top += GRAIN_SIDE / 2) {
            for (int left = 0; left < seen.cols(); left += GRAIN_SIDE / 2) {
                int across = Math.min(GRAIN_SIDE / 2, seen.cols() - left);
                int down = Math.min(GRAIN_SIDE / 2, seen.rows() - top);
                Mat part = seen.submat(new Rect(left, top, across, down));
                Mat tile = grain.submat(
                        new Rect(random.nextInt(GRAIN_SIDE / 2), random.nextInt(GRAIN_SIDE / 2), across, down));
                Core.addWeighted(part, 1, tile, strength, -GRAIN_MIDDLE * strength, part);
                part.release();
                tile.release();
            }
        }
    }

    private static double[] turn(Mat seen, double[] truth, int quarters) {
        double width = seen.cols();
        double height = seen.rows();
        return switch (Math.floorMod(quarters, 4)) {
            case 1 -> {
                Core.rotate(seen, seen, Core.ROTATE_90_CLOCKWISE);
                yield multiply(new double[] {0, -1, height, 1, 0, 0, 0, 0, 1}, truth);
            }
            case 2 -> {
                Core.rotate(seen, seen, Core.ROTATE_180);
                yield multiply(new double[] {-1, 0, width, 0, -1, height, 0, 0, 1}, truth);
            }
            case 3 -> {
                Core.rotate(seen, seen, Core.ROTATE_90_COUNTERCLOCKWISE);
                yield multiply(new double[] {0, 1, 0, -1, 0, width, 0, 0, 1}, truth);
            }
            default -> truth;
        };
    }

    private static byte[] encode(Mat seen, Look look) {
        MatOfByte bytes = new MatOfByte();
        MatOfInt how = look.threshold() > 0
                ? new MatOfInt(Imgcodecs.IMWRITE_PNG_BILEVEL, 1)
                : new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, look.jpegQuality());
        try {
            if (!Imgcodecs.imencode(look.threshold() > 0 ? ".png" : ".jpg", seen, bytes, how)) {
                throw new IllegalStateException("OpenCV did not write " + seen.cols() + " x " + seen.rows() + " px");
            }
            return bytes.toArray();
        } finally {
            bytes.release();
            how.release();
        }
    }

    /** From page px to page mm, and h33 = 1. */
    private static Homography homography(double[] px) {
        double[] mm = multiply(px, new double[] {SpoiltSheet.PX_PER_MM, 0, 0, 0, SpoiltSheet.PX_PER_MM, 0, 0, 0, 1});
        double w = mm[8];
        return new Homography(mm[0] / w, mm[1] / w, mm[2] / w, mm[3] / w, mm[4] / w, mm[5] / w, mm[6] / w, mm[7] / w);
    }

    private static double[] shift(double by) {
        return new double[] {1, 0, by, 0, 1, by, 0, 0, 1};
    }

    private static double[] multiply(double[] a, double[] b) {
        double[] c = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                for (int i = 0; i < 3; i++) {
                    c[row * 3 + column] += a[row * 3 + i] * b[i * 3 + column];
                }
            }
        }
        return c;
    }

    private static double spread(RandomGenerator random, double most) {
        return (random.nextDouble() * 2 - 1) * most;
    }
}
