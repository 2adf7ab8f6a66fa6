package org.paperbridge.form.check;

import java.util.Optional;
import org.paperbridge.form.layout.CheckRule;

/**
 * Whether a value carries the right check digits, and what they would have to be.
 *
 * <p>Values are compared as read from the cells: no separators, letters in either case. A value of the wrong length or
 * with a character the scheme does not know never passes.
 */
public final class CheckDigits {

    private CheckDigits() {}

    /** True when {@code value}, check digits included, fits the scheme. */
    public static boolean passes(CheckRule rule, String value) {
        int digits = lengthOf(rule);
        if (value.length() <= digits) {
            return false;
        }
        String body = value.substring(0, value.length() - digits);
        return checkOf(rule, body)
                .map(check -> check.equals(value.substring(value.length() - digits)))
                .orElse(false);
    }

    /**
     * The check digits of a body.
     *
     * @return empty when the body has the wrong length or characters, or when no check digit exists for it (one NHS
     *     body in eleven)
     */
    public static Optional<String> checkOf(CheckRule rule, String body) {
        return switch (rule) {
            case NIR -> Nir.keyOf(body);
            case RPPS -> digits(body, 10).map(Luhn::digitOf);
            case FINESS -> digits(body, 8).map(Luhn::digitOf);
            case NHS -> digits(body, 9).flatMap(NhsNumber::digitOf);
            case GTIN -> digits(body, 12).map(Gtin::digitOf);
            case MOD97 -> digits(body, body.length()).map(Mod97::digitsOf);
        };
    }

    /** How many check digits the scheme puts at the end. */
    public static int lengthOf(CheckRule rule) {
        return switch (rule) {
            case NIR, MOD97 -> 2;
            case RPPS, FINESS, NHS, GTIN -> 1;
        };
    }

    private static Optional<String> digits(String body, int length) {
        boolean fits =
                !body.isEmpty() && body.length() == length && body.chars().allMatch(c -> c >= '0' && c <= '9');
        return fits ? Optional.of(body) : Optional.empty();
    }
}
