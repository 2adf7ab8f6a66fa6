package org.paperbridge.form.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.paperbridge.form.layout.CheckRule;

final class CheckDigitsTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "NIR, 255081416802538, true",
        "NIR, 255081416802539, false",
        "NIR, 185052A03301273, true",
        "NIR, 285052B03301250, true",
        "NIR, 285052b03301250, true",
        "NIR, 285052C03301250, false",
        "NIR, 25508141680253, false",
        "RPPS, 10001234565, true",
        "RPPS, 10001234566, false",
        "FINESS, 590780193, true",
        "FINESS, 910019447, true",
        "FINESS, 910019448, false",
        "NHS, 9434765919, true",
        "NHS, 9434765918, false",
        "GTIN, 4006381333931, true",
        "GTIN, 3400930000120, true",
        "GTIN, 4006381333932, false",
        "GTIN, 4006381333391, false",
        "GTIN, 400638133393, false",
        "MOD97, 79444, true",
        "MOD97, 79445, false",
        "MOD97, 44, false",
    })
    void knowsWorkedExamples(CheckRule rule, String value, boolean passes) {
        assertThat(CheckDigits.passes(rule, value)).isEqualTo(passes);
    }

    @Test
    void anNhsBodyThatAsksForTenHasNoCheckDigit() {
        assertThat(CheckDigits.checkOf(CheckRule.NHS, "000000006")).isEmpty();
    }

    @Test
    void anEmptyValuePassesNothing() {
        for (CheckRule rule : CheckRule.values()) {
            assertThat(CheckDigits.passes(rule, "")).isFalse();
        }
    }

    @ParameterizedTest(name = "every single wrong digit of {0} is caught")
    @EnumSource(CheckRule.class)
    void catchesEverySingleWrongDigit(CheckRule rule) {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Optional<String> value = validValue(rule, random);
            if (value.isEmpty()) {
                continue;
            }
            char[] written = value.get().toCharArray();
            int at = random.nextInt(written.length);
            written[at] = (char) ('0' + (written[at] - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(CheckDigits.passes(rule, value.get())).isTrue();
            assertThat(CheckDigits.passes(rule, new String(written)))
                    .as("%s misread as %s", value.get(), new String(written))
                    .isFalse();
        }
    }

    private static Optional<String> validValue(CheckRule rule, Random random) {
        int length = switch (rule) {
            case NIR -> 13;
            case RPPS -> 10;
            case FINESS -> 8;
            case NHS -> 9;
            case GTIN -> 12;
            case MOD97 -> 6;
        };
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < length; i++) {
            body.append((char) ('0' + random.nextInt(10)));
        }
        return CheckDigits.checkOf(rule, body.toString()).map(check -> body + check);
    }
}
