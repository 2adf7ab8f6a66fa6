package org.paperbridge.form.formulary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperbridge.form.csv.CsvFile;

/** The file of all numbers given to products: one line each, a later line about the same number instead of an earlier. */
public final class FormularyFile {

    public static final String HEADING = "number;name;strength;form;other";

    /** Between other names, here and in the pharmacy's file. */
    public static final String BETWEEN_NAMES = "/";

    private FormularyFile() {}

    /**
     * @return nothing when there is no such file
     * @throws IOException naming file and line when a number is not right: then the file was damaged
     */
    public static Formulary read(Path file) throws IOException {
        return Files.exists(file) ? parse(file, Files.readAllBytes(file)) : Formulary.none();
    }

    /**
     * Likewise of bytes that were read already.
     *
     * @param file named in what is thrown
     */
    public static Formulary parse(Path file, byte[] bytes) throws IOException {
        return new Formulary(entries(file, CsvFile.parse(bytes)));
    }

    public static List<String> namesOf(String cell) {
        return Arrays.stream(cell.split(BETWEEN_NAMES))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Without the end of the line. */
    public static String line(FormularyEntry entry) {
        Product product = entry.product();
        return Stream.of(
                        entry.number().digits(),
                        product.name(),
                        product.strength(),
                        product.form(),
                        String.join(BETWEEN_NAMES, product.otherNames()))
                .map(FormularyFile::cell)
                .collect(Collectors.joining(";"));
    }

    private static List<FormularyEntry> entries(Path file, CsvFile csv) throws IOException {
        List<FormularyEntry> entries = new ArrayList<>();
        for (CsvFile.Line line : csv.lines().stream().skip(1).toList()) {
            try {
                entries.add(new FormularyEntry(
                        new FormularyNumber(line.cell(0)),
                        new Product(line.cell(1), line.cell(2), line.cell(3), namesOf(line.cell(4)))));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + ":" + line.number() + ": " + e.getMessage()
                        + ". Restore the file from its safe copy; do not delete it.");
            }
        }
        return entries;
    }

    private static String cell(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.matches("[^;\"]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }
}
