package org.paperbridge.kit.numbers;

import java.util.Locale;
import java.util.Optional;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.CheckRule;

/**
 * How temporary numbers look: a prefix digit, a counter of seven digits, two check digits by ISO 7064 mod 97-10. Ten
 * digits fit the combs of the forms, and an even count makes the shortest Code 128.
 *
 * @param patientPrefix first digit of patient numbers; no number of the hospital system of that length may begin so
 * @param stayPrefix first digit of visit numbers, another one
 */
public record NumberScheme(int patientPrefix, int stayPrefix) {

    static final int MOST = 9_999_999;
    private static final int LENGTH = 10;

    /** Nines and eights, which hospital systems reach last. */
    public static final NumberScheme USUAL = new NumberScheme(9, 8);

    public NumberScheme {
        if (patientPrefix < 1 || patientPrefix > 9 || stayPrefix < 1 || stayPrefix > 9 || patientPrefix == stayPrefix) {
            throw new IllegalArgumentException(
                    "Prefixes of temporary numbers are two different digits from 1 to 9, got " + patientPrefix + " and "
                            + stayPrefix);
        }
    }

    public DowntimeIdentity identity(int counter) {
        return new DowntimeIdentity(number(patientPrefix, counter), number(stayPrefix, counter));
    }

    /** Whether a number from elsewhere could be taken for a temporary one. */
    public boolean looksTemporary(String number) {
        return number.length() == LENGTH
                && (number.startsWith(Integer.toString(patientPrefix))
                        || number.startsWith(Integer.toString(stayPrefix)))
                && CheckDigits.passes(CheckRule.MOD97, number);
    }

    /** The counter in a number of a patient or of a stay; empty when it is no temporary number. */
    public Optional<Integer> counterOf(String number) {
        return looksTemporary(number)
                ? Optional.of(Integer.valueOf(number.substring(1, LENGTH - 2)))
                : Optional.empty();
    }

    private static String number(int prefix, int counter) {
        if (counter < 0 || counter > MOST) {
            throw new IllegalArgumentException("A counter has at most seven digits, got " + counter);
        }
        String body = String.format(Locale.ROOT, "%d%07d", prefix, counter);
        return body + CheckDigits.checkOf(CheckRule.MOD97, body).orElseThrow();
    }
}
