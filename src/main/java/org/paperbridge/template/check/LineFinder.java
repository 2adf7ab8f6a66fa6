package org.paperbridge.template.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.paperbridge.template.TemplateFinding;
import org.paperbridge.template.file.YamlDocument;

/** Finds the line on which an author declared a field. */
public final class LineFinder {

    private LineFinder() {}

    /** @param field id, numbered; empty for the whole file */
    public static TemplateFinding finding(YamlDocument form, String field, String message) {
        String text = field.isEmpty() ? message : "field " + field + ": " + message;
        return form.finding(pointerTo(form, field), text);
    }

    /** JSON pointer of the declaration; empty when there is none. */
    private static String pointerTo(YamlDocument form, String field) {
        return find(form.root(), "", field);
    }

    private static String find(JsonNode node, String pointer, String field) {
        if (node.isObject() && node.has("kind") && matches(node.path("id").asText(), field)) {
            return pointer + "/id";
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                String found = find(node.get(i), pointer + "/" + i, field);
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return "";
        }
        return node.properties().stream()
                .map(e -> find(e.getValue(), pointer + "/" + e.getKey(), field))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean matches(String declared, String field) {
        return !field.isEmpty() && field.matches(Pattern.quote(declared).replace("{n}", "\\E\\d+\\Q"));
    }
}
