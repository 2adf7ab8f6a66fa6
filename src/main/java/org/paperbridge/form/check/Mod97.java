package org.paperbridge.form.check;

import java.util.Locale;

/** ISO 7064 mod 97-10: the number with its two check digits leaves 1 when divided by 97. */
final class Mod97 {

    private Mod97() {}

    static String digitsOf(String body) {
        int remainder = 0;
        for (int i = 0; i < body.length(); i++) {
            remainder = (remainder * 10 + (body.charAt(i) - '0')) % 97;
        }
        return String.format(Locale.ROOT, "%02d", 98 - remainder * 100 % 97);
    }
}
