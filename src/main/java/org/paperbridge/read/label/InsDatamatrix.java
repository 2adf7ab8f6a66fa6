package org.paperbridge.read.label;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The traits in a French INS DataMatrix, format {@code IS01} (Agence du numérique en santé, 2.2).
 *
 * <p>A header of 26 characters, then blocks S1 to S7 in any order; a block of variable length that is not full ends with
 * a group separator.
 *
 * @param number INS number with its key, 15 characters
 * @param birthName S4
 * @param givenNames S3
 * @param birthDate S6, DD-MM-YYYY as in the code
 */
public record InsDatamatrix(
        String number, Optional<String> birthName, Optional<String> givenNames, Optional<String> birthDate) {

    private static final Pattern HEADER = Pattern.compile("IS01[0-9]{22}");
    private static final int HEADER_LENGTH = 26;
    private static final char SEPARATOR = '\u001d';
    private static final Map<String, Integer> LONGEST =
            Map.of("S1", 15, "S2", 20, "S3", 100, "S4", 100, "S5", 1, "S6", 10, "S7", 5);

    /** Empty when the text is no such code, or is cut off or damaged. */
    public static Optional<InsDatamatrix> parse(String text) {
        if (text.length() < HEADER_LENGTH
                || !HEADER.matcher(text.substring(0, HEADER_LENGTH)).matches()) {
            return Optional.empty();
        }
        Map<String, String> blocks = new HashMap<>();
        int at = HEADER_LENGTH;
        while (at < text.length()) {
            if (text.charAt(at) == SEPARATOR) {
                at++;
                continue;
            }
            String name = text.substring(at, Math.min(text.length(), at + 2));
            Integer longest = LONGEST.get(name);
            if (longest == null) {
                return Optional.empty();
            }
            int end = Math.min(text.length(), at + 2 + longest);
            int separator = text.indexOf(SEPARATOR, at);
            end = separator >= 0 ? Math.min(end, separator) : end;
            blocks.put(name, text.substring(at + 2, end));
            at = end;
        }
        return Optional.ofNullable(blocks.get("S1"))
                .filter(number -> number.length() == 15)
                .map(number -> new InsDatamatrix(
                        number,
                        Optional.ofNullable(blocks.get("S4")),
                        Optional.ofNullable(blocks.get("S3")),
                        Optional.ofNullable(blocks.get("S6"))));
    }
}
