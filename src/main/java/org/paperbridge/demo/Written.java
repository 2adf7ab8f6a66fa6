package org.paperbridge.demo;

import java.util.List;
import java.util.Map;
import org.paperbridge.form.layout.FormTemplate;

/**
 * What really stands on one page of the demo: only its own reviewers and its comparison may look here.
 *
 * @param serial of the printed form
 * @param page from 1
 * @param truth field id to values; {@code *} is free handwriting
 * @param returns whether it is expected to come back as records: false for other hospitals' and altered pages
 */
public record Written(FormTemplate form, String serial, int page, Map<String, List<String>> truth, boolean returns) {

    public Written {
        truth = Map.copyOf(truth);
    }

    public List<String> values(String field) {
        return truth.getOrDefault(field, List.of());
    }
}
