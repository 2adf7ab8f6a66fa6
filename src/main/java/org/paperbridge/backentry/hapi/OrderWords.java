package org.paperbridge.backentry.hapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.paperbridge.backentry.WrittenText;

/** A prescribed line as a person reads it, nothing added. */
final class OrderWords {

    private static final List<String> ROLES =
            List.of("drug", "form", "strength", "dose", "unit", "route", "times", "frequency", "duration", "comment");

    private OrderWords() {}

    static String of(Map<String, String> values) {
        List<String> words = new ArrayList<>();
        for (String role : ROLES) {
            String value = values.getOrDefault(role, "");
            if (!value.isEmpty()) {
                words.add(word(role, value));
            }
        }
        String perDay = values.getOrDefault("per-day", "");
        if (!perDay.isEmpty()) {
            words.add(perDay + "/24 h");
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
