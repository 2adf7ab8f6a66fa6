package org.paperbridge.read;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.read.ink.GreyCrop;

/** A page drawn in memory: fields with their frames, filled with real handwriting and with pen strokes. */
public final class PaperPage {

    private static final double PX_PER_MM = 300 / 25.4;
    private static final double WIDTH_MM = 210;
    private static final double HEIGHT_MM = 297;

    private final BufferedImage image = new BufferedImage(
            (int) (WIDTH_MM * PX_PER_MM), (int) (HEIGHT_MM * PX_PER_MM), BufferedImage.TYPE_BYTE_GRAY);
    private final Graphics2D graphics = image.createGraphics();
    private final List<FieldZone> fields = new ArrayList<>();
    private final Random random;

    public PaperPage(long seed) {
        this.random = new Random(seed);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(245, 245, 245));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }

    /** Empty comb cells of 5 x 7 mm. */
    public FieldZone.Comb comb(
            String id,
            Alphabet alphabet,
            Optional<CheckRule> check,
            int count,
            double left,
            double top,
            int frameGrey) {
        List<PageBox> cells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cells.add(new PageBox(left + 5.2 * i, top, 5, 7));
            frame(new PageBox(left + 5.2 * i - 0.1, top - 0.1, 5.2, 7.2), frameGrey, 0.2);
        }
        PageBox box = new PageBox(left, top, 5.2 * count, 7);
        FieldZone.Comb comb = new FieldZone.Comb(
                id, box, Criticality.LOW, alphabet, Optional.empty(), Optional.empty(), check, Optional.empty(), cells);
        fields.add(comb);
        return comb;
    }

    /** Writes a person's character into a cell, about 5 mm high. */
    public void write(PageBox cell, GreyCrop character) {
        double size = 5 + random.nextGaussian() * 0.3;
        double x = cell.left() + cell.width() / 2 - size / 2 + random.nextGaussian() * 0.25;
        double y = cell.top() + cell.height() / 2 - size / 2 + random.nextGaussian() * 0.3;
        int px = (int) Math.round(size * PX_PER_MM);
        BufferedImage ink = new BufferedImage(character.width(), character.height(), BufferedImage.TYPE_INT_ARGB);
        for (int v = 0; v < character.height(); v++) {
            for (int u = 0; u < character.width(); u++) {
                ink.setRGB(u, v, (255 - character.at(u, v)) << 24 | 0x20_20_30);
            }
        }
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(ink, (int) Math.round(x * PX_PER_MM), (int) Math.round(y * PX_PER_MM), px, px, null);
    }

    /** A 4 mm tick box. */
    public TickOption box(String value, double left, double top, int frameGrey) {
        PageBox box = new PageBox(left, top, 4, 4);
        frame(new PageBox(left + 0.1, top + 0.1, 3.8, 3.8), frameGrey, 0.2);
        return new TickOption(value, box);
    }

    public FieldZone.Tick tick(String id, boolean multiple, TickOption... options) {
        PageBox first = options[0].box();
        PageBox last = options[options.length - 1].box();
        PageBox around =
                new PageBox(first.left(), first.top(), last.right() - first.left(), last.bottom() - first.top());
        FieldZone.Tick tick = new FieldZone.Tick(id, around, Criticality.LOW, multiple, List.of(options));
        fields.add(tick);
        return tick;
    }

    public void add(FieldZone field) {
        fields.add(field);
    }

    /** A pen stroke, mm. */
    public void stroke(double x1, double y1, double x2, double y2, double widthMm, int grey) {
        graphics.setColor(new Color(grey, grey, grey));
        graphics.setStroke(
                new BasicStroke((float) (widthMm * PX_PER_MM), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new Line2D.Double(x1 * PX_PER_MM, y1 * PX_PER_MM, x2 * PX_PER_MM, y2 * PX_PER_MM));
    }

    public LayoutPage layout() {
        return new LayoutPage(1, WIDTH_MM, HEIGHT_MM, List.of(), List.of(), new PageBox(1, 1, 1, 1), fields, List.of());
    }

    /** As scanned, with noise of the given standard deviation. */
    public PageImage scan(double noise) {
        byte[] grey = new byte[image.getWidth() * image.getHeight()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double value = image.getRaster().getSample(x, y, 0) + random.nextGaussian() * noise;
                grey[y * image.getWidth() + x] = (byte) Math.clamp(Math.round(value), 0, 255);
            }
        }
        return new PageImage(image.getWidth(), image.getHeight(), grey, 300, Set.of());
    }

    /** Where registration says the page lies, wrong by the given shift. */
    public PageRegistration registration(double offMmX, double offMmY) {
        return new PageRegistration(
                new PageRegistration.Homography(
                        PX_PER_MM, 0, offMmX * PX_PER_MM, 0, PX_PER_MM, offMmY * PX_PER_MM, 0, 0),
                0.02,
                0,
                4);
    }

    private void frame(PageBox box, int grey, double widthMm) {
        graphics.setColor(new Color(grey, grey, grey));
        graphics.setStroke(new BasicStroke((float) (widthMm * PX_PER_MM)));
        graphics.draw(new Rectangle2D.Double(
                box.left() * PX_PER_MM, box.top() * PX_PER_MM, box.width() * PX_PER_MM, box.height() * PX_PER_MM));
    }
}
