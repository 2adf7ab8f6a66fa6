package org.paperbridge.pagecode;

import java.util.Optional;

/**
 * The human-typable name of a page, {@code K7QM3-F9TX0-1C}: serial, page with copy, check character. The last but one
 * character counts the pages of the original from 1 and those of the copy from {@value #SECOND_COPY} + 1.
 *
 * <p>The check character is a sum over GF(32) with a different weight at every place, so one wrong character and any two
 * exchanged ones are always noticed. It names a page; it proves nothing, and says nothing about a patient.
 *
 * @param serial ten Crockford base-32 characters
 * @param page from 1 to 15
 * @param copy 1 for the original, 2 for the pharmacy's
 */
public record ShortCode(String serial, int page, int copy) {

    private static final int SECOND_COPY = 16;
    private static final int LENGTH = Serial.CHARACTERS + 2;
    /** x^5 + x^2 + 1, primitive over GF(2). */
    private static final int POLYNOMIAL = 0b100101;

    public ShortCode {
        Serial.check(serial);
        if (page < 1 || page > 15) {
            throw new IllegalArgumentException("A page lies between 1 and 15, got " + page);
        }
        if (copy < 1 || copy > 2) {
            throw new IllegalArgumentException("A copy is 1 or 2, got " + copy);
        }
    }

    /** As printed. */
    public String print() {
        char leaf = Crockford.character(page + (copy - 1) * SECOND_COPY);
        return serial.substring(0, 5) + "-" + serial.substring(5) + "-" + leaf + check(serial + leaf);
    }

    /** What somebody typed or OCR read; empty when the check character does not agree. */
    public static Optional<ShortCode> parse(String typed) {
        String text = Crockford.mend(typed);
        if (text.length() != LENGTH || text.chars().anyMatch(c -> Crockford.value((char) c) < 0)) {
            return Optional.empty();
        }
        String body = text.substring(0, LENGTH - 1);
        int leaf = Crockford.value(body.charAt(LENGTH - 2));
        if (check(body) != text.charAt(LENGTH - 1) || leaf % SECOND_COPY == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new ShortCode(body.substring(0, Serial.CHARACTERS), leaf % SECOND_COPY, 1 + leaf / SECOND_COPY));
    }

    private static char check(String body) {
        int sum = 0;
        int weight = 1;
        for (char c : body.toCharArray()) {
            weight = multiply(weight, 2);
            sum ^= multiply(weight, Crockford.value(c));
        }
        return Crockford.character(sum);
    }

    private static int multiply(int a, int b) {
        int product = 0;
        int shifted = a;
        for (int bits = b; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) {
                product ^= shifted;
            }
            shifted <<= 1;
            if (shifted > 31) {
                shifted ^= POLYNOMIAL;
            }
        }
        return product;
    }
}
