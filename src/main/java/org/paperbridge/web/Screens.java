package org.paperbridge.web;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.paperbridge.web.view.Words;

/** Fills the page templates. Every value is escaped; a name that a template misspells is an error. */
final class Screens {

    private final PebbleEngine engine;

    Screens() {
        ClasspathLoader loader = new ClasspathLoader(Screens.class.getClassLoader());
        loader.setPrefix("web/pages");
        loader.setSuffix(".html");
        loader.setCharset("UTF-8");
        engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .build();
    }

    String fill(String page, Words words, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("t", words.texts());
        all.put("language", words.language());
        StringWriter html = new StringWriter();
        try {
            engine.getTemplate(page).evaluate(html, all, Locale.of(words.language()));
        } catch (IOException e) {
            throw new UncheckedIOException("Screen " + page + " cannot be filled", e);
        }
        return html.toString();
    }
}
