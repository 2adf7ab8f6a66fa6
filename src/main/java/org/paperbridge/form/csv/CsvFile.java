package org.paperbridge.form.csv;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cells of a CSV file as offices write it: semicolon, comma or tab, quotes where needed, UTF-8 or the Windows code page.
 *
 * @param lines those with any text, first the heading
 */
public record CsvFile(List<Line> lines) {

    private static final Charset OFFICE = Charset.forName("windows-1252");

    public CsvFile {
        lines = List.copyOf(lines);
    }

    /** @param number in the file, from 1, where the line begins */
    public record Line(int number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        /** Empty where the line is shorter. */
        public String cell(int index) {
            return index >= 0 && index < cells.size() ? cells.get(index) : "";
        }
    }

    public static CsvFile read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    /** @param bytes UTF-8, else the Windows code page */
    public static CsvFile parse(byte[] bytes) {
        return parse(text(bytes));
    }

    static CsvFile parse(String text) {
        String whole = text.startsWith("\ufeff") ? text.substring(1) : text;
        return new CsvFile(new Cells(whole, separator(whole)).lines());
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, OFFICE);
        }
    }

    /** The one that occurs most often in the heading. */
    private static char separator(String text) {
        String heading = text.lines()
                .filter(line -> !line.isBlank() && !line.stripLeading().startsWith("#"))
                .findFirst()
                .orElse("");
        return Stream.of(';', ',', '\t')
                .max(Comparator.comparingLong(
                        separator -> heading.chars().filter(c -> c == separator).count()))
                .orElseThrow();
    }

    private static final class Cells {

        private final String text;
        private final char separator;
        private final List<Line> lines = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private List<String> cells = new ArrayList<>();
        private boolean quoted;
        private int number = 1;
        private int begins = 1;

        Cells(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        List<Line> lines() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (quoted) {
                    if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                        cell.append(c);
                        i++;
                    } else if (c == '"') {
                        quoted = false;
                    } else {
                        cell.append(c);
                    }
                } else if (c == '"' && cell.toString().isBlank()) {
                    cell.setLength(0);
                    quoted = true;
                } else if (c == separator) {
                    endCell();
                } else if (c == '\n') {
                    endLine();
                } else if (c != '\r') {
                    cell.append(c);
                }
                number += c == '\n' ? 1 : 0;
                begins = cells.isEmpty() && cell.isEmpty() && !quoted ? number : begins;
            }
            endLine();
            return lines;
        }

        private void endCell() {
            cells.add(cell.toString().strip());
            cell.setLength(0);
        }

        private void endLine() {
            endCell();
            if (cells.stream().anyMatch(c -> !c.isEmpty()) && !cells.getFirst().startsWith("#")) {
                lines.add(new Line(begins, cells));
            }
            cells = new ArrayList<>();
        }
    }
}
