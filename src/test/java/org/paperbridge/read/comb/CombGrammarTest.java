package org.paperbridge.read.comb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.form.layout.NumberRange;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.read.character.Calibration;
import org.paperbridge.read.character.CharacterClasses;
import org.paperbridge.read.character.CharacterDistribution;

final class CombGrammarTest {

    private static final CombGrammar PRESSURE = ranged(Alphabet.DIGITS, null, 30, 160);

    @ParameterizedTest(name = "|{0}| {1}")
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {" 79;true", " 19;false", "160;true", "161;false", "030;true", "1?9;true", "1 9;true"})
    void aNumberMustLieInItsRange(String cells, boolean allowed) {
        assertThat(PRESSURE.allows(cells)).isEqualTo(allowed);
    }

    @Test
    void thePrintedCommaCounts() {
        CombGrammar temperature = ranged(Alphabet.DECIMAL, "##,#", 30, 43);
        assertThat(temperature.allows("378")).isTrue();
        assertThat(temperature.allows("478")).isFalse();
        assertThat(temperature.allows("37 ")).isTrue();
        assertThat(temperature.allowedShare("xxx")).isEqualTo(131 / 1000.0);
        assertThat(temperature.allowedShare("xx ")).isEqualTo(14 / 100.0);
    }

    @ParameterizedTest(name = "|{0}|: {1} of {2}")
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"xxx;131;1000", " xx;70;100", "  x;0;10"})
    void theShareIsThatOfTheNumbersWithAsManyDigits(String filled, int inside, int all) {
        assertThat(PRESSURE.allowedShare(filled)).isEqualTo((double) inside / all);
    }

    @Test
    void aRangeDoesNotExcuseTheCheckDigit() {
        CombGrammar both = new CombGrammar(
                Alphabet.DIGITS, Optional.of(CheckRule.MOD97), Optional.empty(), Optional.of(new NumberRange(0, 1e9)));
        List<String> passing = Stream.of(
                        "00", "11", "22", "33", "44", "55", "66", "77", "88", "97", "01", "13", "29", "42")
                .filter(end -> both.allows("1234" + end))
                .toList();
        assertThat(passing).hasSizeLessThan(2);
    }

    @Test
    void aFaintCellInADateIsAQuestionNotACrash() {
        CombReading read = new CombDecoder(Calibration.shipped())
                .decode(
                        List.of(
                                new CellContent.Faint(),
                                written('1', 0.999, '7'),
                                written('0', 0.999, '6'),
                                written('3', 0.999, '8')),
                        CombGrammar.of(Alphabet.DATE));
        assertThat(read.state()).isEqualTo(FieldState.DOUBTFUL);
        assertThat(read.fits()).isFalse();
    }

    @Test
    void aValueNoPatientCanHaveGivesWayToOneThatHolds() {
        List<CellContent> cells = List.of(new CellContent.Blank(0), written('1', 0.93, '7'), written('9', 0.999, '4'));
        CombDecoder decoder = new CombDecoder(Calibration.shipped());
        CombReading anyNumber = decoder.decode(cells, CombGrammar.of(Alphabet.DIGITS));
        CombReading pressure = decoder.decode(cells, PRESSURE);
        assertThat(anyNumber.value()).isEqualTo("19");
        assertThat(pressure.value()).isEqualTo("79");
        // what the range chose against the pen goes to a person
        assertThat(pressure.state()).isEqualTo(FieldState.DOUBTFUL);
    }

    private static CombGrammar ranged(Alphabet alphabet, @Nullable String mask, double low, double high) {
        return new CombGrammar(
                alphabet, Optional.empty(), Optional.ofNullable(mask), Optional.of(new NumberRange(low, high)));
    }

    private static CellContent written(char best, double share, char other) {
        double[] shares = new double[CharacterClasses.COUNT];
        shares[CharacterClasses.CHARACTERS.indexOf(best)] = share;
        shares[CharacterClasses.CHARACTERS.indexOf(other)] = 1 - share;
        return new CellContent.Written(new CharacterDistribution(shares), false);
    }
}
