package org.paperbridge.read.comb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.read.character.Calibration;
import org.paperbridge.read.character.CharacterClasses;

/**
 * From cells to the value of a comb field.
 *
 * <p>Rows of characters are weighed by Bayes: the joint probability of the cells, times how likely a person writes such a
 * row. A row that fails its check digit, is no date or lies outside its range is not impossible, people slip, but rare.
 */
public final class CombDecoder {

    /** How often people write a number whose check digit is wrong or that no patient can have, or a date that does not exist. */
    private static final double SLIP = 0.01;

    private static final int MOST_CANDIDATES = 5;
    /** What is left is writing too pale for the scanner; set by hand, no blank was misread in the benchmark. */
    private static final double BLANK_CONFIDENCE = 0.9998;
    /** Taken off for every square millimetre of dust in the dustiest cell. */
    private static final double DUST_PENALTY = 0.15;

    /** Below this a cell is a question for a person, whatever the rest says. */
    private static final double SURE_CELL = 0.9;
    /** With a fitting check digit: handwriting measured 0.0006 to 0.02 % wrong fields from here on. */
    private static final double SURE_CELL_WITH_CHECK = 0.8;

    private static final double SURE_FIELD = 0.8;
    private static final double SURE_FIELD_WITH_CHECK = 0.99;
    private static final double NO_CHARACTER = 0.5;

    private final Calibration calibration;

    public CombDecoder(Calibration calibration) {
        this.calibration = calibration;
    }

    public CombReading decode(List<CellContent> cells, CombGrammar grammar) {
        List<CellContent.Written> written = cells.stream()
                .filter(CellContent.Written.class::isInstance)
                .map(CellContent.Written.class::cast)
                .toList();
        boolean faint = cells.stream().anyMatch(CellContent.Faint.class::isInstance);
        if (written.isEmpty()) {
            FieldState state = faint ? FieldState.DOUBTFUL : FieldState.BLANK;
            double confidence = faint ? 0.5 : BLANK_CONFIDENCE - DUST_PENALTY * dustiest(cells);
            return new CombReading(state, "", confidence, List.of(), 1, false, !faint);
        }
        long crossed = written.stream().filter(CellContent.Written::crossing).count();
        long strange = written.stream()
                .filter(w -> w.distribution().noCharacter() > NO_CHARACTER)
                .count();
        List<Candidate> candidates = weighed(Rows.likeliest(cells), row(cells), written, grammar);
        if (crossed > 1 && crossed * 2 > written.size()) {
            return without(FieldState.STRUCK_OUT, candidates);
        }
        if (strange * 2 > written.size()) {
            return without(strange == written.size() ? FieldState.STRUCK_OUT : FieldState.UNREADABLE, candidates);
        }
        return judged(cells, written, candidates, grammar, !faint && strange == 0 && crossed == 0);
    }

    private static double dustiest(List<CellContent> cells) {
        return cells.stream()
                .mapToDouble(cell -> cell instanceof CellContent.Blank(double dust) ? Math.min(1, dust) : 0)
                .max()
                .orElse(0);
    }

    private CombReading judged(
            List<CellContent> cells,
            List<CellContent.Written> written,
            List<Candidate> candidates,
            CombGrammar grammar,
            boolean clean) {
        Candidate best = candidates.getFirst();
        double weakest = written.stream()
                .mapToDouble(w -> probabilityIn(w, best.value(), cells))
                .min()
                .orElse(0);
        boolean complete = grammar.isComplete(row(cells));
        boolean legible = !best.value().contains("?");
        boolean fits = complete && (!grammar.needsEveryCell() || legible && grammar.allows(best.value()));
        boolean checked = grammar.check().isPresent();
        boolean sure = clean
                && fits
                && weakest >= (checked ? SURE_CELL_WITH_CHECK : SURE_CELL)
                && best.confidence() >= (checked ? SURE_FIELD_WITH_CHECK : SURE_FIELD);
        double acceptFrom = calibration.of(grammar.characters()).acceptFrom();
        boolean accepted = sure && (checked || weakest >= acceptFrom);
        return new CombReading(
                sure ? FieldState.READ : FieldState.DOUBTFUL,
                grammar.value(best.value()),
                clean ? best.confidence() : Math.min(best.confidence(), 0.5),
                candidates.stream()
                        .limit(MOST_CANDIDATES)
                        .map(c -> new Candidate(grammar.value(c.value()), c.confidence()))
                        .toList(),
                weakest,
                fits,
                accepted);
    }

    /** Which cells were written: a cross for each, a question mark for a faint one, a space for a blank. */
    private static String row(List<CellContent> cells) {
        StringBuilder row = new StringBuilder();
        for (CellContent cell : cells) {
            row.append(
                    switch (cell) {
                        case CellContent.Blank blank -> ' ';
                        case CellContent.Faint faint -> '?';
                        case CellContent.Written written -> 'x';
                    });
        }
        return row.toString();
    }

    private static CombReading without(FieldState state, List<Candidate> candidates) {
        double best = candidates.getFirst().confidence();
        return new CombReading(state, "", 1 - best, List.of(), 0, false, false);
    }

    private static List<Candidate> weighed(
            List<Candidate> rows, String filled, List<CellContent.Written> written, CombGrammar grammar) {
        double seen = rows.stream().mapToDouble(Candidate::confidence).sum();
        List<Candidate> weights = new ArrayList<>();
        double total = Math.max(0, 1 - seen) * Math.min(1, grammar.allowedShare(filled) + SLIP);
        for (Candidate row : rows) {
            double weight = row.confidence() * (grammar.allows(row.value()) ? 1 : SLIP);
            weights.add(new Candidate(row.value(), weight));
            total += weight;
        }
        double characters = written.stream()
                .mapToDouble(w -> 1 - w.distribution().noCharacter())
                .reduce(1, (a, b) -> a * b);
        // What was made of a cell that holds no character passes the check digit only by chance.
        double scale = characters / (characters * total + (1 - characters) * Math.min(1, grammar.checkShare() + SLIP));
        return weights.stream()
                .map(w -> new Candidate(w.value(), Math.min(1, w.confidence() * scale)))
                .sorted(Comparator.comparingDouble((Candidate c) -> -c.confidence())
                        .thenComparing(Candidate::value))
                .toList();
    }

    private static double probabilityIn(CellContent.Written cell, String row, List<CellContent> cells) {
        int output = CharacterClasses.CHARACTERS.indexOf(row.charAt(cells.indexOf(cell)));
        return output < 0 ? 0 : Math.min(1, cell.distribution().of(output));
    }
}
