package org.paperbridge.form.reading;

import java.util.List;
import java.util.Map;

/**
 * A rule spoke about values of one page.
 *
 * @param rule id of the rule
 * @param fields the fields it is about
 * @param severity what it does to acceptance
 * @param messages by language tag; no identity traits
 */
public record Finding(String rule, List<String> fields, Severity severity, Map<String, String> messages) {

    public Finding {
        fields = List.copyOf(fields);
        messages = Map.copyOf(messages);
    }

    public enum Severity {
        /** Independent channels agree: supports acceptance. */
        SUPPORTS,
        /** Worth a look: the field goes to a person. */
        WARNS,
        /** Cannot be right as it stands: must be corrected or overruled with a reason. */
        CONTRADICTS
    }
}
