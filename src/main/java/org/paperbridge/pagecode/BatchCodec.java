package org.paperbridge.pagecode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.key.KeyRing;

/**
 * Batch labels to the text of a QR symbol and back, at most 112 bytes. As with page codes, a header in clear (format and
 * kind, key, site, batch, count, minute) is authenticated together with the encrypted words, and the nonce is derived
 * from it: a batch number is drawn anew for every header that is printed, and the last sheet says the same as the first.
 */
public final class BatchCodec {

    /** Not the prefix of page codes, so that neither is taken for the other. */
    public static final String PREFIX = "PBB:";

    private static final byte HEADER = 1;
    private static final byte TRAILER = 2;
    private static final int HEADER_BYTES = 16;
    private static final int TAG_BYTES = 12;
    private static final int NOT_COUNTED = 0xffff;
    private static final int MOST_UNIT = 20;
    private static final int MOST_SHIFT = 20;
    private static final int MOST_OPERATOR = 40;
    private static final int MOST_WORDS = 3 + MOST_UNIT + MOST_SHIFT + MOST_OPERATOR;
    private static final Instant EPOCH = Instant.parse("2024-01-01T00:00:00Z");

    private final KeyRing keys;

    BatchCodec(KeyRing keys) {
        this.keys = keys;
    }

    public String sealHeader(BatchLabel label) {
        return seal(HEADER, label);
    }

    public String sealTrailer(BatchLabel label) {
        return seal(TRAILER, label);
    }

    /** @throws IdentifierRefusedException saying which word is too long for the symbol */
    public static void requireFit(BatchLabel label) {
        require("unit", label.unit(), MOST_UNIT);
        require("shift", label.shift(), MOST_SHIFT);
        require("operator", label.operator(), MOST_OPERATOR);
    }

    /** Never throws for what may stand in a symbol. */
    public OpenedBatchCode open(String text) {
        if (!text.startsWith(PREFIX)) {
            return new OpenedBatchCode.NotOurs();
        }
        Optional<byte[]> decoded = Base45.decode(text.substring(PREFIX.length()))
                .filter(b -> b.length >= HEADER_BYTES + 3 + TAG_BYTES)
                .filter(b -> b.length <= HEADER_BYTES + MOST_WORDS + TAG_BYTES);
        if (decoded.isEmpty()) {
            return new OpenedBatchCode.Forged("not the shape of a batch code");
        }
        ByteBuffer code = ByteBuffer.wrap(decoded.get());
        if (code.get(0) != HEADER && code.get(0) != TRAILER) {
            return new OpenedBatchCode.Forged("unknown format " + (code.get(0) & 0xff));
        }
        int keyId = code.get(1) & 0xff;
        int site = code.getShort(2) & 0xffff;
        Optional<SecretKey> key = site == keys.site() ? keys.findPageKey(keyId) : Optional.empty();
        return key.map(k -> open(decoded.get(), k)).orElseGet(() -> new OpenedBatchCode.Foreign(site, keyId));
    }

    private String seal(byte kind, BatchLabel label) {
        requireFit(label);
        if (label.site() != keys.site()) {
            throw new IllegalArgumentException("This key ring seals for site " + keys.site() + " only");
        }
        long minutes = Math.floorDiv(label.issuedAt().getEpochSecond() - EPOCH.getEpochSecond(), 60L);
        if (minutes < 0 || minutes > 0xffffff) {
            throw new IllegalArgumentException("A batch cannot begin at " + label.issuedAt() + "; check the clock");
        }
        Serial.check(label.batch());
        int keyId = keys.currentPageKey();
        long batch = Crockford.read(label.batch());
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .put(kind)
                .put((byte) keyId)
                .putShort((short) label.site())
                .put((byte) (batch >>> 48))
                .putShort((short) (batch >>> 32))
                .putInt((int) batch)
                .putShort((short) (int) label.expected().orElse(NOT_COUNTED))
                .put((byte) (minutes >>> 16))
                .putShort((short) minutes)
                .array();
        byte[] words = new byte[MOST_WORDS];
        ByteBuffer body = ByteBuffer.wrap(words);
        put(body, label.unit());
        put(body, label.shift());
        put(body, label.operator());
        SecretKey key = keys.findPageKey(keyId).orElseThrow();
        try {
            byte[] box = PageCodec.cipher(Cipher.ENCRYPT_MODE, key, header).doFinal(words, 0, body.position());
            return PREFIX
                    + Base45.encode(ByteBuffer.allocate(header.length + box.length)
                            .put(header)
                            .put(box)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    private static OpenedBatchCode open(byte[] code, SecretKey key) {
        byte[] header = Arrays.copyOf(code, HEADER_BYTES);
        try {
            byte[] words = PageCodec.cipher(Cipher.DECRYPT_MODE, key, header)
                    .doFinal(code, HEADER_BYTES, code.length - HEADER_BYTES);
            BatchLabel label = label(ByteBuffer.wrap(header), ByteBuffer.wrap(words));
            return header[0] == HEADER ? new OpenedBatchCode.Header(label) : new OpenedBatchCode.Trailer(label);
        } catch (AEADBadTagException e) {
            return new OpenedBatchCode.Forged("authentication failed");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    private static BatchLabel label(ByteBuffer header, ByteBuffer words) {
        header.position(2);
        int site = header.getShort() & 0xffff;
        long batch = (header.get() & 0xffL) << 48 | (header.getShort() & 0xffffL) << 32 | header.getInt() & 0xffffffffL;
        int expected = header.getShort() & 0xffff;
        long minutes = (header.get() & 0xffL) << 16 | header.getShort() & 0xffffL;
        return new BatchLabel(
                site,
                Crockford.write(batch, Serial.CHARACTERS),
                take(words),
                take(words),
                take(words),
                expected == NOT_COUNTED ? Optional.empty() : Optional.of(expected),
                EPOCH.plusSeconds(60 * minutes));
    }

    private static void require(String name, String text, int most) {
        if (text.getBytes(StandardCharsets.UTF_8).length > most) {
            throw new IdentifierRefusedException(
                    "The " + name + " \"" + text + "\" is too long for a batch sheet: at most " + most + " letters.");
        }
    }

    private static void put(ByteBuffer body, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        body.put((byte) bytes.length).put(bytes);
    }

    private static String take(ByteBuffer words) {
        byte[] bytes = new byte[words.get() & 0xff];
        words.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
