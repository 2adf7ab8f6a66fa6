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
        for (int n = 1; n <= section.repeat(); n++) {
            for (List<FieldSource> row : section.rows()) {
                add(row, n, words, names);
            }
        }
        section.grid().ifPresent(grid -> {
            for (int n = grid.firstColumn(); n < grid.firstColumn() + grid.columns(); n++) {
                add(grid.rows(), n, words, names);
            }
        });
    }

    private static void add(List<FieldSource> fields, int n, Map<String, String> words, Map<String, String> names) {
        for (FieldSource field : fields) {
            String id = field.numbered(n).id();
            String caption = words.getOrDefault(field.caption(), "");
            String name = caption.isEmpty() ? id : caption;
            names.put("field." + id, field.id().contains("{n}") && !caption.isEmpty() ? name + " " + n : name);
            for (String option : field.options()) {
                names.put("field." + id + "." + option, words.getOrDefault(field.caption() + "." + option, option));
            }
        }
    }
}
