package org.paperbridge.questionnaire;

import java.util.List;

/**
 * A questionnaire that was understood.
 *
 * @param name fit for a folder
 * @param patient whether it is about a patient
 * @param warnings everything that paper does otherwise than the resource says, one line each
 * @param json the resource as it came, for the export
 */
public record Survey(
        String name, Words title, boolean patient, List<Question> questions, List<String> warnings, String json) {

    public Survey {
        questions = List.copyOf(questions);
        warnings = List.copyOf(warnings);
    }
}
