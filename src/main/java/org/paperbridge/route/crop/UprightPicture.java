package org.paperbridge.route.crop;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.ScanPoint;

/** Draws a part of a scan as it lies on the printed page. */
final class UprightPicture {

    private static final int WHITE = 255;

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

    static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BufferedImage draw(int width, int height, int taps, PageImage image, ToScan toScan) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int ty = 0; ty < taps; ty++) {
                    for (int tx = 0; tx < taps; tx++) {
                        ScanPoint at = toScan.map(x + (tx + 0.5) / taps, y + (ty + 0.5) / taps);
                        sum += grey(image, at.x() - 0.5, at.y() - 0.5);
                    }
                }
                pixels[y * width + x] = (byte) Math.round(sum / (taps * taps));
            }
        }
        return picture;
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
        return inside ? image.greyAt(x, y) : WHITE;
    }

    /** From the picture's pixels to the scan frame, px. */
    private interface ToScan {
        ScanPoint map(double x, double y);
    }
}
