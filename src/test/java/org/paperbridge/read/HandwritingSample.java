package org.paperbridge.read;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.paperbridge.read.ink.GreyCrop;

/** The committed handwriting by real people that the network never trained on. */
public final class HandwritingSample {

    private static final Path FOLDER = Path.of("test-scans/handwriting");
    private static final int CELL = 64;

    private HandwritingSample() {}

    /** @param split {@code calibrate} set temperature and thresholds, {@code report} set nothing */
    public record Cell(String label, String source, String split, GreyCrop grey) {}

    public static List<Cell> all() {
        try {
            Map<String, GreyCrop> strips = new HashMap<>();
            List<Cell> cells = new ArrayList<>();
            for (String line : Files.readAllLines(FOLDER.resolve("index.tsv"))) {
                String[] row = line.split("\t", -1);
                if (row[0].equals("file")) {
                    continue;
                }
                GreyCrop strip = strips.computeIfAbsent(row[0], HandwritingSample::strip);
                GreyCrop cell = strip.part(Integer.parseInt(row[1]) * CELL, 0, CELL, CELL);
                cells.add(new Cell(row[2], row[3], row[4], cell));
            }
            return cells;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cells of one character, from the part that set no threshold. */
    public static List<GreyCrop> of(char character) {
        return all().stream()
                .filter(c -> c.split().equals("report") && c.label().charAt(0) == character)
                .map(Cell::grey)
                .toList();
    }

    public static GreyCrop strip(String file) {
        return read(FOLDER.resolve(file));
    }

    public static GreyCrop read(Path file) {
        try {
            BufferedImage image = ImageIO.read(file.toFile());
            byte[] grey = new byte[image.getWidth() * image.getHeight()];
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    grey[y * image.getWidth() + x] = (byte) image.getRaster().getSample(x, y, 0);
                }
            }
            return new GreyCrop(image.getWidth(), image.getHeight(), grey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
