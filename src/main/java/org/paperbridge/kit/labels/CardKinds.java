package org.paperbridge.kit.labels;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The kinds of cards there are: the product's, and what {@code cards.properties} of a home adds or changes. */
public final class CardKinds {

    public static final String FILE = "cards.properties";
    private static final String PRODUCT = "/kit/" + FILE;

    private final Properties all = new Properties();

    private CardKinds() {}

    public static CardKinds ofHome(Path home) {
        CardKinds kinds = new CardKinds();
        try (InputStream in = CardKinds.class.getResourceAsStream(PRODUCT)) {
            if (in == null) {
                throw new IllegalStateException(PRODUCT + " is missing from the product");
            }
            kinds.all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Path own = home.resolve(FILE);
            if (Files.exists(own)) {
                try (Reader reader = Files.newBufferedReader(own)) {
                    kinds.all.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kinds;
    }

    /** All kinds, in the order of their names. */
    public List<String> names() {
        return all.stringPropertyNames().stream()
                .map(name -> name.substring(0, Math.max(0, name.indexOf('.'))))
                .distinct()
                .sorted()
                .toList();
    }

    /** @throws LabelFormatException when there is no such kind, or its description is wrong */
    public CardKind get(String key) {
        if (!names().contains(key)) {
            throw new LabelFormatException(
                    "There are no cards \"" + key + "\"; there are " + String.join(", ", names()) + ".");
        }
        String prefix = value(key, "prefix");
        String parts = value(key, "parts");
        if (!prefix.matches("[A-Z]{0,3}") || !parts.matches("[1-9]?")) {
            throw new LabelFormatException(FILE + ": " + key + ": prefix is up to three capitals, parts 1 to 9");
        }
        Map<String, String> titles = new HashMap<>();
        for (String language : List.of("fr", "en")) {
            Optional.ofNullable(all.getProperty(key + ".title." + language))
                    .ifPresent(title -> titles.put(language, title));
        }
        return new CardKind(
                key,
                prefix,
                value(key, "format").isEmpty() ? "card" : value(key, "format"),
                parts.isEmpty() ? 1 : Integer.parseInt(parts),
                words(key, "write"),
                words(key, "tick"),
                Optional.of(value(key, "list")).filter(list -> !list.isEmpty()),
                words(key, "show"),
                titles);
    }

    private List<String> words(String key, String what) {
        return Arrays.stream(value(key, what).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String value(String key, String what) {
        return all.getProperty(key + "." + what, "").strip();
    }
}
