package org.paperbridge.backentry.hapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.paperbridge.backentry.WrittenText;

/** A prescribed line as a person reads it, nothing added. */
final class OrderWords {

    private static final List<String> ROLES =
            List.of("drug", "form", "strength", "dose", "unit", "route", "times", "frequency", "duration", "comment");
    /** Roles that are a number, and what stands around it: units that are the same in both languages. */
    private static final Map<String, String> MEASURES = Map.of(
            "per-day", "%s/24 h",
            "least-hours", "min. %s h",
            "most-per-day", "max %s/24 h",
            "volume", "%s mL",
            "rate", "%s mL/h",
            "hours", "%s h",
            "days", "%s d");

    private OrderWords() {}

    static String of(Map<String, String> values) {
        List<String> words = new ArrayList<>();
        for (String role : ROLES) {
            String value = values.getOrDefault(role, "");
            if (!value.isEmpty()) {
                words.add(word(role, value));
            }
        }
        for (String role : List.of("per-day", "least-hours", "most-per-day", "volume", "rate", "hours", "days")) {
            String number = values.getOrDefault(role, "");
            if (!number.isEmpty()) {
                words.add(MEASURES.getOrDefault(role, "%s").replace("%s", number));
            }
        }
        return String.join(" ", words);
    }

    private static String word(String role, String value) {
        if (role.equals("times") && !WrittenText.times(value).isEmpty()) {
            return String.join(
                    " ", WrittenText.times(value).stream().map(Object::toString).toList());
        }
        return role.equals("unit") && value.equals("ug") ? "µg" : value;
    }
}
