package org.paperbridge.form.layout;

/** Check-digit schemes a comb field may carry. */
public enum CheckRule {
    /** French NIR: 13 characters and a key, 97 minus the number modulo 97. */
    NIR,
    /** RPPS, 11 digits, Luhn. */
    RPPS,
    /** FINESS, 9 digits, Luhn. */
    FINESS,
    /** NHS number, 10 digits, modulo 11. */
    NHS,
    /** GTIN-13, which the French CIP13 and EAN-13 are too: 12 digits and one, GS1 modulo 10. */
    GTIN,
    /** Digits followed by two ISO 7064 mod 97-10 check digits. */
    MOD97
}
