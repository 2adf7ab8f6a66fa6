package org.paperbridge.store.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Closes a text for one place in the database: AES-256-GCM over its deflated bytes, bound to table and row, so that a
 * box moved to another row does not open.
 */
public final class ColumnSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final StoreKeys keys;
    private final SecureRandom random = new SecureRandom();

    public ColumnSeal(StoreKeys keys) {
        this.keys = keys;
    }

    /** @param place table and row, e.g. {@code record/1-K7QM3F9TX0-1-pulse-3} */
    public byte[] close(String place, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = deflate(text.getBytes(StandardCharsets.UTF_8));
        try {
            byte[] box = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain);
            return ByteBuffer.allocate(NONCE_BYTES + box.length)
                    .put(nonce)
                    .put(box)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal " + table(place), e);
        }
    }

    /** @throws SealBrokenException when the box was altered, moved, or closed with another key */
    public String open(String place, byte[] sealed) {
        if (sealed.length <= NONCE_BYTES) {
            throw new SealBrokenException(table(place));
        }
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), place)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new String(inflate(plain), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SealBrokenException(table(place), e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.columns(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String table(String place) {
        return place.contains("/") ? place.substring(0, place.indexOf('/')) : place;
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater)) {
            deflated.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static byte[] inflate(byte[] bytes) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
