package org.paperbridge.census.hapi;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of a feed to single messages as text.
 *
 * <p>Messages may stand bare, one after the other, with MLLP framing (0x0B … 0x1C 0x0D), or between batch segments (FHS
 * BHS BTS FTS). Each says its own character set in MSH-18.
 */
final class MessageSplit {

    private static final Pattern START = Pattern.compile("(?:^|[\\r\\n\\x0b\\x1c])(MSH[^A-Za-z0-9\\r\\n])");
    private static final Pattern BATCH_SEGMENT = Pattern.compile("(?m)^(?:FHS|BHS|BTS|FTS)[^\\r\\n]*[\\r\\n]*");

    /** HL7 table 0211, as French and British senders write it. */
    private static final Map<String, Charset> CHARSETS = Map.of(
            "ASCII", StandardCharsets.US_ASCII,
            "8859/1", StandardCharsets.ISO_8859_1,
            "8859/15", Charset.forName("ISO-8859-15"),
            "UNICODE UTF-8", StandardCharsets.UTF_8,
            "UTF-8", StandardCharsets.UTF_8,
            "UNICODE", StandardCharsets.UTF_8);

    /**
     * @param message text with {@code \r} between segments; empty when the bytes are not in the character set they claim
     * @param declared MSH-18 as written
     * @param guessed MSH-18 was silent although the message is not ASCII, or says Latin where the bytes are UTF-8
     */
    record Raw(Optional<String> message, String declared, boolean guessed) {}

    private MessageSplit() {}

    static List<Raw> split(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher matcher = START.matcher(all);
        List<Integer> starts = new ArrayList<>();
        while (matcher.find()) {
            starts.add(matcher.start(1));
        }
        List<Raw> messages = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : all.length();
            messages.add(decode(all.substring(starts.get(i), end)));
        }
        return messages;
    }

    private static Raw decode(String latin) {
        String unframed = BATCH_SEGMENT
                .matcher(latin.replaceAll("[\\x0b\\x1c]", "").replaceAll("\\r\\n|\\n", "\r"))
                .replaceAll("");
        byte[] bytes = unframed.getBytes(StandardCharsets.ISO_8859_1);
        String declared = declaredCharset(unframed);
        boolean ascii = unframed.chars().allMatch(c -> c < 0x80);
        if (declared.isEmpty() && !ascii) {
            Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
            return new Raw(utf8.isPresent() ? utf8 : Optional.of(unframed), declared, true);
        }
        if (declared.startsWith("8859/") && !ascii) {
            // Any bytes are Latin; letters beyond ASCII that are also well-formed UTF-8 were never meant as Latin.
            Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
            if (utf8.isPresent()) {
                return new Raw(utf8, declared, true);
            }
        }
        Optional<String> text = Optional.ofNullable(CHARSETS.get(declared.isEmpty() ? "ASCII" : declared))
                .flatMap(charset -> strict(bytes, charset));
        return new Raw(text, declared, false);
    }

    private static String declaredCharset(String message) {
        String header = message.lines().findFirst().orElse("");
        String[] fields = header.split(Pattern.quote(header.substring(3, 4)), -1);
        String field = fields.length > 17 ? fields[17] : "";
        int repetition = field.indexOf('~');
        return (repetition < 0 ? field : field.substring(0, repetition)).trim();
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
