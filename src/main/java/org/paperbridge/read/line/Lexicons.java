package org.paperbridge.read.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Word lists by name.
 *
 * @param words one list a name; the names are those in the form templates
 */
public record Lexicons(Map<String, List<String>> words) {

    public Lexicons {
        words = Map.copyOf(words);
    }

    /**
     * The lists that come with the product: {@code drugs} (international non-proprietary names in French) and {@code
     * allergens}. A hospital replaces the first by its formulary.
     */
    public static Lexicons shipped() {
        return new Lexicons(Map.of("drugs", resource("drugs"), "allergens", resource("allergens")));
    }

    /** Empty when there is no list of this name. */
    public List<String> of(String name) {
        return words.getOrDefault(name, List.of());
    }

    private static List<String> resource(String name) {
        String path = "/lexicons/" + name + ".txt";
        try (InputStream in = Objects.requireNonNull(Lexicons.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }
}
