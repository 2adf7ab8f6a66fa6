package org.paperbridge.read.comb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.read.FieldReader;
import org.paperbridge.read.HandwritingSample;
import org.paperbridge.read.PageFieldReader;
import org.paperbridge.read.PaperPage;
import org.paperbridge.read.ink.GreyCrop;

/** Comb fields on drawn pages, filled with handwriting the network never saw. */
final class CombFieldsTest {

    private static final Map<String, List<GreyCrop>> HANDS = HandwritingSample.all().stream()
            .filter(c -> c.split().equals("report"))
            .collect(Collectors.groupingBy(
                    HandwritingSample.Cell::label,
                    Collectors.mapping(HandwritingSample.Cell::grey, Collectors.toList())));

    private static FieldReader reader;

    @BeforeAll
    static void open() {
        reader = PageFieldReader.shipped();
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    @ParameterizedTest(name = "frames of grey {0}, noise {1}, registration off by {2} mm")
    @CsvSource({"190, 2, 0", "0, 2, 0", "150, 8, 0.15", "0, 8, 0.15"})
    void mostNumbersAreReadAndNoneSilentlyWrong(int frameGrey, double noise, double offMm) {
        Random random = new Random(5);
        PaperPage page = new PaperPage(9);
        List<String> written = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            String number = String.format("%04d", random.nextInt(10_000));
            FieldZone.Comb comb = page.comb(
                    "n-" + n, Alphabet.DIGITS, Optional.empty(), 4, 10 + 60 * (n % 3), 10 + 13.0 * (n / 3), frameGrey);
            write(page, comb, number, random);
            written.add(number);
        }

        List<FieldReading> readings = reader.read(page.scan(noise), page.registration(offMm, -offMm), page.layout());

        int right = 0;
        int silent = 0;
        for (int n = 0; n < written.size(); n++) {
            FieldReading reading = readings.get(n);
            String best = reading.candidates().isEmpty()
                    ? ""
                    : reading.candidates().getFirst().value();
            right += best.equals(written.get(n)) ? 1 : 0;
            boolean accepted = reading.evidence().getOrDefault("accepted", 0.0) > 0;
            silent += accepted && !reading.values().equals(List.of(written.get(n))) ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(45);
        assertThat(silent).isZero();
    }

    @Test
    void aFittingCheckDigitRaisesConfidence() {
        PaperPage page = new PaperPage(3);
        Random random = new Random(3);
        String body = "1000345678";
        String number = body + CheckDigits.checkOf(CheckRule.RPPS, body).orElseThrow();
        write(page, page.comb("plain", Alphabet.DIGITS, Optional.empty(), 11, 10, 20, 180), number, new Random(3));
        write(page, page.comb("rpps", Alphabet.DIGITS, Optional.of(CheckRule.RPPS), 11, 10, 40, 180), number, random);

        List<FieldReading> readings = reader.read(page.scan(2), page.registration(0, 0), page.layout());

        assertThat(readings.get(1).values()).containsExactly(number);
        assertThat(readings.get(1).state()).isEqualTo(FieldState.READ);
        assertThat(readings.get(1).confidence()).isGreaterThan(readings.get(0).confidence());
    }

    @Test
    void emptyCellsAreBlankAndAGapIsAQuestion() {
        PaperPage page = new PaperPage(4);
        Random random = new Random(4);
        page.comb("empty", Alphabet.DIGITS, Optional.empty(), 4, 10, 20, 0);
        write(page, page.comb("leading", Alphabet.DIGITS, Optional.empty(), 4, 50, 20, 0), "  72", random);
        write(page, page.comb("gap", Alphabet.DIGITS, Optional.empty(), 4, 90, 20, 0), "7 72", random);
        write(page, page.comb("date", Alphabet.DATE, Optional.empty(), 8, 130, 20, 0), "0102193 ", random);

        List<FieldReading> readings = reader.read(page.scan(4), page.registration(0, 0), page.layout());

        assertThat(readings.get(0).state()).isEqualTo(FieldState.BLANK);
        assertThat(readings.get(0).values()).isEmpty();
        assertThat(readings.get(1).values()).containsExactly("72");
        assertThat(readings.get(2).state()).isEqualTo(FieldState.DOUBTFUL);
        assertThat(readings.get(3).state()).isEqualTo(FieldState.DOUBTFUL);
    }

    @ParameterizedTest(name = "|{0}| is {1} {2}")
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " 500  ;READ;500",
                "   75 ;READ;7,5",
                "  7550;READ;75,50",
                "5  0  ;DOUBTFUL;50",
                "500   ;DOUBTFUL;500"
            })
    void aDecimalMayLeaveCellsBeforeItAndAfterItsLastDecimal(String cells, FieldState state, String value) {
        PaperPage page = new PaperPage(8);
        FieldZone.Comb plain = page.comb("n", Alphabet.DECIMAL, Optional.empty(), 6, 20, 20, 160);
        FieldZone.Comb masked = new FieldZone.Comb(
                "dose",
                plain.box(),
                plain.criticality(),
                Alphabet.DECIMAL,
                Optional.of("####,##"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                plain.cells());
        page.add(masked);
        write(page, masked, cells, new Random(2));

        FieldReading reading = reader.read(page.scan(2), page.registration(0, 0), page.layout())
                .getLast();

        assertThat(reading.values()).containsExactly(value);
        assertThat(reading.state()).isEqualTo(state);
    }

    @Test
    void aStruckOutFieldIsNotRead() {
        PaperPage page = new PaperPage(5);
        FieldZone.Comb comb = page.comb("n", Alphabet.DIGITS, Optional.empty(), 4, 20, 20, 190);
        write(page, comb, "4711", new Random(5));
        page.stroke(19, 23, 42, 24, 0.5, 30);

        FieldReading reading = reader.read(page.scan(2), page.registration(0, 0), page.layout())
                .getFirst();

        assertThat(reading.state()).isEqualTo(FieldState.STRUCK_OUT);
        assertThat(reading.values()).isEmpty();
    }

    @Test
    void aScribbleIsNeverADigit() {
        PaperPage page = new PaperPage(6);
        FieldZone.Comb comb = page.comb("n", Alphabet.DIGITS, Optional.empty(), 1, 20, 20, 190);
        for (int i = 0; i < 9; i++) {
            page.stroke(20.8, 21 + 0.6 * i, 24.2, 21.3 + 0.6 * i, 0.4, 30);
            page.stroke(24.2, 21.3 + 0.6 * i, 20.8, 21.6 + 0.6 * i, 0.4, 30);
        }

        FieldReading reading = reader.read(page.scan(2), page.registration(0, 0), page.layout())
                .getFirst();

        assertThat(reading.state()).isNotEqualTo(FieldState.READ).isNotEqualTo(FieldState.BLANK);
        assertThat(comb.cells()).hasSize(1);
    }

    private static void write(PaperPage page, FieldZone.Comb comb, String text, Random random) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                List<GreyCrop> hands = Objects.requireNonNull(HANDS.get(text.substring(i, i + 1)));
                page.write(comb.cells().get(i), hands.get(random.nextInt(hands.size())));
            }
        }
    }
}
