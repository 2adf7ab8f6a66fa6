package org.paperbridge.kit.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where approved protocols lie and who gets them: {@code protocols.properties}, the product's and the site's.
 *
 * @param folder of the hospital's PDF files
 * @param desks that get them; empty: everybody
 * @param mostBytes of one file
 * @param mostPages of one file
 * @param mistakes lines that cannot be used; for them the product's value stands
 */
public record ProtocolSettings(Path folder, Set<String> desks, long mostBytes, int mostPages, List<String> mistakes) {

    public static final String FILE = "protocols.properties";
    private static final String PRODUCT = "/kit/" + FILE;
    private static final String EVERYBODY = "everybody";
    private static final long MB = 1_000_000;

    public ProtocolSettings {
        desks = Set.copyOf(desks);
        mistakes = List.copyOf(mistakes);
    }

    /** A mistake never stops a kit: it is told, and the product's value is used. */
    public static ProtocolSettings ofHome(Path home) {
        Properties all = new Properties();
        List<String> mistakes = new ArrayList<>();
        try (InputStream in = ProtocolSettings.class.getResourceAsStream(PRODUCT)) {
            if (in == null) {
                throw new IllegalStateException(PRODUCT + " is missing from the product");
            }
            all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties given = new Properties(all);
        Path own = home.resolve(FILE);
        if (Files.exists(own)) {
            try (Reader reader = Files.newBufferedReader(own)) {
                given.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                mistakes.add(FILE);
            }
        }
        return new ProtocolSettings(
                folder(home, given, all, mistakes),
                Arrays.stream(given.getProperty("for").strip().split("[ ,]+"))
                        .filter(desk -> !desk.isEmpty() && !desk.equals(EVERYBODY))
                        .collect(Collectors.toSet()),
                number("most-mb", given, all, mistakes) * MB,
                number("most-pages", given, all, mistakes),
                mistakes);
    }

    /** @param runs desks of a unit */
    public boolean isFor(Set<String> runs) {
        return desks.isEmpty() || desks.stream().anyMatch(runs::contains);
    }

    private static Path folder(Path home, Properties given, Properties product, List<String> mistakes) {
        try {
            return home.resolve(given.getProperty("folder").strip());
        } catch (InvalidPathException e) {
            mistakes.add(FILE + ": folder = " + given.getProperty("folder"));
            return home.resolve(product.getProperty("folder").strip());
        }
    }

    private static int number(String key, Properties given, Properties product, List<String> mistakes) {
        String text = given.getProperty(key).strip();
        if (text.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(text);
        }
        mistakes.add(FILE + ": " + key + " = " + text);
        return Integer.parseInt(product.getProperty(key).strip());
    }
}
