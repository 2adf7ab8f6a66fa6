package org.paperbridge.pagecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShortCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void whatIsPrintedIsParsed() {
        RandomGenerator random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            ShortCode code = new ShortCode(Serial.random(random), random.nextInt(1, 16), random.nextInt(1, 3));
            assertThat(ShortCode.parse(code.print())).contains(code);
        }
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({"o, 0", "O, 0", "i, 1", "I, 1", "l, 1", "L, 1"})
    void theUsualSlipsOfTheHandAreMended(String typed, String meant) {
        ShortCode code = new ShortCode("01A01B01C0", 1, 1);
        assertThat(ShortCode.parse(code.print().replace(meant, typed))).contains(code);
    }

    @Test
    void dashesSpacesAndSmallLettersDoNotMatter() {
        ShortCode code = new ShortCode("K7QM3F9TX0", 2, 1);
        String print = code.print();
        assertThat(ShortCode.parse(print.toLowerCase(java.util.Locale.ROOT))).contains(code);
        assertThat(ShortCode.parse(" " + print.replace("-", " ") + "\n")).contains(code);
        assertThat(ShortCode.parse(print.replace("-", ""))).contains(code);
        assertThat(ShortCode.parse(print.replace("-", "–"))).contains(code);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void everyWrongCharacterIsNoticed(long seed) {
        RandomGenerator random = new Random(seed);
        for (int n = 0; n < 200; n++) {
            String text = new ShortCode(Serial.random(random), random.nextInt(1, 16), random.nextInt(1, 3))
                    .print()
                    .replace("-", "");
            for (int i = 0; i < text.length(); i++) {
                for (char c : ALPHABET.toCharArray()) {
                    if (c != text.charAt(i)) {
                        assertThat(ShortCode.parse(text.substring(0, i) + c + text.substring(i + 1)))
                                .isEmpty();
                    }
                }
            }
        }
    }

    /** Linear over GF(32), so the check of two places depends on the two characters alone: all pairs prove it. */
    @Test
    void everyExchangeOfTwoCharactersIsNoticed() {
        for (int i = 0; i < 10; i++) {
            for (int j = i + 1; j < 10; j++) {
                for (char a : ALPHABET.toCharArray()) {
                    for (char b : ALPHABET.toCharArray()) {
                        if (a != b) {
                            StringBuilder serial = new StringBuilder("0000000000");
                            serial.setCharAt(i, a);
                            serial.setCharAt(j, b);
                            assertExchangesAreNoticed(new ShortCode(serial.toString(), 1, 1));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "K7QM3", "K7QM3-F9TX0-1", "K7QM3-F9TX0-1CC", "K7QM3-F9TX0-U0", "K7QM3-F9TX0-é0"})
    void somethingElseIsNoShortCode(String typed) {
        assertThat(ShortCode.parse(typed)).isEqualTo(Optional.empty());
    }

    private static void assertExchangesAreNoticed(ShortCode code) {
        char[] text = code.print().replace("-", "").toCharArray();
        for (int i = 0; i + 1 < text.length; i++) {
            if (text[i] != text[i + 1]) {
                char[] exchanged = text.clone();
                exchanged[i] = text[i + 1];
                exchanged[i + 1] = text[i];
                assertThat(ShortCode.parse(new String(exchanged))).isEmpty();
            }
        }
    }
}
