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
 * @param doubtLeft for a rule that weighed what a field may say instead: by field, the share of its probability of error
 *     that the agreement leaves; a field not named is left to the policy alone
 */
public record Finding(
        String rule,
        List<String> fields,
        Severity severity,
        Map<String, String> messages,
        Map<String, Double> doubtLeft) {

    public Finding {
        fields = List.copyOf(fields);
        messages = Map.copyOf(messages);
        doubtLeft = Map.copyOf(doubtLeft);
    }

    public Finding(String rule, List<String> fields, Severity severity, Map<String, String> messages) {
        this(rule, fields, severity, messages, Map.of());
    }

    /** The same, having weighed the alternatives. */
    public Finding withDoubtLeft(Map<String, Double> left) {
        return new Finding(rule, fields, severity, messages, left);
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
