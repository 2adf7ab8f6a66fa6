package org.paperbridge.census;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** HL7 v2 acknowledgements in original mode, framed for MLLP (0x0B message 0x1C 0x0D). */
public final class AnswerWriter {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

    private final Clock clock;

    /** HL7 table 0008. */
    public enum Code {
        /** Kept. */
        AA,
        /** Could not be kept now; send it again. */
        AE,
        /** Not HL7 v2; sending it again does not help. */
        AR
    }

    public AnswerWriter(Clock clock) {
        this.clock = clock;
    }

    /** Whether the bytes begin as a message does. */
    static boolean isHl7(byte[] message) {
        return message.length > 8 && header(message).matches("MSH[^A-Za-z0-9].{4,}");
    }

    byte[] answer(byte[] message, Code code) {
        String header = isHl7(message) ? header(message) : "MSH|";
        String[] fields = header.split(Pattern.quote(header.substring(3, 4)), -1);
        String control = field(fields, 9);
        String[] kind = field(fields, 8).split("\\^");
        String now = STAMP.format(clock.instant().atZone(ZoneOffset.UTC));
        String ack = "MSH|^~\\&|PAPERBRIDGE||" + field(fields, 2) + "|" + field(fields, 3) + "|" + now + "+0000||ACK^"
                + (kind.length > 1 ? kind[1] : "") + "|" + control + "|P|2.5\rMSA|" + code + "|" + control + "\r";
        return ("\u000b" + ack + "\u001c\r").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String field(String[] fields, int number) {
        return fields.length > number ? fields[number] : "";
    }

    private static String header(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
    }
}
