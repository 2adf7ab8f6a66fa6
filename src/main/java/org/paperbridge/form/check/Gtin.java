package org.paperbridge.form.check;

/**
 * The last digit of a GTIN: weights 3 and 1 from the right, up to the next ten (GS1 General Specifications, 7.9.1). It
 * notices every wrong digit; of neighbours that changed places it misses those that differ by five.
 */
final class Gtin {

    private Gtin() {}

    static String digitOf(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int weight = (body.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (body.charAt(i) - '0');
        }
        return Integer.toString((10 - sum % 10) % 10);
    }
}
