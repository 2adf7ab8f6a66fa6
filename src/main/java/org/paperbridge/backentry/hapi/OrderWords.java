package org.paperbridge.backentry.hapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A prescribed line as a person reads it, nothing added. */
final class OrderWords {

    private static final List<String> ROLES =
            List.of("drug", "form", "strength", "dose", "unit", "route", "times", "frequency", "duration", "comment");

    private OrderWords() {}

    static String of(Map<String, String> values) {
        return ROLES.stream()
                .flatMap(role -> Optional.ofNullable(values.get(role)).stream())
                .collect(Collectors.joining(" "));
    }
}
