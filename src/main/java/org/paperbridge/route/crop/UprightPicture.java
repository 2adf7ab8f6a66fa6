package org.paperbridge.route.crop;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.ScanPoint;

/** Draws a part of a scan as it lies on the printed page. */
final class UprightPicture {

    private static final int WHITE = 255;
    /** Of 0 to 1, where 1 would not pack at all. */
    private static final float FASTEST = 0.9f;

    private UprightPicture() {}

    /**
     * The part of the page inside a box. Each pixel of the picture is the mean of the scan pixels it covers, so that a
     * small picture of a large page stays readable; parts outside the scan are white.
     *
     * @param box page frame, mm
     * @param widthPx of the picture
     */
    static BufferedImage cut(PageImage image, PageRegistration registration, PageBox box, int widthPx) {
        int heightPx = Math.max(1, (int) Math.round(widthPx * box.height() / box.width()));
        double mmPerPx = box.width() / widthPx;
        double scanPxPerPx = registration.pixelsPerMm(box.centre()) * mmPerPx;
        int taps = Math.max(1, Math.min(4, (int) Math.round(scanPxPerPx)));
        return draw(
                widthPx,
                heightPx,
                taps,
                image,
                (x, y) -> registration.toPixels(new PagePoint(box.left() + x * mmPerPx, box.top() + y * mmPerPx)));
    }

    /** The whole scan as delivered. */
    static BufferedImage whole(PageImage image, int widthPx) {
        double scale = (double) image.width() / widthPx;
        int heightPx = Math.max(1, (int) Math.round(image.height() / scale));
        int taps = Math.max(1, Math.min(4, (int) Math.round(scale)));
        return draw(widthPx, heightPx, taps, image, (x, y) -> new ScanPoint(x * scale, y * scale));
    }

    static byte[] jpeg(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Packed quickly rather than tightly: the grain of a scan hardly packs, and a reviewer waits. */
    static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(FASTEST);
            writer.setOutput(to);
            writer.write(null, new IIOImage(picture, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static BufferedImage draw(int width, int height, int taps, PageImage image, ToScan toScan) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        Line line = new Line(width * taps);
        double[] sums = new double[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 0);
            for (int ty = 0; ty < taps; ty++) {
                line.map(toScan, y + (ty + 0.5) / taps, taps);
                for (int i = 0; i < width * taps; i++) {
                    sums[i / taps] += taps == 1
                            ? grey(image, line.x[i] - 0.5, line.y[i] - 0.5)
                            : at(image, (int) line.x[i], (int) line.y[i]);
                }
            }
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (byte) Math.round(sums[x] / (taps * taps));
            }
        }
        return picture;
    }

    /** Where the samples of one line of the picture lie in the scan, px. */
    private static final class Line {

        /** Samples between two that are mapped exactly; between them a page is straight to a thousandth of a pixel. */
        private static final int STRIDE = 32;

        private final double[] x;
        private final double[] y;

        Line(int samples) {
            x = new double[samples];
            y = new double[samples];
        }

        void map(ToScan toScan, double row, int taps) {
            for (int from = 0; from < x.length; from += STRIDE) {
                int to = Math.min(x.length - 1, from + STRIDE);
                ScanPoint first = toScan.map((from + 0.5) / taps, row);
                ScanPoint last = toScan.map((to + 0.5) / taps, row);
                int steps = Math.max(1, to - from);
                for (int i = from; i <= to; i++) {
                    double share = (double) (i - from) / steps;
                    x[i] = first.x() + share * (last.x() - first.x());
                    y[i] = first.y() + share * (last.y() - first.y());
                }
            }
        }
    }

    /** Bilinear; pixel centres lie at whole numbers. */
    private static double grey(PageImage image, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double bottom = y - top;
        return (1 - bottom) * ((1 - right) * at(image, left, top) + right * at(image, left + 1, top))
                + bottom * ((1 - right) * at(image, left, top + 1) + right * at(image, left + 1, top + 1));
    }

    private static int at(PageImage image, int x, int y) {
        boolean inside = x >= 0 && y >= 0 && x < image.width() && y < image.height();
        return inside ? image.grey()[y * image.width() + x] & 0xff : WHITE;
    }

    /** From the picture's pixels to the scan frame, px. */
    private interface ToScan {
        ScanPoint map(double x, double y);
    }
}
