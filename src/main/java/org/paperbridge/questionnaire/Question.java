package org.paperbridge.questionnaire;

import java.util.List;
import java.util.Optional;

/**
 * An item of a questionnaire as paper can ask it.
 *
 * @param linkId as in the resource
 * @param text printed; without the prefix
 * @param group whether it is a title over its questions
 * @param guidance what paper cannot enforce and a person must know, printed under the text
 * @param places how many answers may be written
 * @param loinc code of the question, if it has one
 */
public record Question(
        String linkId,
        Words text,
        boolean group,
        Answer answer,
        boolean required,
        int places,
        List<Words> guidance,
        Optional<String> loinc,
        List<Question> questions) {

    public Question {
        guidance = List.copyOf(guidance);
        questions = List.copyOf(questions);
    }
}
