package org.paperbridge.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.template.file.TemplateFiles;

/** The shipped templates with a few files changed, as an author or an accident would change them. */
final class EditedTemplates implements TemplateFiles {

    private final TemplateFiles shipped = TemplateFiles.ofProduct();
    private final Map<String, String> changed = new HashMap<>();

    /** Fails when the text to replace is not there, so that no edit can silently become none. */
    EditedTemplates replace(String path, String from, String to) {
        String text = find(path).orElseThrow();
        assertThat(text).contains(from);
        changed.put(path, text.replace(from, to));
        return this;
    }

    EditedTemplates put(String path, String text) {
        changed.put(path, text);
        return this;
    }

    EditedTemplates remove(String path) {
        return put(path, "");
    }

    /** Line, from 1, of the first occurrence. */
    int lineOf(String path, String text) {
        String all = find(path).orElseThrow();
        assertThat(all).contains(text);
        return (int) all.substring(0, all.indexOf(text)).lines().count()
                + (all.charAt(all.indexOf(text) - 1) == '\n' ? 1 : 0);
    }

    @Override
    public Optional<String> find(String path) {
        Optional<String> text = changed.containsKey(path) ? Optional.of(changed.get(path)) : shipped.find(path);
        return text.filter(t -> !t.isEmpty());
    }
}
