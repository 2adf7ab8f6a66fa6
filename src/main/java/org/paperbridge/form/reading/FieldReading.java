package org.paperbridge.form.reading;

import java.util.List;
import java.util.Map;
import org.paperbridge.form.layout.PageBox;

/**
 * What was seen in one field zone, with its evidence.
 *
 * @param field id in the form template
 * @param values empty when nothing is to be reported; one element unless a multiple tick field
 * @param confidence calibrated probability that {@code values} (or blank) is right, 0 to 1
 * @param candidates best first; empty for blank fields
 * @param evidence named measurements, e.g. {@code fill.oral} share of dark area, {@code check} 1 when the check digit
 *     passes
 * @param box the field's zone, page frame, mm
 */
public record FieldReading(
        String field,
        FieldState state,
        List<String> values,
        double confidence,
        List<Candidate> candidates,
        Map<String, Double> evidence,
        PageBox box) {

    public FieldReading {
        values = List.copyOf(values);
        candidates = List.copyOf(candidates);
        evidence = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(evidence));
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence of " + field + " is " + confidence);
        }
    }
}
