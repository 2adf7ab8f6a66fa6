package org.paperbridge.publish;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The settings of one target as written; collects what is wrong with them. */
final class TargetWords {

    private final String name;
    private final Path base;
    private final Map<String, String> words;
    private final List<String> mistakes;
    private final TreeSet<String> used = new TreeSet<>();

    /**
     * @param base folder that relative paths start from
     * @param mistakes where they go, each a line
     */
    TargetWords(String name, Path base, Map<String, String> words, List<String> mistakes) {
        this.name = name;
        this.base = base;
        this.words = new TreeMap<>(words);
        this.mistakes = mistakes;
    }

    Optional<String> find(String key) {
        used.add(key);
        return Optional.ofNullable(words.get(key)).map(String::strip).filter(word -> !word.isEmpty());
    }

    String need(String key) {
        return find(key).orElseGet(() -> {
            wrong(key, "is missing");
            return "?";
        });
    }

    boolean yes(String key) {
        String word = find(key).orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            wrong(key, "is true or false");
        }
        return word.equals("true");
    }

    int number(String key, int otherwise, int from, int to) {
        String word = find(key).orElse(String.valueOf(otherwise));
        if (word.matches("\\d{1,6}") && Integer.parseInt(word) >= from && Integer.parseInt(word) <= to) {
            return Integer.parseInt(word);
        }
        wrong(key, "is a number from " + from + " to " + to);
        return otherwise;
    }

    Optional<Path> findPath(String key) {
        return find(key).flatMap(word -> {
            try {
                return Optional.of(base.resolve(word).normalize());
            } catch (InvalidPathException e) {
                wrong(key, "is no path");
                return Optional.empty();
            }
        });
    }

    Path path(String key) {
        return findPath(key).orElseGet(() -> base.resolve(need(key)));
    }

    List<String> list(String key, String otherwise) {
        List<String> items = new ArrayList<>();
        for (String item : find(key).orElse(otherwise).split(",")) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    void wrong(String key, String what) {
        mistakes.add(name + "." + key + " " + what);
    }

    /** Keys nobody asked for are spelling mistakes. */
    void refuseOthers() {
        for (String key : words.keySet()) {
            if (!used.contains(key)) {
                wrong(key, "is no setting of this kind of target; known: " + String.join(", ", used));
            }
        }
    }
}
