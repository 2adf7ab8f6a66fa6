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
}
