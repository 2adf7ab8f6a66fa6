package org.paperbridge.kit.pdfbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pages of a file that {@link FormDocument} wrote, as the bytes they are. Of no other file: whoever uses this knows by
 * the signed manifest that the file is the one that was written.
 */
final class EarlierPdf {

    private static final int TAIL = 64;
    private static final int ENTRY = 20;
    private static final Pattern START = Pattern.compile("\nstartxref\n([0-9]{1,9})\n%%EOF\n$");
    private static final Pattern TABLE = Pattern.compile("xref\n0 ([0-9]{1,7})\n");
    private static final int TRAILER = 2048;
    private static final Pattern ENCRYPT = Pattern.compile(" /Encrypt ([0-9]{1,7}) 0 R ");
    private static final Pattern OBJECT = Pattern.compile("[0-9]+ 0 obj\n(.*)\nendobj\n");
    private static final Pattern RESOURCES = Pattern.compile("<< /Font << (.*?)>> /XObject << (.*?)>> >>");
    private static final Pattern NAME = Pattern.compile("/([^ ]+) [0-9]+ 0 R");
    private static final Pattern CONTENT =
            Pattern.compile("([0-9]+) 0 obj\n<< " + FormDocument.PAGE_ENTRIES + " /Length ([0-9]{1,9}) >>\nstream\n");

    private final String name;
    private final byte[] bytes;
    private final int table;
    private final int objects;

    private EarlierPdf(Path file) throws IOException {
        name = file.getFileName() + "";
        bytes = Files.readAllBytes(file);
        Matcher start = START.matcher(text(Math.max(0, bytes.length - TAIL), TAIL));
        int at = start.find() ? Integer.parseInt(start.group(1)) : bytes.length;
        Matcher head = TABLE.matcher(text(at, TAIL));
        if (!head.lookingAt()) {
            throw strange();
        }
        table = at + head.end();
        objects = Integer.parseInt(head.group(1));
    }

    /** @throws IOException when it cannot be read or was not written by {@link FormDocument} */
    static EarlierPdf read(Path file) throws IOException {
        return new EarlierPdf(file);
    }

    /** Its encryption dictionary; empty when it is open. */
    Optional<String> seal() throws IOException {
        Matcher number = ENCRYPT.matcher(text(table + objects * ENTRY, TRAILER));
        if (!number.find()) {
            return Optional.empty();
        }
        Matcher object = OBJECT.matcher(text(offset(Integer.parseInt(number.group(1))), TRAILER));
        if (!object.lookingAt()) {
            throw strange();
        }
        return Optional.of(object.group(1));
    }

    /** Names of the fonts that its pages may use. */
    Set<String> fonts() throws IOException {
        return names(1);
    }

    /** Whether its pages stand on this one. */
    boolean draws(StaticPage page) throws IOException {
        return names(2).contains(page.name());
    }

    private Set<String> names(int group) throws IOException {
        Matcher resources = RESOURCES.matcher(text(offset(FormDocument.RESOURCES), 1 << 16));
        if (!resources.find()) {
            throw strange();
        }
        Set<String> names = new TreeSet<>();
        Matcher each = NAME.matcher(resources.group(group));
        while (each.find()) {
            names.add(each.group(1));
        }
        return names;
    }

    /**
     * What is drawn on a page, deflated and, where the file is sealed, encrypted.
     *
     * @param index from 0
     */
    byte[] content(int index) throws IOException {
        int number = FormDocument.FIRST_PAGE + 2 * index + 1;
        int at = offset(number);
        Matcher head = CONTENT.matcher(text(at, 128));
        if (!head.lookingAt() || Integer.parseInt(head.group(1)) != number) {
            throw strange();
        }
        int from = at + head.end();
        int to = from + Integer.parseInt(head.group(2));
        if (to < from || !text(to, 11).equals("\nendstream\n")) {
            throw strange();
        }
        return Arrays.copyOfRange(bytes, from, to);
    }

    private int offset(int number) throws IOException {
        String entry = number < objects ? text(table + number * ENTRY, 10) : "";
        if (!entry.matches("[0-9]{10}")) {
            throw strange();
        }
        return Math.toIntExact(Long.parseLong(entry));
    }

    /** At most so many bytes as characters; fewer at the end. */
    private String text(int from, int length) {
        int start = Math.min(from, bytes.length);
        return new String(bytes, start, Math.min(length, bytes.length - start), StandardCharsets.ISO_8859_1);
    }

    private IOException strange() {
        return new IOException(name + " is not built as this product builds its files");
    }
}
