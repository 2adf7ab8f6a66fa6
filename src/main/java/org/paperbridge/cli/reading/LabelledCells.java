package org.paperbridge.cli.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.paperbridge.cli.CropFile;
import org.paperbridge.read.ink.GreyCrop;

/** Finds labelled characters on disk. */
final class LabelledCells {

    private static final int CELL = 64;

    private LabelledCells() {}

    /**
     * The committed sample.
     *
     * @param folder holds {@code index.tsv}; only cells of split {@code report} are taken, they set no threshold
     */
    static List<LabelledCell> ofSample(Path folder) throws IOException {
        Map<String, GreyCrop> strips = new HashMap<>();
        List<LabelledCell> cells = new ArrayList<>();
        List<String> lines = Files.readAllLines(folder.resolve("index.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split("\t", -1);
            GreyCrop strip = strips.get(row[0]);
            if (strip == null) {
                strip = CropFile.read(folder.resolve(row[0]));
                strips.put(row[0], strip);
            }
            if (row[4].equals("report")) {
                cells.add(new LabelledCell(row[2], row[3], strip.part(Integer.parseInt(row[1]) * CELL, 0, CELL, CELL)));
            }
        }
        return cells;
    }

    /** Images in {@code FOLDER/SET/LABEL/*}, e.g. {@code unseen/digit/7/001.png}; labels are digits or capitals. */
    static List<LabelledCell> ofFolder(Path folder) throws IOException {
        List<LabelledCell> cells = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder, 3)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Path inside = folder.relativize(file);
                if (inside.getNameCount() == 3 && inside.getName(1).toString().matches("[0-9A-Z]")) {
                    cells.add(new LabelledCell(
                            inside.getName(1).toString(), inside.getName(0).toString(), CropFile.read(file)));
                }
            }
        }
        return cells;
    }
}
