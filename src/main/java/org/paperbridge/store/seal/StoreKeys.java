package org.paperbridge.store.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of one store, each for one purpose, all derived from the store key of the key ring. */
public final class StoreKeys {

    private static final int MASTER_BYTES = 32;

    private final SecretKey columns;
    private final SecretKey objects;
    private final SecretKey index;
    private final SecretKey audit;

    private StoreKeys(byte[] master) {
        this.columns = new SecretKeySpec(derive(master, "columns"), "AES");
        this.objects = new SecretKeySpec(derive(master, "objects"), "HmacSHA256");
        this.index = new SecretKeySpec(derive(master, "index"), "HmacSHA256");
        this.audit = new SecretKeySpec(derive(master, "audit"), "HmacSHA256");
    }

    /**
     * Keys of a store.
     *
     * @param master the store key, 32 bytes
     */
    public static StoreKeys of(byte[] master) {
        if (master.length != MASTER_BYTES) {
            throw new IllegalArgumentException("A store key has 32 bytes, got " + master.length);
        }
        return new StoreKeys(master);
    }

    SecretKey columns() {
        return columns;
    }

    /** Derives the key of each stored object and its name. */
    public SecretKey objects() {
        return objects;
    }

    /** Chains the audit trail, so that who has only the database cannot mend it after a change. */
    public SecretKey audit() {
        return audit;
    }

    /** A keyed hash by which an identifier can be found again but not guessed; 32 hex characters. */
    public String searchKey(String identifier) {
        return HexFormat.of().formatHex(mac(index, identifier.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    /** HMAC-SHA-256. */
    public static byte[] mac(SecretKey key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no HmacSHA256", e);
        }
    }

    /** HKDF (RFC 5869) with one block: extract with a fixed salt, expand with the purpose. */
    private static byte[] derive(byte[] master, String purpose) {
        byte[] salt = "paperbridge store".getBytes(StandardCharsets.US_ASCII);
        byte[] extracted = mac(new SecretKeySpec(salt, "HmacSHA256"), master);
        byte[] info = (purpose + '\u0001').getBytes(StandardCharsets.US_ASCII);
        return mac(new SecretKeySpec(extracted, "HmacSHA256"), info);
    }
}
