package org.paperbridge.form.layout;

import java.util.List;
import java.util.Map;

/**
 * A form version as released: geometry, words, rules and what its fields become. Never holds a reading.
 *
 * @param number identifies the form in the page code, 1 to 65535, never reused
 * @param titles by language tag, {@code fr} and {@code en}
 * @param rows the loss rows of the domain catalogue this form answers
 * @param labels by language tag, then by key
 * @param rules across fields
 * @param backEntry field id (or prefix with {@code *}) to its target, as written in {@code back-entry.yaml}
 */
public record FormTemplate(
        FormRef ref,
        int number,
        Map<String, String> titles,
        List<Integer> rows,
        Layout layout,
        Map<String, Map<String, String>> labels,
        List<FieldRule> rules,
        List<BackEntryTarget> backEntry) {

    public FormTemplate {
        titles = Map.copyOf(titles);
        rows = List.copyOf(rows);
        labels = Map.copyOf(labels);
        rules = List.copyOf(rules);
        backEntry = List.copyOf(backEntry);
    }
}
