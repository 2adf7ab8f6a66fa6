package org.paperbridge.cli.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.paperbridge.read.bare.CropReading;
import org.paperbridge.read.bare.CropRecogniser;
import org.paperbridge.read.character.CharacterSet;

/** Single characters: how many are right, and how many of the accepted ones are wrong, at several thresholds. */
final class CharacterTable {

    private static final double[] THRESHOLDS = {0.5, 0.9, 0.95, 0.99, 0.995, 0.999};

    private CharacterTable() {}

    static String of(CropRecogniser recogniser, List<LabelledCell> cells) {
        StringBuilder out = new StringBuilder("| set | images | right | accepted, wrong |");
        for (double threshold : THRESHOLDS) {
            out.append(" from ").append(threshold).append(" |");
        }
        out.append("\n|---|---|---|---|")
                .append("---|".repeat(THRESHOLDS.length))
                .append('\n');
        Map<String, List<LabelledCell>> bySource =
                cells.stream().collect(Collectors.groupingBy(LabelledCell::source, TreeMap::new, Collectors.toList()));
        bySource.forEach((source, some) -> out.append(row(recogniser, source, some)));
        return out.toString();
    }

    private static String row(CropRecogniser recogniser, String source, List<LabelledCell> cells) {
        CharacterSet set = cells.stream().allMatch(LabelledCell::isDigit) ? CharacterSet.DIGITS : CharacterSet.LETTERS;
        List<CropReading> readings =
                recogniser.characters(cells.stream().map(LabelledCell::grey).toList(), set);
        int right = 0;
        int accepted = 0;
        int silent = 0;
        int[] taken = new int[THRESHOLDS.length];
        int[] wrong = new int[THRESHOLDS.length];
        for (int i = 0; i < cells.size(); i++) {
            CropReading reading = readings.get(i);
            boolean hit = reading.value().equals(cells.get(i).label());
            right += hit ? 1 : 0;
            accepted += reading.accepted() ? 1 : 0;
            silent += reading.accepted() && !hit ? 1 : 0;
            for (int t = 0; t < THRESHOLDS.length; t++) {
                boolean over = !reading.value().isEmpty() && reading.confidence() >= THRESHOLDS[t];
                taken[t] += over ? 1 : 0;
                wrong[t] += over && !hit ? 1 : 0;
            }
        }
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s | %d | %.2f %% | %.1f %%, %d |",
                source,
                cells.size(),
                100.0 * right / cells.size(),
                100.0 * accepted / cells.size(),
                silent));
        for (int t = 0; t < THRESHOLDS.length; t++) {
            row.append(String.format(Locale.ROOT, " %.1f %%, %d |", 100.0 * taken[t] / cells.size(), wrong[t]));
        }
        return row.append('\n').toString();
    }
}
