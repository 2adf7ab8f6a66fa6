package org.paperbridge.simulate;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.random.RandomGenerator;

/** Copies and scans a page badly; the same seed gives the same scan. */
public final class BadScanner {

    private static final int PAPER = 247;

    private BadScanner() {}

    /** @param page 8-bit grey at 300 dpi */
    public static BufferedImage scan(BufferedImage page, Damage damage, RandomGenerator random) {
        return scan(page, geometry(page, damage, random), damage, random);
    }

    /** Where the next scan of a page will put it. */
    public static ScanGeometry geometry(BufferedImage page, Damage damage, RandomGenerator random) {
        return ScanGeometry.draw(page.getWidth(), page.getHeight(), damage, random);
    }

    public static BufferedImage scan(BufferedImage page, ScanGeometry geometry, Damage damage, RandomGenerator random) {
        double factor = damage.dpi() / 300.0;
        int width = geometry.width();
        int height = geometry.height();
        byte[] source = pixels(page);
        double[] scanned = new double[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sx = geometry.pageX(x + 0.5, y + 0.5);
                double sy = geometry.pageY(x + 0.5, y + 0.5);
                scanned[y * width + x] = sample(source, page.getWidth(), page.getHeight(), sx - 0.5, sy - 0.5);
            }
        }
        blur(scanned, width, height, damage.blurPx() * factor);
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        byte[] target = pixels(out);
        for (int i = 0; i < target.length; i++) {
            double grey = PAPER
                    - (PAPER - scanned[i] * PAPER / 255) * damage.contrast()
                    + random.nextGaussian() * damage.noise();
            target[i] = (byte) Math.max(0, Math.min(255, Math.round(grey)));
        }
        return turned(out, damage.quarterTurns());
    }

    /** Black and white only, as a fax machine sends it. */
    public static BufferedImage bilevel(BufferedImage scan) {
        BufferedImage out = new BufferedImage(scan.getWidth(), scan.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        byte[] grey = pixels(scan);
        for (int y = 0; y < scan.getHeight(); y++) {
            for (int x = 0; x < scan.getWidth(); x++) {
                boolean white = (grey[y * scan.getWidth() + x] & 0xff) > 150;
                out.getRaster().setSample(x, y, 0, white ? 1 : 0);
            }
        }
        return out;
    }

    /** Coffee over a rectangle given as shares of the page: too dark to read a code through. */
    public static void coffee(BufferedImage page, double left, double top, double width, double height) {
        Graphics2D g = page.createGraphics();
        g.setColor(new Color(52, 52, 52));
        g.fillOval(
                (int) (left * page.getWidth()), (int) (top * page.getHeight()), (int) (width * page.getWidth()), (int)
                        (height * page.getHeight()));
        g.dispose();
    }

    private static BufferedImage turned(BufferedImage image, int quarters) {
        BufferedImage turned = image;
        for (int i = 0; i < Math.floorMod(quarters, 4); i++) {
            BufferedImage next = new BufferedImage(turned.getHeight(), turned.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
            byte[] from = pixels(turned);
            byte[] to = pixels(next);
            for (int y = 0; y < turned.getHeight(); y++) {
                for (int x = 0; x < turned.getWidth(); x++) {
                    to[x * next.getWidth() + turned.getHeight() - 1 - y] = from[y * turned.getWidth() + x];
                }
            }
            turned = next;
        }
        return turned;
    }

    /** Three box blurs come close to a Gaussian. */
    private static void blur(double[] image, int width, int height, double sigma) {
        if (sigma < 0.4) {
            return;
        }
        int radius = Math.max(1, (int) Math.round(sigma * 0.9));
        double share = Math.min(1, sigma);
        double[] line = new double[Math.max(width, height)];
        for (int y = 0; y < height; y++) {
            box(image, line, y * width, 1, width, radius, share);
        }
        for (int x = 0; x < width; x++) {
            box(image, line, x, width, height, radius, share);
        }
    }

    private static void box(double[] image, double[] line, int start, int step, int count, int radius, double share) {
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int d = -radius; d <= radius; d++) {
                sum += image[start + Math.max(0, Math.min(count - 1, i + d)) * step];
            }
            line[i] = sum / (2 * radius + 1) * share + image[start + i * step] * (1 - share);
        }
        for (int i = 0; i < count; i++) {
            image[start + i * step] = line[i];
        }
    }

    private static double sample(byte[] source, int width, int height, double x, double y) {
        int x0 = (int) Math.floor(x);
        int y0 = (int) Math.floor(y);
        if (x0 < 0 || y0 < 0 || x0 + 1 >= width || y0 + 1 >= height) {
            return 255;
        }
        double fx = x - x0;
        double fy = y - y0;
        int i = y0 * width + x0;
        double top = (source[i] & 0xff) * (1 - fx) + (source[i + 1] & 0xff) * fx;
        double bottom = (source[i + width] & 0xff) * (1 - fx) + (source[i + width + 1] & 0xff) * fx;
        return top * (1 - fy) + bottom * fy;
    }

    static byte[] pixels(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
