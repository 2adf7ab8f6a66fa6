package org.paperbridge.source;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Sides for scanners to scan, and a place where they are kept, or not. */
public final class ScannedSides implements PageKeeper, ScanWatch {

    public final List<byte[]> kept = new ArrayList<>();
    public final List<String> names = new ArrayList<>();
    /** The disk is full from this file on; 0 for never. */
    public int fullAt;
    /** Somebody presses stop after this file; 0 for never. */
    public int cancelAt;

    private int count;

    @Override
    public void keep(InputStream content, String name) throws IOException {
        byte[] all = content.readAllBytes();
        if (fullAt == kept.size() + 1) {
            throw new NotKeptException(new IOException("No space left on device"));
        }
        kept.add(all);
        names.add(name);
    }

    @Override
    public void kept(int files) {
        count = files;
    }

    @Override
    public boolean cancelled() {
        return cancelAt > 0 && count >= cancelAt;
    }

    /** Different JPEG pictures. */
    public static List<byte[]> jpegs(int number) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            BufferedImage image = new BufferedImage(620, 877, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D g = image.createGraphics();
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, 620, 877);
            g.setColor(Color.BLACK);
            g.fillRect(50, 20 + i * 20, 200, 15);
            g.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, "jpg", out);
            pictures.add(out.toByteArray());
        }
        return pictures;
    }
}
