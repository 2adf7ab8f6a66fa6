package org.paperbridge.census.hapi;

import java.util.Locale;

/** The end of a report, where it says what it found. */
final class Conclusion {

    private static final String[] HEADINGS = {"conclusion", "impression", "au total"};

    private Conclusion() {}

    /** What follows the last such heading at the beginning of a line; the whole text when there is none. */
    static String of(String report) {
        String[] lines = report.split("\n", -1);
        for (int i = lines.length - 1; i >= 0; i--) {
            String line = lines[i].strip().toLowerCase(Locale.ROOT);
            for (String heading : HEADINGS) {
                if (line.startsWith(heading)) {
                    String rest = lines[i].strip().substring(heading.length()).replaceFirst("^[\\s:.\\-–]+", "");
                    String after =
                            String.join("\n", java.util.Arrays.asList(lines).subList(i + 1, lines.length));
                    String found = (rest + "\n" + after).strip();
                    return found.isEmpty() ? report.strip() : found;
                }
            }
        }
        return report.strip();
    }
}
