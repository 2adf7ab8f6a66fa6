package org.paperbridge.form.check;

/** Luhn's digit (ISO/IEC 7812-1): every second digit from the right is doubled. */
final class Luhn {

    private Luhn() {}

    static String digitOf(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int digit = body.charAt(body.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return Integer.toString((10 - sum % 10) % 10);
    }
}
