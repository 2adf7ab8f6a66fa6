package org.paperbridge.pagecode;

import java.util.random.RandomGenerator;

/** Serials of printed forms: 50 random bits as ten Crockford base-32 characters. */
public final class Serial {

    public static final int CHARACTERS = 10;
    private static final int BITS = 50;

    private Serial() {}

    public static String random(RandomGenerator random) {
        return Crockford.write(random.nextLong(1L << BITS), CHARACTERS);
    }

    /** @throws IllegalArgumentException when this is no serial as {@link #random} draws them */
    static void check(String serial) {
        if (serial.length() != CHARACTERS || serial.chars().anyMatch(c -> Crockford.value((char) c) < 0)) {
            throw new IllegalArgumentException("A serial is " + CHARACTERS + " Crockford characters, got " + serial);
        }
    }
}
