package org.paperbridge.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.kit.pdfbox.FormPreview;
import org.paperbridge.read.HandwritingSample;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.validation.queue.ScanCrops;

/** A printed page filled with handwriting by real people, cut without any registration: the page frame is known. */
final class FilledPage implements ScanCrops {

    private static final int DPI = 200;
    private static final double PX_PER_MM = DPI / 25.4;

    private static final Map<String, BufferedImage> DRAWN = new ConcurrentHashMap<>();

    private final FormTemplate form;
    private final Map<String, String> written;
    private final BufferedImage image;

    /** @param written by field: characters of a comb, or the option that is ticked */
    FilledPage(FormTemplate form, Map<String, String> written) {
        this.form = form;
        this.written = written;
        this.image = DRAWN.computeIfAbsent(form.ref() + written.toString(), k -> draw());
    }

    private BufferedImage draw() {
        try {
            Path png = Files.createTempFile("page", ".png");
            FormPreview.write(form, 1, "fr", DPI, png);
            BufferedImage grey = ImageIO.read(png.toFile());
            Files.delete(png);
            BufferedImage page = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D pen = page.createGraphics();
            pen.drawImage(grey, 0, 0, null);
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(new Color(40, 40, 40));
            pen.setStroke(new BasicStroke(3));
            form.layout().getPage(1).fields().forEach(z -> fill(page, pen, z, written.getOrDefault(z.id(), "")));
            pen.dispose();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(BufferedImage image, Graphics2D pen, FieldZone zone, String text) {
        if (zone instanceof FieldZone.Comb comb) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) != ' ') {
                    write(image, comb.cells().get(i), text.charAt(i), i);
                }
            }
        } else if (zone instanceof FieldZone.Tick tick) {
            tick.options().stream().filter(o -> o.value().equals(text)).forEach(o -> cross(pen, o.box()));
        }
    }

    private static void cross(Graphics2D pen, PageBox box) {
        PageBox b = box.grownBy(0.3);
        pen.draw(new Line2D.Double(
                b.left() * PX_PER_MM, b.top() * PX_PER_MM, b.right() * PX_PER_MM, b.bottom() * PX_PER_MM));
        pen.draw(new Line2D.Double(
                b.right() * PX_PER_MM, b.top() * PX_PER_MM, b.left() * PX_PER_MM, b.bottom() * PX_PER_MM));
    }

    private static void write(BufferedImage image, PageBox cell, char character, int turn) {
        List<GreyCrop> samples = HandwritingSample.of(character);
        GreyCrop ink = samples.get((turn * 7 + 3) % samples.size());
        double scale = cell.height() * PX_PER_MM / ink.height();
        int left = (int) (cell.centre().x() * PX_PER_MM - ink.width() * scale / 2);
        int top = (int) (cell.top() * PX_PER_MM);
        for (int y = 0; y < (int) (ink.height() * scale); y++) {
            for (int x = 0; x < (int) (ink.width() * scale); x++) {
                int grey = ink.at((int) (x / scale), (int) (y / scale));
                int under = image.getRaster().getSample(left + x, top + y, 0);
                image.getRaster().setSample(left + x, top + y, 0, Math.min(grey, under));
            }
        }
    }

    @Override
    public Optional<byte[]> findCrop(ScanRef scan, String field, int widthPx) {
        return form.layout().getPage(1).fields().stream()
                .filter(z -> z.id().equals(field))
                .map(z -> z.box().grownBy(1.5))
                .map(b -> png(
                        image.getSubimage(
                                (int) (b.left() * PX_PER_MM),
                                (int) (b.top() * PX_PER_MM),
                                (int) (b.width() * PX_PER_MM),
                                (int) (b.height() * PX_PER_MM)),
                        widthPx))
                .findFirst();
    }

    @Override
    public Optional<byte[]> findPage(ScanRef scan, int widthPx) {
        return Optional.of(png(image, widthPx));
    }

    @Override
    public Optional<byte[]> findPreview(ScanRef scan, int widthPx) {
        return findPage(scan, widthPx);
    }

    @Override
    public void prepare(ScanRef scan, int widthPx) {}

    private static byte[] png(BufferedImage part, int widthPx) {
        BufferedImage scaled =
                new BufferedImage(widthPx, part.getHeight() * widthPx / part.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = scaled.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(part, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(scaled, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
