package org.paperbridge.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperbridge.template.author.FieldSource;
import org.paperbridge.template.author.FormSource;
import org.paperbridge.template.author.SectionSource;

/**
 * What reviewers call a field: {@code field.ID} to its caption with its number, {@code field.ID.VALUE} to the words of an
 * option.
 */
final class FieldWords {

    private FieldWords() {}

    static Map<String, String> of(FormSource form, Map<String, String> words) {
        Map<String, String> names = new HashMap<>();
        form.pages().forEach(page -> page.sections().forEach(section -> add(section, words, names)));
        return names;
    }

    private static void add(SectionSource section, Map<String, String> words, Map<String, String> names) {
        for (int n = section.first(); n <= section.last(); n++) {
            for (List<FieldSource> row : section.rows()) {
                add(row, n, lineOf(section, n, words), words, names);
            }
        }
        section.grid().ifPresent(grid -> {
            for (int n = grid.firstColumn(); n < grid.firstColumn() + grid.columns(); n++) {
                add(grid.rows(), n, Integer.toString(n), words, names);
            }
        });
    }

    /** What a reviewer calls the line: its printed word, else its number. */
    private static String lineOf(SectionSource section, int n, Map<String, String> words) {
        List<String> labels =
                section.table().map(SectionSource.TableSource::labels).orElse(List.of());
        return labels.isEmpty()
                ? Integer.toString(n)
                : "· " + words.getOrDefault(labels.get(n - section.first()), Integer.toString(n));
    }

    private static void add(
            List<FieldSource> fields, int n, String line, Map<String, String> words, Map<String, String> names) {
        for (FieldSource field : fields) {
            if (!field.isField()) {
                continue;
            }
            String id = field.numbered(n).id();
            String caption = words.getOrDefault(field.numbered(n).caption(), "");
            String name = caption.isEmpty() ? id : caption;
            names.put("field." + id, field.id().contains("{n}") && !caption.isEmpty() ? name + " " + line : name);
            for (String option : field.options()) {
                names.put("field." + id + "." + option, words.getOrDefault(field.caption() + "." + option, option));
            }
        }
    }
}
