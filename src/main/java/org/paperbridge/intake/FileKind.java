package org.paperbridge.intake;

import java.util.Arrays;
import java.util.Optional;

/** What a file is, by its first bytes and never by its name. */
enum FileKind {
    PDF,
    TIFF,
    JPEG,
    PNG,
    /** JPEG 2000, as a file or a bare code stream. */
    JPEG_2000;

    /** Some producers write a few bytes before the PDF header; readers accept it within the first kilobyte. */
    static final int HEAD_BYTES = 1024;

    static Optional<FileKind> of(byte[] head) {
        if (startsWith(head, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (startsWith(head, 0x89, 'P', 'N', 'G')) {
            return Optional.of(PNG);
        }
        if (startsWith(head, 'I', 'I', 42, 0) || startsWith(head, 'M', 'M', 0, 42)) {
            return Optional.of(TIFF);
        }
        if (startsWith(head, 0, 0, 0, 12, 'j', 'P', ' ', ' ') || startsWith(head, 0xff, 0x4f, 0xff, 0x51)) {
            return Optional.of(JPEG_2000);
        }
        for (int i = 0; i + 5 <= Math.min(head.length, HEAD_BYTES); i++) {
            if (startsWith(Arrays.copyOfRange(head, i, i + 5), '%', 'P', 'D', 'F', '-')) {
                return Optional.of(PDF);
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] head, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
