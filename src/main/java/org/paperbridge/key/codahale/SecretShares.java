package org.paperbridge.key.codahale;

import com.codahale.shamir.Scheme;
import java.security.SecureRandom;
import java.util.Map;

/** Shamir's secret sharing over GF(256): any {@code needed} of the shares give the secret, fewer tell nothing. */
public final class SecretShares {

    private SecretShares() {}

    /** @return share number, from 1, to its bytes, each as long as the secret */
    public static Map<Integer, byte[]> split(byte[] secret, int shares, int needed, SecureRandom random) {
        return new Scheme(random, shares, needed).split(secret);
    }

    /** Bytes of the secret when the shares are enough and belong together; any other bytes when not. */
    public static byte[] join(Map<Integer, byte[]> shares) {
        // Joining draws nothing and does not ask how many were needed.
        int highest = shares.keySet().stream().mapToInt(Integer::intValue).max().orElse(2);
        return new Scheme(new SecureRandom(), Math.max(2, highest), 2).join(shares);
    }
}
