package org.paperbridge.web.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The words of the screens in one language.
 *
 * @param language {@code fr} or {@code en}
 * @param texts by key; patterns of {@link MessageFormat} where a key takes arguments
 */
public record Words(String language, Map<String, String> texts) {

    public static final List<String> LANGUAGES = List.of("fr", "en");

    public Words {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    }

    public static Words load(String language) {
        try (InputStream in = Words.class.getResourceAsStream("/web/words." + language + ".properties")) {
            if (in == null) {
                throw new IllegalArgumentException("There are no words in " + language);
            }
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> texts = new TreeMap<>();
            file.stringPropertyNames().forEach(k -> texts.put(k, file.getProperty(k)));
            return new Words(language, texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words for a key; throws {@link IllegalArgumentException} for a key nobody wrote. */
    public String say(String key, Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No words for " + key + " in " + language);
        }
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.of(language)).format(arguments);
    }

    /** A number with the language's separators. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(Locale.of(language)).format(number);
    }

    /** The words for a machine word, or those for {@code PREFIX.other} when nobody foresaw it. */
    public String sayMachineWord(String prefix, String word) {
        return texts.getOrDefault(prefix + "." + word, say(prefix + ".other", word));
    }

    /** The form's own word, or the key itself where its author wrote none. */
    public String pick(Map<String, String> byLanguage, String otherwise) {
        return byLanguage.getOrDefault(language, otherwise);
    }
}
