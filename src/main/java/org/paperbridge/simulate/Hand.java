package org.paperbridge.simulate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/**
 * Characters and words written by real people: the sample that no model was trained on. Cells of 64 x 64 px, dark ink on
 * white.
 */
public final class Hand {

    private static final int CELL = 64;

    private final Map<String, Map<String, List<BufferedImage>>> bySource;
    private final List<BufferedImage> words;

    private Hand(Map<String, Map<String, List<BufferedImage>>> bySource, List<BufferedImage> words) {
        this.bySource = bySource;
        this.words = words;
    }

    /** @param folder {@code test-scans/handwriting} */
    public static Hand load(Path folder) throws IOException {
        Map<String, Map<String, List<BufferedImage>>> characters = new TreeMap<>();
        Map<String, BufferedImage> strips = new HashMap<>();
        List<String> rows = Files.readAllLines(folder.resolve("index.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            if (!cells[4].equals("report")) {
                // the other half set thresholds
                continue;
            }
            BufferedImage strip = strips.get(cells[0]);
            if (strip == null) {
                strip = ImageIO.read(folder.resolve(cells[0]).toFile());
                strips.put(cells[0], strip);
            }
            BufferedImage image = strip.getSubimage(Integer.parseInt(cells[1]) * CELL, 0, CELL, CELL);
            characters
                    .computeIfAbsent(cells[3], s -> new TreeMap<>())
                    .computeIfAbsent(cells[2], l -> new ArrayList<>())
                    .add(image);
        }
        List<BufferedImage> words = new ArrayList<>();
        List<String> lines = Files.readAllLines(folder.resolve("words.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            words.add(ImageIO.read(folder.resolve(line.split("\t", -1)[0]).toFile()));
        }
        return new Hand(characters, words);
    }

    /** Digits of one source, so that a page is written by hands of one kind. */
    public Writer pick(RandomGenerator random) {
        List<String> sources = bySource.entrySet().stream()
                .filter(e ->
                        e.getValue().keySet().containsAll(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")))
                .map(Map.Entry::getKey)
                .toList();
        return new Writer(sources.get(random.nextInt(sources.size())), random);
    }

    /** One page's handwriting. */
    public final class Writer {

        private final String source;
        private final RandomGenerator random;

        private Writer(String source, RandomGenerator random) {
            this.source = source;
            this.random = random;
        }

        public String source() {
            return source;
        }

        /** @throws IllegalArgumentException when nobody wrote such a character */
        BufferedImage character(char c) {
            List<BufferedImage> choices = new ArrayList<>();
            String label = String.valueOf(c);
            if (Character.isDigit(c)) {
                choices.addAll(bySource.getOrDefault(source, Map.of()).getOrDefault(label, List.of()));
            }
            if (choices.isEmpty()) {
                bySource.values().forEach(m -> choices.addAll(m.getOrDefault(label, List.of())));
            }
            if (choices.isEmpty()) {
                throw new IllegalArgumentException("The handwriting sample has no character " + c);
            }
            return choices.get(random.nextInt(choices.size()));
        }

        BufferedImage word() {
            return words.get(random.nextInt(words.size()));
        }
    }
}
