package org.paperbridge.kit.folder;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** Ed25519 over the bytes of a manifest. */
public final class KitSignature {

    private static final String ALGORITHM = "Ed25519";
    /** SubjectPublicKeyInfo of Ed25519 (RFC 8410) before its 32 bytes. */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private KitSignature() {}

    public static byte[] sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK signs with " + ALGORITHM, e);
        }
    }

    /** False for a signature of any other form too. */
    public static boolean holds(PublicKey key, byte[] text, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** 64 hex digits, as on the key cards. */
    public static String print(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return HexFormat.of().formatHex(encoded, encoded.length - 32, encoded.length);
    }

    public static String print(KeyPair keys) {
        return print(keys.getPublic());
    }

    /**
     * @param hex 64 hex digits, spaces and dashes between them allowed
     * @throws IllegalArgumentException when it is none
     */
    public static PublicKey parse(String hex) {
        try {
            byte[] raw = HexFormat.of().parseHex(hex.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
            if (raw.length != 32) {
                throw new IllegalArgumentException("A public key has 64 hex digits");
            }
            byte[] encoded = Arrays.copyOf(PREFIX, PREFIX.length + raw.length);
            System.arraycopy(raw, 0, encoded, PREFIX.length, raw.length);
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a public key", e);
        }
    }
}
