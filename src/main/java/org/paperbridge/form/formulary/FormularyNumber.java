package org.paperbridge.form.formulary;

import java.util.Locale;
import java.util.Optional;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.CheckRule;

/**
 * The number of a product: four digits and two ISO 7064 mod 97-10 check digits, so that a comb for it holds digits alone,
 * which are read best.
 *
 * <p>Mod 97-10 notices every wrong digit, every pair of digits that changed places, neighbours or one apart, and every
 * pair of equal neighbours misread alike; of all other misreadings one in 97 passes. The one-character systems of ISO 7064
 * notice the first two as well but pass one in 11 (mod 11,10) or need letters (mod 37,36).
 *
 * @param digits all six
 */
public record FormularyNumber(String digits) {

    /** Of the counter; more products than any French hospital lists. */
    public static final int MOST = 9999;

    /** Digits, the check digits among them. */
    public static final int LENGTH = 6;

    public FormularyNumber {
        if (digits.length() != LENGTH || !CheckDigits.passes(CheckRule.MOD97, digits)) {
            throw new IllegalArgumentException(digits + " is no formulary number: four digits and two check digits");
        }
    }

    /** @param counter 1 to {@link #MOST} */
    public static FormularyNumber of(int counter) {
        if (counter < 1 || counter > MOST) {
            throw new IllegalArgumentException("No counter of a formulary number: " + counter);
        }
        String body = String.format(Locale.ROOT, "%04d", counter);
        return new FormularyNumber(
                body + CheckDigits.checkOf(CheckRule.MOD97, body).orElseThrow());
    }

    /** Empty when the check digits do not fit, or it is something else. */
    public static Optional<FormularyNumber> parse(String written) {
        String digits = written.replaceAll("[\\s-]", "");
        return digits.length() == LENGTH && CheckDigits.passes(CheckRule.MOD97, digits)
                ? Optional.of(new FormularyNumber(digits))
                : Optional.empty();
    }

    public int counter() {
        return Integer.parseInt(digits.substring(0, LENGTH - 2));
    }

    /** For the eye: the check digits apart. */
    public String printed() {
        return digits.substring(0, LENGTH - 2) + " " + digits.substring(LENGTH - 2);
    }
}
