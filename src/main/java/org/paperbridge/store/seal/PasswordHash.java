package org.paperbridge.store.seal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Salted and stretched passwords: PBKDF2 with HMAC-SHA-256, written {@code rounds:salt:hash}. */
public final class PasswordHash {

    /** OWASP's advice for this function, 2023. */
    public static final int ROUNDS = 600_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private final int rounds;
    private final SecureRandom random = new SecureRandom();
    private final String decoy;

    /** @param rounds how often new passwords are stretched */
    public PasswordHash(int rounds) {
        this.rounds = rounds;
        this.decoy = of(HexFormat.of().formatHex(salt()).toCharArray());
    }

    public String of(char[] password) {
        byte[] salt = salt();
        HexFormat hex = HexFormat.of();
        return rounds + ":" + hex.formatHex(salt) + ":" + hex.formatHex(stretch(password, salt, rounds));
    }

    public boolean fits(char[] password, String hash) {
        String[] parts = hash.split(":");
        byte[] expected = HexFormat.of().parseHex(parts[2]);
        byte[] salt = HexFormat.of().parseHex(parts[1]);
        return MessageDigest.isEqual(expected, stretch(password, salt, Integer.parseInt(parts[0])));
    }

    /** The hash of a password nobody knows, to spend the same time on names nobody has. */
    public String decoy() {
        return decoy;
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static byte[] stretch(char[] password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
