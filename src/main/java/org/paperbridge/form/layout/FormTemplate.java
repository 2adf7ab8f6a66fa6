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
 * @param copies what each copy of the sheet is for, the original first, e.g. {@code original} and {@code pharmacy};
 *     empty when a sheet is printed once. All copies share a serial; the page code tells them apart
 */
public record FormTemplate(
        FormRef ref,
        int number,
        Map<String, String> titles,
        List<Integer> rows,
        Layout layout,
        Map<String, Map<String, String>> labels,
        List<FieldRule> rules,
        List<BackEntryTarget> backEntry,
        List<String> copies) {

    /** Where what a copy is for is printed: a print zone of every page of a form that has copies. */
    public static final String COPY_SOURCE = "form.copy";

    public FormTemplate {
        titles = Map.copyOf(titles);
        rows = List.copyOf(rows);
        labels = Map.copyOf(labels);
        rules = List.copyOf(rules);
        backEntry = List.copyOf(backEntry);
        copies = List.copyOf(copies);
    }

    /** A form that is printed once. */
    public FormTemplate(
            FormRef ref,
            int number,
            Map<String, String> titles,
            List<Integer> rows,
            Layout layout,
            Map<String, Map<String, String>> labels,
            List<FieldRule> rules,
            List<BackEntryTarget> backEntry) {
        this(ref, number, titles, rows, layout, labels, rules, backEntry, List.of());
    }

    /** The printed words for a copy, from 1; empty when the form has none. */
    public String copyWords(int copy, String language) {
        if (copy > copies.size()) {
            return "";
        }
        String name = copies.get(copy - 1);
        return labels.getOrDefault(language, Map.of()).getOrDefault("copy." + name, name);
    }
}
