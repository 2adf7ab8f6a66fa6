package org.paperbridge.pagecode;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.paperbridge.pagecode.IdentifierPacking.Identifiers;

/** A way to write two identifiers. Its mark is on paper: never reuse one, never change what it means. */
enum IdentifierText {
    /** Base 11, the tenth digit between the two identifiers, a leading one to keep zeros: 3.5 bits a digit. */
    DIGITS(1) {
        @Override
        Optional<byte[]> pack(Identifiers identifiers) {
            return joined(identifiers, "a")
                    .filter(text -> text.matches("[0-9]+(a[0-9]+)?"))
                    .map(text -> new BigInteger("1" + text, 11).toByteArray());
        }

        @Override
        Identifiers unpack(byte[] body) {
            return split(new BigInteger(body).toString(11).substring(1), "a");
        }
    },
    /** Three characters of a 40-character alphabet in two bytes. */
    CAPITALS(2) {
        @Override
        Optional<byte[]> pack(Identifiers identifiers) {
            return joined(identifiers, "/")
                    .filter(text -> text.chars().allMatch(c -> FORTY.indexOf(c) > 0))
                    .map(IdentifierText::packForty);
        }

        @Override
        Identifiers unpack(byte[] body) {
            return split(unpackForty(body), "/");
        }
    },
    /** The same, with small letters for capitals. */
    SMALL_LETTERS(3) {
        @Override
        Optional<byte[]> pack(Identifiers identifiers) {
            return joined(identifiers, "/")
                    .filter(text -> text.chars().allMatch(c -> FORTY_SMALL.indexOf(c) > 0))
                    .map(text -> packForty(swapped(text, FORTY_SMALL, FORTY)));
        }

        @Override
        Identifiers unpack(byte[] body) {
            return split(swapped(unpackForty(body), FORTY, FORTY_SMALL), "/");
        }
    },
    /** One or two UUIDs in their canonical text form, sixteen bytes each. */
    UUIDS(4) {
        @Override
        Optional<byte[]> pack(Identifiers identifiers) {
            String patient = identifiers.patientId().orElse("");
            if (!patient.matches(UUID_FORM)
                    || !identifiers.encounterId().orElse(patient).matches(UUID_FORM)) {
                return Optional.empty();
            }
            ByteBuffer body = ByteBuffer.allocate(identifiers.encounterId().isPresent() ? 32 : 16);
            put(body, patient);
            identifiers.encounterId().ifPresent(encounter -> put(body, encounter));
            return Optional.of(body.array());
        }

        @Override
        Identifiers unpack(byte[] body) {
            ByteBuffer buffer = ByteBuffer.wrap(body);
            return new Identifiers(
                    Optional.of(get(buffer)), buffer.hasRemaining() ? Optional.of(get(buffer)) : Optional.empty());
        }
    },
    /** Any other characters; a control character stands between the two. */
    UTF8(5) {
        @Override
        Optional<byte[]> pack(Identifiers identifiers) {
            boolean plain = joined(identifiers, "")
                    .filter(text -> text.chars().noneMatch(Character::isISOControl))
                    .isPresent();
            return plain
                    ? joined(identifiers, "\u001f").map(text -> text.getBytes(StandardCharsets.UTF_8))
                    : Optional.empty();
        }

        @Override
        Identifiers unpack(byte[] body) {
            return split(new String(body, StandardCharsets.UTF_8), "\u001f");
        }
    };

    private static final String FORTY = "\0" + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./";
    private static final String FORTY_SMALL = "\0" + "0123456789abcdefghijklmnopqrstuvwxyz-./";
    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final byte mark;

    IdentifierText(int mark) {
        this.mark = (byte) mark;
    }

    byte mark() {
        return mark;
    }

    /** Empty when it cannot write exactly these. */
    abstract Optional<byte[]> pack(Identifiers identifiers);

    abstract Identifiers unpack(byte[] body);

    /** Empty when the separator would be ambiguous. */
    private static Optional<String> joined(Identifiers identifiers, String separator) {
        String patient = identifiers.patientId().orElse("");
        return !separator.isEmpty() && patient.contains(separator)
                ? Optional.empty()
                : Optional.of(patient
                        + identifiers.encounterId().map(e -> separator + e).orElse(""));
    }

    private static Identifiers split(String text, String separator) {
        int at = text.indexOf(separator);
        return at < 0
                ? new Identifiers(Optional.of(text), Optional.empty())
                : new Identifiers(Optional.of(text.substring(0, at)), Optional.of(text.substring(at + 1)));
    }

    private static String swapped(String text, String from, String to) {
        StringBuilder swapped = new StringBuilder();
        text.chars().forEach(c -> swapped.append(to.charAt(from.indexOf(c))));
        return swapped.toString();
    }

    private static byte[] packForty(String text) {
        byte[] packed = new byte[(text.length() + 2) / 3 * 2];
        for (int i = 0; i < text.length(); i += 3) {
            int value = 0;
            for (int n = 0; n < 3; n++) {
                value = value * 40 + (i + n < text.length() ? FORTY.indexOf(text.charAt(i + n)) : 0);
            }
            packed[i / 3 * 2] = (byte) (value >> 8);
            packed[i / 3 * 2 + 1] = (byte) value;
        }
        return packed;
    }

    private static String unpackForty(byte[] packed) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < packed.length; i += 2) {
            int value = (packed[i] & 0xff) << 8 | packed[i + 1] & 0xff;
            text.append(FORTY.charAt(value / 1600 % 40))
                    .append(FORTY.charAt(value / 40 % 40))
                    .append(FORTY.charAt(value % 40));
        }
        int end = text.indexOf("\0");
        return end < 0 ? text.toString() : text.substring(0, end);
    }

    private static void put(ByteBuffer body, String uuid) {
        UUID value = UUID.fromString(uuid);
        body.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    private static String get(ByteBuffer body) {
        return new UUID(body.getLong(), body.getLong()).toString();
    }
}
