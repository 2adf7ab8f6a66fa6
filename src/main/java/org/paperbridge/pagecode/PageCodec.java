package org.paperbridge.pagecode;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.paperbridge.key.KeyRing;
import org.paperbridge.pagecode.IdentifierPacking.Identifiers;

/**
 * Page stamps to the text of a QR symbol and back: at most 60 bytes (70 when identifiers are unusually long), as base 45
 * in QR's alphanumeric mode.
 *
 * <p>A header of 21 bytes in clear (format, key, site, form, version, geometry fingerprint, page, copy, serial, minute of
 * issue) is authenticated together with the encrypted identifiers by AES-256-GCM with a 96-bit tag (NIST SP 800-38D).
 * The nonce is derived from the header: 96 bits of its SHA-256.
 *
 * <p>Why no nonce meets two messages: a header holds 50 random bits of serial, the minute, form, page and copy, and the
 * serial is drawn anew for every printed form. Two forms share a header only when two draws agree within the same minute
 * on the same form, under the same key: for 5,000 forms printed in one minute that is one chance in 90 million. Printing
 * the same page again gives the same bytes, which tells nothing. {@code docs/decisions/0002-page-code.md} has the sums.
 */
public final class PageCodec {

    /** Tells our symbols from others that may be on a page. */
    public static final String PREFIX = "PB:";

    private static final int FORMAT = 1;
    private static final int HEADER_BYTES = 21;
    private static final int TAG_BITS = 96;
    private static final int MOST_BYTES = HEADER_BYTES + IdentifierPacking.MOST_BYTES + TAG_BITS / 8;
    /** Minutes are counted from here; three bytes last until 2055. */
    private static final Instant EPOCH = Instant.parse("2024-01-01T00:00:00Z");

    private static final long MOST_MINUTES = 0xffffff;

    private final KeyRing keys;

    public PageCodec(KeyRing keys) {
        this.keys = keys;
    }

    public int site() {
        return keys.site();
    }

    /** For batch sheets, with the same keys. */
    public BatchCodec batches() {
        return new BatchCodec(keys);
    }

    /** @throws IdentifierRefusedException when no page code holds them */
    public static void requireFit(String patientId, Optional<String> encounterId) {
        IdentifierPacking.pack(new Identifiers(Optional.of(patientId), encounterId));
    }

    /** @throws IllegalArgumentException when the stamp is of another site or its identifiers are too long */
    public String seal(PageStamp stamp) {
        if (stamp.site() != keys.site()) {
            throw new IllegalArgumentException("This key ring seals for site " + keys.site() + " only");
        }
        int keyId = keys.currentPageKey();
        SecretKey key = keys.findPageKey(keyId).orElseThrow();
        byte[] header = header(stamp, keyId);
        byte[] identifiers = IdentifierPacking.pack(new Identifiers(stamp.patientId(), stamp.encounterId()));
        try {
            byte[] box = cipher(Cipher.ENCRYPT_MODE, key, header).doFinal(identifiers);
            byte[] code = ByteBuffer.allocate(header.length + box.length)
                    .put(header)
                    .put(box)
                    .array();
            return PREFIX + Base45.encode(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /** Never throws for what may stand in a symbol. */
    public OpenedCode open(String text) {
        if (!text.startsWith(PREFIX)) {
            return new OpenedCode.NotOurs();
        }
        Optional<byte[]> decoded = Base45.decode(text.substring(PREFIX.length()));
        if (decoded.isEmpty()
                || decoded.get().length < HEADER_BYTES + TAG_BITS / 8
                || decoded.get().length > MOST_BYTES) {
            return new OpenedCode.Forged("not the shape of a page code");
        }
        byte[] code = decoded.get();
        if (code[0] != FORMAT) {
            return new OpenedCode.Forged("unknown format " + (code[0] & 0xff));
        }
        ByteBuffer buffer = ByteBuffer.wrap(code);
        int keyId = buffer.get(1) & 0xff;
        int site = buffer.getShort(2) & 0xffff;
        Optional<SecretKey> key = site == keys.site() ? keys.findPageKey(keyId) : Optional.empty();
        return key.map(k -> open(code, k)).orElseGet(() -> new OpenedCode.Foreign(site, keyId));
    }

    private OpenedCode open(byte[] code, SecretKey key) {
        byte[] header = Arrays.copyOf(code, HEADER_BYTES);
        try {
            byte[] identifiers =
                    cipher(Cipher.DECRYPT_MODE, key, header).doFinal(code, HEADER_BYTES, code.length - HEADER_BYTES);
            return new OpenedCode.Opened(stamp(header, IdentifierPacking.unpack(identifiers)));
        } catch (AEADBadTagException e) {
            return new OpenedCode.Forged("authentication failed");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        } catch (IllegalArgumentException e) {
            return new OpenedCode.Forged("impossible content");
        }
    }

    private static byte[] header(PageStamp stamp, int keyId) {
        long minutes = Math.floorDiv(stamp.issuedAt().getEpochSecond() - EPOCH.getEpochSecond(), 60L);
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw new IllegalArgumentException("A page cannot be issued at " + stamp.issuedAt() + "; check the clock");
        }
        long serial = Crockford.read(stamp.serial());
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES)
                .put((byte) FORMAT)
                .put((byte) keyId)
                .putShort((short) stamp.site())
                .putShort((short) stamp.formNumber())
                .put((byte) stamp.formVersion());
        put(header, stamp.fingerprint(), 3);
        header.put((byte) (stamp.page() << 4 | stamp.copy()));
        put(header, serial, 7);
        put(header, minutes, 3);
        return header.array();
    }

    private PageStamp stamp(byte[] header, Identifiers identifiers) {
        ByteBuffer buffer = ByteBuffer.wrap(header);
        buffer.position(2);
        int site = buffer.getShort() & 0xffff;
        int formNumber = buffer.getShort() & 0xffff;
        int formVersion = buffer.get() & 0xff;
        int fingerprint = (int) get(buffer, 3);
        int pageAndCopy = buffer.get() & 0xff;
        String serial = Crockford.write(get(buffer, 7), Serial.CHARACTERS);
        Instant issuedAt = EPOCH.plusSeconds(60 * get(buffer, 3));
        return new PageStamp(
                site,
                formNumber,
                formVersion,
                fingerprint,
                serial,
                pageAndCopy >> 4,
                pageAndCopy & 15,
                issuedAt,
                identifiers.patientId(),
                identifiers.encounterId());
    }

    private static void put(ByteBuffer buffer, long value, int bytes) {
        for (int i = bytes - 1; i >= 0; i--) {
            buffer.put((byte) (value >>> 8 * i));
        }
    }

    private static long get(ByteBuffer buffer, int bytes) {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | buffer.get() & 0xff;
        }
        return value;
    }

    /** With the nonce that belongs to this header. */
    static Cipher cipher(int mode, SecretKey key, byte[] header) throws GeneralSecurityException {
        byte[] nonce = Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(header), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        return cipher;
    }
}
