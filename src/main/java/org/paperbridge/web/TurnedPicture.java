package org.paperbridge.web;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture turned for whoever looks at it; what is kept stays as it was scanned. */
final class TurnedPicture {

    private TurnedPicture() {}

    /** @param quarters clockwise, 0 to 3 */
    static byte[] turned(byte[] png, int quarters) {
        if (quarters == 0) {
            return png;
        }
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
            boolean across = quarters % 2 == 1;
            int width = across ? picture.getHeight() : picture.getWidth();
            int height = across ? picture.getWidth() : picture.getHeight();
            BufferedImage turned = new BufferedImage(width, height, picture.getType());
            Graphics2D g = turned.createGraphics();
            g.translate(width / 2.0, height / 2.0);
            g.rotate(Math.PI / 2 * quarters);
            g.drawImage(picture, -picture.getWidth() / 2, -picture.getHeight() / 2, null);
            g.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(turned, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A picture cannot be turned", e);
        }
    }
}
