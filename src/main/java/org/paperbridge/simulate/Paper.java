package org.paperbridge.simulate;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;
import org.paperbridge.form.layout.PageBox;

/** A printed page at 300 dpi that somebody writes on; page frame mm, ink only darkens. */
final class Paper {

    static final double PX_PER_MM = 300 / 25.4;

    private final BufferedImage page;
    private final RandomGenerator random;
    /** Darkness of this pen: 0 black ballpoint, 90 worn out. */
    private final int ink;

    private final double strokeMm;

    Paper(BufferedImage page, RandomGenerator random) {
        this.page = page;
        this.random = random;
        this.ink = 15 + random.nextInt(60);
        this.strokeMm = 0.35 + random.nextDouble() * 0.35;
    }

    /** Draws an image of ink into a box, keeping its shape; the box is filled to {@code share} of its height. */
    void stamp(BufferedImage image, PageBox box, double share) {
        double height = box.height() * share * PX_PER_MM;
        double scale = Math.min(height / image.getHeight(), box.width() * 0.98 * PX_PER_MM / image.getWidth());
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int tall = Math.max(1, (int) (image.getHeight() * scale));
        double slackX = box.width() * PX_PER_MM - width;
        double slackY = box.height() * PX_PER_MM - tall;
        int left = (int) (box.left() * PX_PER_MM + slackX * (0.5 + jitter(0.2)));
        int top = (int) (box.top() * PX_PER_MM + slackY * (0.5 + jitter(0.2)));
        BufferedImage scaled = new BufferedImage(width, tall, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = scaled.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, tall);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        double slant = jitter(0.12);
        g.shear(slant, 0);
        g.translate(-slant * tall / 2, 0);
        g.drawImage(image, 0, 0, width, tall, null);
        g.dispose();
        for (int y = 0; y < tall; y++) {
            for (int x = 0; x < width; x++) {
                darken(left + x, top + y, scaled.getRaster().getSample(x, y, 0));
            }
        }
    }

    /** A pen stroke through points in mm. */
    void stroke(List<double[]> points, double widthMm) {
        Graphics2D g = page.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(ink, ink, ink));
        g.setStroke(new BasicStroke((float) (widthMm * PX_PER_MM), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i++) {
            double x = points.get(i)[0] * PX_PER_MM;
            double y = points.get(i)[1] * PX_PER_MM;
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        g.draw(path);
        g.dispose();
    }

    /** A cross as people make it: not quite straight, sometimes over the edge. */
    void cross(PageBox box) {
        double over = jitter(0.5);
        stroke(
                List.of(
                        at(box.left() + 0.5 - over, box.top() + 0.5 - over),
                        at(box.right() - 0.5 + over, box.bottom() - 0.5 + over)),
                strokeMm);
        stroke(
                List.of(
                        at(box.right() - 0.5 + over, box.top() + 0.5 - over),
                        at(box.left() + 0.5 - over, box.bottom() - 0.5 + over)),
                strokeMm);
    }

    /** A check mark. */
    void check(PageBox box) {
        stroke(
                List.of(
                        at(box.left() + 0.6, box.top() + box.height() * 0.55),
                        at(box.left() + box.width() * 0.4, box.bottom() - 0.5),
                        at(box.right() + jitter(0.6), box.top() + jitter(0.6))),
                strokeMm);
    }

    /** Initials: a few loops. */
    void scribble(PageBox box) {
        java.util.ArrayList<double[]> points = new java.util.ArrayList<>();
        for (int i = 0; i <= 60; i++) {
            double t = i / 60.0;
            double x = box.left() + box.width() * (0.15 + 0.6 * t) + 2 * Math.sin(t * 23);
            double y = box.top() + box.height() * (0.5 + 0.28 * Math.sin(t * 17) * (1 - t / 2));
            points.add(new double[] {x, y});
        }
        stroke(points, strokeMm);
    }

    /** A line through a box, as somebody strikes a mistake out. */
    void strike(PageBox box) {
        stroke(List.of(at(box.left() + 0.4, box.bottom() - 1), at(box.right() - 0.4, box.top() + 1)), strokeMm * 1.3);
        stroke(
                List.of(
                        at(box.left() + 0.4, box.top() + box.height() * 0.55),
                        at(box.right() - 0.4, box.top() + box.height() * 0.42)),
                strokeMm * 1.3);
    }

    private double[] at(double x, double y) {
        return new double[] {x + jitter(0.2), y + jitter(0.2)};
    }

    private double jitter(double most) {
        return (random.nextDouble() * 2 - 1) * most;
    }

    /** @param grey of the stroke on white: 0 full ink, 255 none */
    private void darken(int x, int y, int grey) {
        if (x < 0 || y < 0 || x >= page.getWidth() || y >= page.getHeight()) {
            return;
        }
        int under = page.getRaster().getSample(x, y, 0);
        int shade = ink + (255 - ink) * grey / 255;
        page.getRaster().setSample(x, y, 0, under * shade / 255);
    }
}
