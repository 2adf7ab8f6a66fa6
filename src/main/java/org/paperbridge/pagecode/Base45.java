package org.paperbridge.pagecode;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** RFC 9285: bytes as characters of QR's alphanumeric mode, two bytes in three. */
final class Base45 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    private Base45() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            boolean pair = i + 1 < bytes.length;
            int value = pair ? (bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff : bytes[i] & 0xff;
            for (int n = 0; n < (pair ? 3 : 2); n++) {
                text.append(ALPHABET.charAt(value % 45));
                value /= 45;
            }
        }
        return text.toString();
    }

    static Optional<byte[]> decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (text.length() % 3 == 1) {
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i += 3) {
            int length = Math.min(3, text.length() - i);
            int value = 0;
            for (int n = length - 1; n >= 0; n--) {
                int digit = ALPHABET.indexOf(text.charAt(i + n));
                if (digit < 0) {
                    return Optional.empty();
                }
                value = value * 45 + digit;
            }
            if (value > (length == 3 ? 0xffff : 0xff)) {
                return Optional.empty();
            }
            if (length == 3) {
                bytes.write(value >> 8);
            }
            bytes.write(value & 0xff);
        }
        return Optional.of(bytes.toByteArray());
    }
}
