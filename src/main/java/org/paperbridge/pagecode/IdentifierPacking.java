package org.paperbridge.pagecode;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Patient and encounter identifiers in few bytes. The first byte names the {@link IdentifierText} in which the rest is
 * written; of those that can write the identifiers exactly, the shortest is taken. Nothing is ever cut off.
 */
final class IdentifierPacking {

    /**
     * Room in a symbol of 41 modules (QR version 6, correction Q, 108 alphanumeric characters), the largest whose
     * modules are 0.5 mm in a code place of 22 mm: 70 bytes less header and tag. Numbers as hospitals give them need at
     * most 27, which keeps the code within 60 bytes; two UUIDs need 33.
     */
    static final int MOST_BYTES = 37;

    private IdentifierPacking() {}

    record Identifiers(Optional<String> patientId, Optional<String> encounterId) {}

    /** @throws IdentifierRefusedException when they need more than {@link #MOST_BYTES}, or cannot be told apart */
    static byte[] pack(Identifiers identifiers) {
        if (identifiers.patientId().isEmpty()) {
            if (identifiers.encounterId().isPresent()) {
                throw new IdentifierRefusedException("An encounter without a patient cannot be put into a page code");
            }
            return new byte[0];
        }
        if (Stream.of(identifiers.patientId(), identifiers.encounterId())
                .flatMap(Optional::stream)
                .anyMatch(String::isEmpty)) {
            throw new IdentifierRefusedException("An empty patient or visit number cannot be put into a page code");
        }
        byte[] shortest = Arrays.stream(IdentifierText.values())
                .flatMap(text -> text.pack(identifiers).map(body -> prefixed(text, body)).stream())
                .filter(packed -> unpack(packed).equals(identifiers))
                .min(Comparator.comparingInt(packed -> packed.length))
                .orElseThrow(() -> new IdentifierRefusedException(
                        "A patient or visit number holds characters that cannot be put into a page code"));
        if (shortest.length > MOST_BYTES) {
            throw new IdentifierRefusedException("Patient and visit number together are too long for a page code: "
                    + shortest.length + " bytes, " + MOST_BYTES + " fit (some 80 digits or 50 capitals)");
        }
        return shortest;
    }

    /** @throws IllegalArgumentException when no {@link #pack} wrote this */
    static Identifiers unpack(byte[] packed) {
        if (packed.length == 0) {
            return new Identifiers(Optional.empty(), Optional.empty());
        }
        return Arrays.stream(IdentifierText.values())
                .filter(text -> text.mark() == packed[0])
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown identifier text " + packed[0]))
                .unpack(Arrays.copyOfRange(packed, 1, packed.length));
    }

    private static byte[] prefixed(IdentifierText text, byte[] body) {
        byte[] packed = new byte[body.length + 1];
        packed[0] = text.mark();
        System.arraycopy(body, 0, packed, 1, body.length);
        return packed;
    }
}
