package org.paperbridge.backentry.hapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * MSH-10: 100 bits of a hash in Base32, twenty characters, the most that v2.5 allows.
 *
 * <p>Made of the record, the message type and the released values: a repeated message keeps its id, so the receiver can
 * drop it; a corrected one gets another.
 */
final class ControlId {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private ControlId() {}

    static String of(String facility, String messageType, ClinicalRecord record) {
        String seed = String.join(
                "\n",
                facility,
                messageType,
                record.id(),
                new TreeMap<>(record.values()).toString(),
                record.patientId());
        byte[] hash = sha256(seed);
        StringBuilder id = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (int i = 0; id.length() < 20; i++) {
            buffer = (buffer << 8 | hash[i] & 0xff) & 0xffff;
            bits += 8;
            while (bits >= 5 && id.length() < 20) {
                bits -= 5;
                id.append(BASE32.charAt(buffer >> bits & 31));
            }
        }
        return id.toString();
    }

    private static byte[] sha256(String seed) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
