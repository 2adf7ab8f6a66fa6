package org.paperbridge.pagecode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Patient and encounter identifiers in few bytes: three characters of a 40-character alphabet in two bytes, or UTF-8 when
 * they hold others. The first byte says which.
 */
final class IdentifierPacking {

    /** Room a page code of 60 bytes has for both identifiers. */
    static final int MOST_BYTES = 27;

    private static final String ALPHABET = "\0" + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./";
    private static final String SEPARATOR = "/";
    private static final int PACKED = 1;
    private static final int UTF8 = 2;

    private IdentifierPacking() {}

    record Identifiers(Optional<String> patientId, Optional<String> encounterId) {}

    /** @throws IllegalArgumentException when they need more than {@link #MOST_BYTES}: nothing is ever cut off */
    static byte[] pack(Identifiers identifiers) {
        if (identifiers.patientId().isEmpty()) {
            if (identifiers.encounterId().isPresent()) {
                throw new IllegalArgumentException("An encounter without a patient cannot be put into a page code");
            }
            return new byte[0];
        }
        String patient = identifiers.patientId().get();
        if (patient.contains(SEPARATOR)) {
            throw new IllegalArgumentException("A patient number with a slash cannot be put into a page code");
        }
        String text =
                patient + identifiers.encounterId().map(e -> SEPARATOR + e).orElse("");
        boolean plain = text.chars().allMatch(c -> ALPHABET.indexOf(c) > 0);
        byte[] body = plain ? packCharacters(text) : text.getBytes(StandardCharsets.UTF_8);
        if (body.length + 1 > MOST_BYTES) {
            throw new IllegalArgumentException("Patient and visit number together are too long for a page code: "
                    + text.length() + " characters, 38 digits and capitals fit");
        }
        byte[] packed = new byte[body.length + 1];
        packed[0] = (byte) (plain ? PACKED : UTF8);
        System.arraycopy(body, 0, packed, 1, body.length);
        return packed;
    }

    static Identifiers unpack(byte[] packed) {
        if (packed.length == 0) {
            return new Identifiers(Optional.empty(), Optional.empty());
        }
        byte[] body = Arrays.copyOfRange(packed, 1, packed.length);
        String text = packed[0] == PACKED ? unpackCharacters(body) : new String(body, StandardCharsets.UTF_8);
        int slash = text.indexOf(SEPARATOR);
        return slash < 0
                ? new Identifiers(Optional.of(text), Optional.empty())
                : new Identifiers(Optional.of(text.substring(0, slash)), Optional.of(text.substring(slash + 1)));
    }

    private static byte[] packCharacters(String text) {
        byte[] packed = new byte[(text.length() + 2) / 3 * 2];
        for (int i = 0; i < text.length(); i += 3) {
            int value = 0;
            for (int n = 0; n < 3; n++) {
                value = value * 40 + (i + n < text.length() ? ALPHABET.indexOf(text.charAt(i + n)) : 0);
            }
            packed[i / 3 * 2] = (byte) (value >> 8);
            packed[i / 3 * 2 + 1] = (byte) value;
        }
        return packed;
    }

    private static String unpackCharacters(byte[] packed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < packed.length; i += 2) {
            int value = (packed[i] & 0xff) << 8 | packed[i + 1] & 0xff;
            text.append(ALPHABET.charAt(value / 1600 % 40))
                    .append(ALPHABET.charAt(value / 40 % 40))
                    .append(ALPHABET.charAt(value % 40));
        }
        int end = text.indexOf("\0");
        return end < 0 ? text.toString() : text.substring(0, end);
    }
}
