package org.paperbridge.validation.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;

/** The words of findings, by language. They name no value and no person. */
public final class RuleMessages {

    private static final List<String> LANGUAGES = List.of("en", "fr");
    private static final Map<String, Properties> TEXTS = load();

    private RuleMessages() {}

    public static Finding finding(String rule, List<String> fields, Severity severity, String key) {
        Map<String, String> messages = new TreeMap<>();
        TEXTS.forEach((language, texts) -> {
            String text = texts.getProperty(key);
            if (text == null) {
                throw new IllegalStateException("validation/messages." + language + ".properties lacks " + key);
            }
            messages.put(language, text);
        });
        return new Finding(rule, fields, severity, messages);
    }

    private static Map<String, Properties> load() {
        Map<String, Properties> texts = new TreeMap<>();
        for (String language : LANGUAGES) {
            String name = "/validation/messages." + language + ".properties";
            try (InputStream in = RuleMessages.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException(name + " is missing from the jar");
                }
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
                Properties read = new Properties();
                read.load(reader);
                texts.put(language, read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }
}
