package org.paperbridge.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.paperbridge.read.ink.GreyCrop;

/** Reads a crop from an image file; transparent parts count as paper. */
public final class CropFile {

    private CropFile() {}

    /** Throws {@link IOException} when the file is no image. */
    public static GreyCrop read(Path file) throws IOException {
        @Nullable BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException("not an image of a known kind");
        }
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        byte[] grey = new byte[image.getWidth() * image.getHeight()];
        boolean isGrey = image.getRaster().getNumBands() == 1
                && image.getSampleModel().getSampleSize(0) == 8
                && image.getColorModel().getColorSpace().getType() == java.awt.color.ColorSpace.TYPE_GRAY;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = opaque.getRGB(x, y);
                int luminance = (299 * (rgb >> 16 & 0xff) + 587 * (rgb >> 8 & 0xff) + 114 * (rgb & 0xff) + 500) / 1000;
                grey[y * image.getWidth() + x] =
                        (byte) (isGrey ? image.getRaster().getSample(x, y, 0) : luminance);
            }
        }
        return new GreyCrop(image.getWidth(), image.getHeight(), grey);
    }
}
