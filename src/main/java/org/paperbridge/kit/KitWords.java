package org.paperbridge.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The words of everything in a kit that is no form, in one language. */
public final class KitWords {

    private final String language;
    private final Properties words = new Properties();

    private KitWords(String language) {
        this.language = language;
        String name = "/kit/words." + language + ".properties";
        try (InputStream in = KitWords.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("There are no words in \"" + language + "\"");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param language {@code fr} or {@code en} */
    public static KitWords of(String language) {
        return new KitWords(language);
    }

    public String language() {
        return language;
    }

    public String say(String key, Object... arguments) {
        String pattern =
                find(key).orElseThrow(() -> new IllegalArgumentException("No word for " + key + " in " + language));
        return arguments.length == 0 ? pattern : String.format(Locale.ROOT, pattern, arguments);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }
}
