package org.paperbridge.store.object;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.paperbridge.store.seal.StoreKeys;

/**
 * The form of a stored object: {@code PBO2}, a salt of 16 bytes, chunks of 64 KiB plain text, each AES-256-GCM with a
 * key of its own object, and a trailer that binds salt and so all chunks to the name of the object. Number of the chunk
 * and whether it is the last are in the nonce. So chunks cannot be swapped, dropped or cut off unseen, nor two objects
 * change places, and any part opens without the others.
 */
final class ObjectChunks {

    static final byte[] MAGIC = "PBO2".getBytes(StandardCharsets.US_ASCII);
    static final int SALT_BYTES = 16;
    static final int PLAIN_BYTES = 1 << 16;
    static final int TAG_BYTES = 16;
    static final int TRAILER_BYTES = 32;

    private final SecretKey key;
    private final Cipher cipher;

    /** @param name SHA-256 of the content, hex */
    static byte[] trailer(SecretKey objects, byte[] salt, String name) {
        byte[] label = ("trailer " + name + " ").getBytes(StandardCharsets.US_ASCII);
        return StoreKeys.mac(
                objects,
                ByteBuffer.allocate(label.length + salt.length)
                        .put(label)
                        .put(salt)
                        .array());
    }

    ObjectChunks(SecretKey objects, byte[] salt) {
        byte[] label = "object".getBytes(StandardCharsets.US_ASCII);
        byte[] derived = StoreKeys.mac(
                objects,
                ByteBuffer.allocate(label.length + salt.length)
                        .put(label)
                        .put(salt)
                        .array());
        this.key = new SecretKeySpec(derived, "AES");
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    byte[] seal(long number, boolean last, byte[] plain, int length) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(number, last));
            return cipher.doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal a chunk", e);
        }
    }

    byte[] open(long number, boolean last, byte[] sealed, int length) throws GeneralSecurityException {
        cipher.init(Cipher.DECRYPT_MODE, key, nonce(number, last));
        return cipher.doFinal(sealed, 0, length);
    }

    private static GCMParameterSpec nonce(long number, boolean last) {
        byte[] nonce =
                ByteBuffer.allocate(12).putInt(last ? 1 : 0).putLong(number).array();
        return new GCMParameterSpec(TAG_BYTES * 8, nonce);
    }
}
