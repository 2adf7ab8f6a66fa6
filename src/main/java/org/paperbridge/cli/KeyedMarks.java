package org.paperbridge.cli;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.paperbridge.key.KeyRing;

/**
 * Sixteen bytes that are the same for the same content, under the site's key: who finds a manifest cannot try out
 * patients against it.
 */
final class KeyedMarks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final SecretKeySpec key;
    private final byte[] purpose;

    /** @param purpose keeps marks of different things apart */
    KeyedMarks(KeyRing keys, String purpose) {
        this.key = new SecretKeySpec(keys.storeKey(), ALGORITHM);
        this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
    }

    /** Hex. */
    String of(String common, String own) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose);
            mac.update(common.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(own.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }
}
