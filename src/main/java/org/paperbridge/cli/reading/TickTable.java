package org.paperbridge.cli.reading;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.read.crop.ZoneSampler;
import org.paperbridge.read.opencv.OpenCvZoneSampler;
import org.paperbridge.read.tick.TickField;
import org.paperbridge.read.tick.TickThresholds;

/** Nine ways to mark a box, drawn with a shaky pen under frames, noise and registration errors. No real ink. */
final class TickTable {

    private static final double PX_PER_MM = 300 / 25.4;
    private static final double SIDE = 4;
    private static final double AT = 8;

    private enum Way {
        EMPTY(false),
        THIN_CROSS(true),
        THICK_CROSS(true),
        TICK(true),
        SLASH(true),
        SCRIBBLE(true),
        DOT(false),
        FILLED(false),
        CROSSED_THEN_FILLED(false);

        private final boolean meansYes;

        Way(boolean meansYes) {
            this.meansYes = meansYes;
        }
    }

    private final Random random;
    private final int boxes;

    TickTable(long seed, int boxes) {
        this.random = new Random(seed);
        this.boxes = boxes;
    }

    String table() {
        StringBuilder out = new StringBuilder(
                "| mark | boxes | read as marked | read as empty | to a person | silently wrong |\n|---|---|---|---|---|---|\n");
        for (Way way : Way.values()) {
            int marked = 0;
            int empty = 0;
            for (int n = 0; n < boxes; n++) {
                FieldState state = read(way).state();
                marked += state == FieldState.READ ? 1 : 0;
                empty += state == FieldState.BLANK ? 1 : 0;
            }
            int wrong = way.meansYes ? empty : marked + (way == Way.EMPTY ? 0 : empty);
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %d | %d | %d |%n",
                    way.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    boxes,
                    marked,
                    empty,
                    boxes - marked - empty,
                    wrong));
        }
        return out.toString();
    }

    private FieldReading read(Way way) {
        BufferedImage image = new BufferedImage(240, 240, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.getHSBColor(0, 0, 0.86f + random.nextFloat() * 0.14f));
        graphics.fillRect(0, 0, 240, 240);
        graphics.scale(PX_PER_MM, PX_PER_MM);
        int frame = random.nextInt(180);
        graphics.setColor(new Color(frame, frame, frame));
        graphics.setStroke(new BasicStroke(0.2f));
        graphics.draw(new Rectangle2D.Double(AT + 0.1, AT + 0.1, SIDE - 0.2, SIDE - 0.2));
        mark(graphics, way);
        graphics.dispose();
        PageBox box = new PageBox(AT, AT, SIDE, SIDE);
        FieldZone.Tick field =
                new FieldZone.Tick("box", box, Criticality.LOW, false, java.util.List.of(new TickOption("yes", box)));
        PageRegistration registration = new PageRegistration(
                new PageRegistration.Homography(
                        PX_PER_MM,
                        0,
                        random.nextGaussian() * 0.1 * PX_PER_MM,
                        0,
                        PX_PER_MM,
                        random.nextGaussian() * 0.1 * PX_PER_MM,
                        0,
                        0),
                0.1,
                0,
                4);
        try (ZoneSampler sampler = new OpenCvZoneSampler(noisy(image), registration)) {
            return new TickField(TickThresholds.SHIPPED).read(sampler, field);
        }
    }

    private void mark(Graphics2D graphics, Way way) {
        int ink = random.nextInt(130);
        graphics.setColor(new Color(ink, ink, ink));
        float pen = 0.25f + random.nextFloat() * 0.3f;
        switch (way) {
            case EMPTY -> {}
            case THIN_CROSS -> cross(graphics, pen);
            case THICK_CROSS -> cross(graphics, 1f);
            case TICK -> {
                line(graphics, pen, 0.5, 2, 1.6, 3.4);
                line(graphics, pen, 1.6, 3.4, 4.2, -0.4);
            }
            case SLASH -> line(graphics, pen, 0.4, 3.6, 3.7, 0.3);
            case SCRIBBLE -> {
                for (int i = 0; i < 5; i++) {
                    line(graphics, pen, 0.6, 0.6 + 0.6 * i, 3.4, 0.9 + 0.6 * i);
                }
            }
            case DOT -> line(graphics, 0.8f, 1.9, 2, 2, 2);
            case FILLED -> fill(graphics);
            case CROSSED_THEN_FILLED -> {
                cross(graphics, pen);
                fill(graphics);
            }
        }
    }

    private void cross(Graphics2D graphics, float pen) {
        line(graphics, pen, 0.3, 0.3, 3.7, 3.7);
        line(graphics, pen, 3.7, 0.3, 0.3, 3.7);
    }

    private void fill(Graphics2D graphics) {
        for (double y = 0.3; y < 3.8; y += 0.25) {
            line(graphics, 0.4f, 0.2, y, 3.8, y);
        }
    }

    private void line(Graphics2D graphics, float pen, double x1, double y1, double x2, double y2) {
        graphics.setStroke(new BasicStroke(pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new Line2D.Double(AT + shaky(x1), AT + shaky(y1), AT + shaky(x2), AT + shaky(y2)));
    }

    private double shaky(double at) {
        return at + random.nextGaussian() * 0.15;
    }

    private PageImage noisy(BufferedImage image) {
        byte[] grey =
                ((DataBufferByte) image.getRaster().getDataBuffer()).getData().clone();
        double noise = random.nextDouble() * 8;
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) Math.clamp(Math.round((grey[i] & 0xff) + random.nextGaussian() * noise), 0, 255);
        }
        return new PageImage(image.getWidth(), image.getHeight(), grey, 300, Set.of());
    }
}
