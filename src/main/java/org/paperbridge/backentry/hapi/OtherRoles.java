package org.paperbridge.backentry.hapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.paperbridge.form.record.ClinicalRecord;

/** Released values of a measurement that have no code of their own, e.g. breathing air or oxygen: said in words. */
final class OtherRoles {

    private static final Set<String> SAID_ELSEWHERE = Set.of("value", "date", "time", "author", "patient", "encounter");

    private OtherRoles() {}

    static String of(ClinicalRecord record) {
        Map<String, String> values = new TreeMap<>(record.values());
        values.keySet()
                .removeIf(role ->
                        SAID_ELSEWHERE.contains(role) || record.target().codes().containsKey("loinc." + role));
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
