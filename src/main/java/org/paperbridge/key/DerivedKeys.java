package org.paperbridge.key;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Secrets that follow from a ring and need no place of their own: what opens sealed kits, and what signs their
 * manifests. Whoever restores the ring from its cards has them again.
 */
final class DerivedKeys {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    /** 80 bits: far beyond guessing at the pace of PDF's key stretching, short enough to type. */
    private static final int PASSWORD_LETTERS = 16;

    private DerivedKeys() {}

    /** Four groups of four letters and digits. */
    static String kitPassword(byte[] storeKey) {
        byte[] bytes = derive(storeKey, "paperbridge kit password 1");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < PASSWORD_LETTERS; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(bytes[i] & 31));
        }
        return text.toString();
    }

    /** Ed25519. */
    static KeyPair kitSignature(byte[] storeKey) {
        return ed25519(derive(storeKey, "paperbridge kit signature 1"));
    }

    /** The key pair of a 32-byte seed, as in RFC 8032; the JDK's generator takes the seed as its first random bytes. */
    static KeyPair ed25519(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Given(seed));
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("Every JDK has Ed25519", e);
        }
    }

    private static byte[] derive(byte[] key, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    /** Gives what it was given, once. */
    private static final class Given extends SecureRandom {

        private static final long serialVersionUID = 1;
        private final byte[] bytes;

        Given(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] out) {
            if (out.length != bytes.length) {
                throw new IllegalStateException("Asked for " + out.length + " bytes, not " + bytes.length);
            }
            System.arraycopy(bytes, 0, out, 0, out.length);
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
