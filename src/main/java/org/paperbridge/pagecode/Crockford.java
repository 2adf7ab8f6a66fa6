package org.paperbridge.pagecode;

import java.util.Locale;

/** Crockford's base 32: no I, L, O, U, so that what people type can be mended. */
final class Crockford {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    static char character(int value) {
        return ALPHABET.charAt(value);
    }

    /** -1 for a character that is not in the alphabet, even after mending O, I and L. */
    static int value(char character) {
        return ALPHABET.indexOf(character);
    }

    /** Upper case, without separators, with the usual slips mended. */
    static String mend(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s.\\-–—_]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    static String write(long value, int characters) {
        StringBuilder text = new StringBuilder();
        for (int shift = 5 * (characters - 1); shift >= 0; shift -= 5) {
            text.append(character((int) (value >>> shift) & 31));
        }
        return text.toString();
    }

    static long read(String text) {
        long value = 0;
        for (char c : text.toCharArray()) {
            int digit = value(c);
            if (digit < 0) {
                throw new IllegalArgumentException("Not a Crockford base-32 character: " + c);
            }
            value = value << 5 | digit;
        }
        return value;
    }
}
