package org.paperbridge.read.comb;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.NumberRange;
import org.paperbridge.read.character.CharacterSet;

/**
 * What the cells of a comb field may say together.
 *
 * @param mask {@code #} for a cell, anything else preprinted; empty when every position is a cell
 * @param range of a number; outside it a value is rarely real
 */
public record CombGrammar(
        Alphabet alphabet, Optional<CheckRule> check, Optional<String> mask, Optional<NumberRange> range) {

    /** Years a hospital form can mean: the oldest patients and a little into the future. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2099;

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    public static CombGrammar of(FieldZone.Comb comb) {
        return new CombGrammar(comb.alphabet(), comb.check(), comb.mask(), comb.range());
    }

    /** Nothing but an alphabet. */
    public static CombGrammar of(Alphabet alphabet) {
        return of(alphabet, Optional.empty());
    }

    public static CombGrammar of(Alphabet alphabet, Optional<CheckRule> check) {
        return new CombGrammar(alphabet, check, Optional.empty(), Optional.empty());
    }

    public CharacterSet characters() {
        return CharacterSet.of(alphabet);
    }

    /**
     * Whether a row of characters can be what was meant: a real date, a time of day, a fitting check digit, a number in
     * its range. A row with a question mark can, and so can one with a blank that leaves nothing to check.
     */
    public boolean allows(String cells) {
        if (cells.contains("?")) {
            return true;
        }
        if (isNumber() && !isInRange(cells)) {
            return false;
        }
        if (cells.contains(" ")) {
            return true;
        }
        boolean shaped = switch (alphabet) {
            case DATE -> isDate(cells);
            case TIME -> isTime(cells);
            case DIGITS, LETTERS, ALPHANUMERIC, DECIMAL -> true;
        };
        return shaped && check.map(rule -> CheckDigits.passes(rule, cells)).orElse(true);
    }

    /**
     * Share of all rows of characters that {@link #allows} lets pass, among those with the same cells filled; the size
     * of the net a misreading must slip.
     */
    public double allowedShare(String cells) {
        if (cells.contains("?")) {
            return 1;
        }
        double ranged = isNumber() ? range.map(r -> rangeShare(r, cells)).orElse(1.0) : 1;
        if (cells.contains(" ")) {
            return ranged;
        }
        double shape = switch (alphabet) {
            case DATE -> 73_049e-8;
            case TIME -> 0.144;
            case DIGITS, DECIMAL -> ranged;
            case LETTERS, ALPHANUMERIC -> 1;
        };
        return shape * checkShare();
    }

    /** Share of the misreadings of one cell that the check digit lets pass; 1 without one. */
    public double checkShare() {
        return check.map(CombGrammar::shareOf).orElse(1.0);
    }

    /** Dates, times and numbers with check digits have no meaning when a cell is missing. */
    public boolean needsEveryCell() {
        return check.isPresent() || alphabet == Alphabet.DATE || alphabet == Alphabet.TIME;
    }

    /**
     * Whether blank cells are where people leave them: in front of a number, after its last decimal, behind a word.
     *
     * @param cells one character a cell, a space where it is blank
     */
    public boolean isComplete(String cells) {
        if (needsEveryCell()) {
            return !cells.contains(" ");
        }
        return switch (alphabet) {
            case LETTERS, ALPHANUMERIC -> !cells.stripTrailing().contains(" ");
            case DIGITS, DECIMAL, DATE, TIME -> {
                int whole = mask.map(CombGrammar::wholePart).orElse(cells.length());
                String integer =
                        cells.substring(0, Math.min(whole, cells.length())).stripLeading();
                String decimals =
                        cells.substring(Math.min(whole, cells.length())).stripTrailing();
                yield !integer.isEmpty() && !integer.contains(" ") && !decimals.contains(" ");
            }
        };
    }

    /** The value as reported: preprinted characters put in, blank cells around a number left out. */
    public String value(String cells) {
        String text = mask.map(m -> filledIn(m, cells)).orElse(cells);
        return alphabet == Alphabet.DECIMAL ? text.replace(" ", "").replaceFirst("[.,]$", "") : text.strip();
    }

    private boolean isNumber() {
        return alphabet == Alphabet.DIGITS || alphabet == Alphabet.DECIMAL;
    }

    /** True also for what is no number: a gap between its digits. */
    private boolean isInRange(String cells) {
        String text = value(cells).replace(',', '.');
        return range.isEmpty() || !NUMBER.matcher(text).matches() || range.get().contains(Double.parseDouble(text));
    }

    private double rangeShare(NumberRange limits, String cells) {
        int whole = mask.map(CombGrammar::wholePart).orElse(cells.length());
        long decimals = cells.chars().skip(whole).filter(c -> c != ' ').count();
        long digits = cells.chars().filter(c -> c != ' ').count();
        double steps = Math.pow(10, decimals);
        double rows = Math.pow(10, digits);
        double lowest = Math.max(0, Math.ceil(limits.lowest() * steps));
        double highest = Math.min(rows - 1, Math.floor(limits.highest() * steps));
        return Math.max(0, highest - lowest + 1) / rows;
    }

    private static int wholePart(String mask) {
        int separator = Math.max(mask.indexOf(','), mask.indexOf('.'));
        String before = separator < 0 ? mask : mask.substring(0, separator);
        return (int) before.chars().filter(c -> c == '#').count();
    }

    private static String filledIn(String mask, String cells) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (char c : mask.toCharArray()) {
            if (c != '#') {
                out.append(c);
            } else if (next < cells.length()) {
                out.append(cells.charAt(next++));
            }
        }
        return out.toString();
    }

    private static double shareOf(CheckRule rule) {
        return switch (rule) {
            case NIR, MOD97 -> 1.0 / 97;
            case RPPS, FINESS, GTIN -> 1.0 / 10;
            case NHS -> 1.0 / 11;
        };
    }

    private static boolean isDate(String cells) {
        if (cells.length() != 8 && cells.length() != 6) {
            return cells.length() == 4 && between(cells, 0, 1, 31) && between(cells, 2, 1, 12);
        }
        int year = Integer.parseInt(cells.substring(4));
        try {
            LocalDate date = LocalDate.of(
                    cells.length() == 6 ? 2000 + year : year,
                    Integer.parseInt(cells.substring(2, 4)),
                    Integer.parseInt(cells.substring(0, 2)));
            return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isTime(String cells) {
        return cells.length() == 2
                ? between(cells, 0, 0, 23)
                : cells.length() == 4 && between(cells, 0, 0, 23) && between(cells, 2, 0, 59);
    }

    private static boolean between(String cells, int at, int lowest, int highest) {
        int value = Integer.parseInt(cells.substring(at, at + 2));
        return value >= lowest && value <= highest;
    }
}
