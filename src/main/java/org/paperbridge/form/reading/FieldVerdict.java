package org.paperbridge.form.reading;

import java.util.List;

/**
 * What the risk policy says of one reading.
 *
 * @param reasons machine words, e.g. {@code high-criticality}, {@code low-confidence}, {@code rule:band-agrees}
 */
public record FieldVerdict(String field, Action action, List<String> reasons) {

    public FieldVerdict {
        reasons = List.copyOf(reasons);
    }
}
