package org.paperbridge.cli.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.read.bare.CropReading;
import org.paperbridge.read.bare.CropRecogniser;
import org.paperbridge.read.comb.CombGrammar;
import org.paperbridge.read.ink.GreyCrop;

/** Whole comb fields, put together from single characters of many people inside printed frames. */
final class CombTable {

    private static final int CELL = 72;
    private static final int HIGH = 84;
    private static final int INK = 54;

    private final CropRecogniser recogniser;
    private final Map<String, List<LabelledCell>> hands;
    private final Random random;
    private final int fields;

    CombTable(CropRecogniser recogniser, List<LabelledCell> cells, long seed, int fields) {
        this.recogniser = recogniser;
        this.hands = cells.stream().collect(Collectors.groupingBy(LabelledCell::label));
        this.random = new Random(seed);
        this.fields = fields;
    }

    String table() {
        return "| field | fields | best candidate right | accepted | accepted but wrong |\n|---|---|---|---|---|\n"
                + row("4 digits", Alphabet.DIGITS, Optional.empty(), r -> digits(r, 4))
                + row("8 digits", Alphabet.DIGITS, Optional.empty(), r -> digits(r, 8))
                + row("date", Alphabet.DATE, Optional.empty(), CombTable::date)
                + row(
                        "RPPS, Luhn",
                        Alphabet.DIGITS,
                        Optional.of(CheckRule.RPPS),
                        r -> checked(CheckRule.RPPS, digits(r, 10)))
                + row(
                        "8 digits + mod 97",
                        Alphabet.DIGITS,
                        Optional.of(CheckRule.MOD97),
                        r -> checked(CheckRule.MOD97, digits(r, 8)))
                + row("8 capitals", Alphabet.LETTERS, Optional.empty(), r -> capitals(r, 8));
    }

    private String row(String name, Alphabet alphabet, Optional<CheckRule> check, Function<Random, String> text) {
        CombGrammar grammar = CombGrammar.of(alphabet, check);
        int right = 0;
        int accepted = 0;
        int silent = 0;
        for (int n = 0; n < fields; n++) {
            String written = text.apply(random);
            CropReading reading = recogniser.comb(draw(written), written.length(), grammar);
            boolean hit = !reading.candidates().isEmpty()
                    && reading.candidates().getFirst().value().equals(written);
            right += hit ? 1 : 0;
            accepted += reading.accepted() ? 1 : 0;
            silent += reading.accepted() && !reading.value().equals(written) ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %.1f %% | %d |%n",
                name,
                fields,
                100.0 * right / fields,
                100.0 * accepted / fields,
                silent);
    }

    private GreyCrop draw(String text) {
        GreyCrop row = GreyCrop.filled(text.length() * CELL + 3, HIGH + 3, 250);
        for (int i = 0; i < text.length(); i++) {
            List<LabelledCell> some = hands.getOrDefault(text.substring(i, i + 1), List.of());
            GreyCrop hand = some.get(random.nextInt(some.size())).grey();
            int left = i * CELL + (CELL - hand.width()) / 2 + random.nextInt(9) - 4;
            darken(row, hand, left, (HIGH - INK) / 2 - 5 + random.nextInt(9) - 4);
        }
        for (int y = 0; y < row.height(); y++) {
            for (int x = 0; x < row.width(); x++) {
                if (x % CELL < 3 || y < 3 || y >= HIGH) {
                    row.values()[y * row.width() + x] = (byte) Math.min(row.at(x, y), 150);
                }
            }
        }
        return row;
    }

    private static void darken(GreyCrop row, GreyCrop hand, int left, int top) {
        for (int y = 0; y < hand.height(); y++) {
            for (int x = 0; x < hand.width(); x++) {
                int u = left + x;
                int v = top + y;
                if (u >= 0 && v >= 0 && u < row.width() && v < row.height()) {
                    row.values()[v * row.width() + u] = (byte) Math.min(row.at(u, v), hand.at(x, y));
                }
            }
        }
    }

    private static String digits(Random random, int count) {
        return random.ints(count, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    }

    private static String capitals(Random random, int count) {
        return random.ints(count, 'A', 'Z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static String date(Random random) {
        return LocalDate.of(1930, 1, 1)
                .plusDays(random.nextInt(36_000))
                .format(DateTimeFormatter.ofPattern("ddMMuuuu"));
    }

    private static String checked(CheckRule rule, String body) {
        List<String> whole = new ArrayList<>();
        CheckDigits.checkOf(rule, body).ifPresent(check -> whole.add(body + check));
        return whole.isEmpty() ? body : whole.getFirst();
    }
}
