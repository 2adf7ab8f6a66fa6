package org.paperbridge.form.formulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class FormularyNumberTest {

    @Test
    void noSlipOfOneDigitOrOfTwoThatChangedPlacesMakesAnotherNumber() {
        assertThat(slips(FormularyNumberTest::oneWrong)).isEqualTo(new Slips(FormularyNumber.MOST * 6 * 9, 0));
        assertThat(slips(digits -> changedPlaces(digits, 1)).passed()).isZero();
        assertThat(slips(digits -> changedPlaces(digits, 2)).passed()).isZero();
        assertThat(slips(FormularyNumberTest::twinsMisread).passed()).isZero();
    }

    @Test
    void ofTwoUnrelatedWrongDigitsAboutOneInNinetySevenPassesSoTheTestCanFail() {
        Slips slips = slips(FormularyNumberTest::anyTwoWrong, 97);
        assertThat((double) slips.passed() / slips.made()).isBetween(1 / 130.0, 1 / 75.0);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        FormularyNumber number = FormularyNumber.of(417);
        assertThat(number.digits()).isEqualTo("041711");
        assertThat(number.counter()).isEqualTo(417);
        assertThat(number.printed()).isEqualTo("0417 11");
        assertThat(FormularyNumber.parse("0417-11")).contains(number);
        assertThat(FormularyNumber.parse("041712")).isEmpty();
        assertThat(FormularyNumber.parse("41711")).isEmpty();
        assertThat(FormularyNumber.parse("0041711")).isEmpty();
        assertThatThrownBy(() -> new FormularyNumber("041712")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FormularyNumber.of(10_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FormularyNumber.of(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private record Slips(int made, int passed) {}

    private static Slips slips(Function<String, List<String>> misreadings) {
        return slips(misreadings, 1);
    }

    private static Slips slips(Function<String, List<String>> misreadings, int step) {
        int made = 0;
        int passed = 0;
        for (int counter = 1; counter <= FormularyNumber.MOST; counter += step) {
            for (String misread : misreadings.apply(FormularyNumber.of(counter).digits())) {
                made++;
                passed += FormularyNumber.parse(misread).isPresent() ? 1 : 0;
            }
        }
        return new Slips(made, passed);
    }

    private static List<String> oneWrong(String digits) {
        List<String> misread = new ArrayList<>();
        for (int i = 0; i < digits.length(); i++) {
            for (char c = '0'; c <= '9'; c++) {
                if (digits.charAt(i) != c) {
                    misread.add(digits.substring(0, i) + c + digits.substring(i + 1));
                }
            }
        }
        return misread;
    }

    private static List<String> changedPlaces(String digits, int apart) {
        List<String> misread = new ArrayList<>();
        for (int i = 0; i + apart < digits.length(); i++) {
            char[] changed = digits.toCharArray();
            changed[i] = digits.charAt(i + apart);
            changed[i + apart] = digits.charAt(i);
            if (changed[i] != changed[i + apart]) {
                misread.add(new String(changed));
            }
        }
        return misread;
    }

    private static List<String> twinsMisread(String digits) {
        List<String> misread = new ArrayList<>();
        for (int i = 0; i + 1 < digits.length(); i++) {
            for (char c = '0'; c <= '9'; c++) {
                if (digits.charAt(i) == digits.charAt(i + 1) && digits.charAt(i) != c) {
                    misread.add(digits.substring(0, i) + c + c + digits.substring(i + 2));
                }
            }
        }
        return misread;
    }

    private static List<String> anyTwoWrong(String digits) {
        List<String> misread = new ArrayList<>();
        for (String once : oneWrong(digits)) {
            for (String twice : oneWrong(once)) {
                if (oneWrong(digits).stream().noneMatch(twice::equals) && !twice.equals(digits)) {
                    misread.add(twice);
                }
            }
        }
        return misread;
    }
}
