package org.paperbridge.read.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

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
     * allergens}. A hospital adds its formulary to the first.
     */
    public static Lexicons shipped() {
        return new Lexicons(Map.of("drugs", resource("drugs"), "allergens", resource("allergens")));
    }

    /** With further words in one list; a word that it has already, in other capitals, is not put in twice. */
    public Lexicons and(String name, List<String> more) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Stream.concat(of(name).stream(), more.stream()).forEach(word -> all.putIfAbsent(word, word));
        Map<String, List<String>> lists = new HashMap<>(words);
        lists.put(name, List.copyOf(all.values()));
        return new Lexicons(lists);
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
