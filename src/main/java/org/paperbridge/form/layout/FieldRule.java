package org.paperbridge.form.layout;

import java.util.List;
import java.util.Map;

/**
 * A rule across fields of one form, as declared by its author.
 *
 * @param id unique within the form
 * @param kind names the check, e.g. {@code band-agrees}, {@code not-after}, {@code exactly-one}, {@code required-with}
 * @param fields ids of the fields it looks at, in the order the kind expects
 * @param parameters further values of the kind, e.g. band limits by option value
 */
public record FieldRule(String id, String kind, List<String> fields, Map<String, String> parameters) {

    public FieldRule {
        fields = List.copyOf(fields);
        parameters = Map.copyOf(parameters);
    }
}
