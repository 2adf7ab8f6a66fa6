package org.paperbridge.cli.report;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.paperbridge.read.ink.GreyCrop;

/** Pictures that stand inside a page of HTML, as {@code data:} addresses: one file holds everything. */
final class EmbeddedPicture {

    private EmbeddedPicture() {}

    /** Without loss: what a network saw. */
    static String png(GreyCrop grey) {
        return of("png", grey.width(), grey.height(), grey.values());
    }

    /** Ink as black on white. */
    static String inkPng(GreyCrop ink) {
        byte[] shown = ink.values().clone();
        for (int i = 0; i < shown.length; i++) {
            shown[i] = (byte) (255 - (shown[i] & 0xff));
        }
        return of("png", ink.width(), ink.height(), shown);
    }

    /** A whole page, made smaller. */
    static String jpeg(int width, int height, byte[] grey, int mostAcross) {
        int across = Math.min(width, mostAcross);
        int down = Math.max(1, Math.round((float) height * across / width));
        BufferedImage small = new BufferedImage(across, down, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(halved(picture(width, height, grey), 2 * across), 0, 0, across, down, null);
        g.dispose();
        return write("jpeg", small);
    }

    /** Halved until it is no wider: a single step from 2,500 to 900 pixels would leave thin strokes out. */
    private static BufferedImage halved(BufferedImage picture, int most) {
        BufferedImage now = picture;
        while (now.getWidth() > most) {
            BufferedImage half = new BufferedImage(
                    (now.getWidth() + 1) / 2, (now.getHeight() + 1) / 2, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D g = half.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(now, 0, 0, half.getWidth(), half.getHeight(), null);
            g.dispose();
            now = half;
        }
        return now;
    }

    private static String of(String kind, int width, int height, byte[] values) {
        return write(kind, picture(width, height, values));
    }

    private static BufferedImage picture(int width, int height, byte[] values) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setDataElements(0, 0, width, height, values);
        return picture;
    }

    private static String write(String kind, BufferedImage picture) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, kind, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/" + kind + ";base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
