package org.paperbridge;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Keys that guard invented patients only: drawn from a seed, so that a page code on which a test fails can be made again. */
public final class SeededSecrets {

    private SeededSecrets() {}

    /** The same seed gives the same bytes on every JDK. */
    public static SecureRandom of(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA1PRNG", e);
        }
    }
}
