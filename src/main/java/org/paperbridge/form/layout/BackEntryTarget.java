package org.paperbridge.form.layout;

import java.util.List;
import java.util.Map;

/**
 * One clinical fact that fields of a form become.
 *
 * @param id unique within the form, deterministic part of the record's identifier, e.g. {@code pulse-3}
 * @param kind {@code admission}, {@code medication-request}, {@code observation}, ...
 * @param fields role (e.g. {@code value}, {@code dose}, {@code time}) to field id
 * @param codes role to code, e.g. {@code loinc} to {@code 8867-4}, {@code ucum} to {@code /min}
 * @param needs field ids without which the fact does not exist
 */
public record BackEntryTarget(
        String id, String kind, Map<String, String> fields, Map<String, String> codes, List<String> needs) {

    public BackEntryTarget {
        fields = Map.copyOf(fields);
        codes = Map.copyOf(codes);
        needs = List.copyOf(needs);
    }
}
