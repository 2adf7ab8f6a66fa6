package org.paperbridge.questionnaire;

import java.util.List;

/**
 * A form as a FHIR R4 Questionnaire.
 *
 * @param json the resource
 * @param unsaid what the form has and the resource cannot say, one line each
 */
public record FormExport(String json, List<String> unsaid) {

    public FormExport {
        unsaid = List.copyOf(unsaid);
    }
}
