package org.paperbridge.read.comb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.read.character.CharacterDistribution;

/** The likeliest rows of characters, each cell taken by itself. */
final class Rows {

    private static final int MOST_PER_CELL = 5;
    private static final int MOST_ROWS = 400;
    private static final double LEAST_OF_BEST = 1e-7;

    /** Written out: comparators put together box every number, and rows are sorted by the hundred thousand. */
    private static final Comparator<Candidate> LIKELIEST_FIRST = (a, b) -> {
        int order = Double.compare(b.confidence(), a.confidence());
        return order != 0 ? order : a.value().compareTo(b.value());
    };

    private Rows() {}

    /** Best first; confidences are joint probabilities before any grammar. A blank cell is a space, a faint one a question mark. */
    static List<Candidate> likeliest(List<CellContent> cells) {
        List<Candidate> rows = List.of(new Candidate("", 1));
        for (CellContent cell : cells) {
            rows = switch (cell) {
                case CellContent.Blank(double dust) -> appended(rows, List.of(new Candidate(" ", 1)));
                case CellContent.Faint() -> appended(rows, List.of(new Candidate("?", 1)));
                case CellContent.Written(CharacterDistribution distribution, boolean crossing) ->
                    appended(rows, characters(distribution));
            };
        }
        return rows;
    }

    private static List<Candidate> appended(List<Candidate> rows, List<Candidate> characters) {
        double least = highest(rows) * highest(characters) * LEAST_OF_BEST;
        List<Candidate> longer = new ArrayList<>();
        for (Candidate row : rows) {
            for (Candidate character : characters) {
                double joint = row.confidence() * character.confidence();
                if (joint >= least) {
                    longer.add(new Candidate(row.value() + character.value(), joint));
                }
            }
        }
        longer.sort(LIKELIEST_FIRST);
        return longer.size() <= MOST_ROWS ? longer : longer.subList(0, MOST_ROWS);
    }

    private static double highest(List<Candidate> candidates) {
        double highest = 0;
        for (Candidate candidate : candidates) {
            highest = Math.max(highest, candidate.confidence());
        }
        return highest;
    }

    /** The characters of a cell, given that it holds one. */
    private static List<Candidate> characters(CharacterDistribution distribution) {
        double written = Math.max(1e-9, 1 - distribution.noCharacter());
        return distribution.candidates(MOST_PER_CELL).stream()
                .map(c -> new Candidate(c.value(), Math.min(1, c.confidence() / written)))
                .toList();
    }
}
