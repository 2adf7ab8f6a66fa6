package org.paperbridge.questionnaire;

/** A file is no questionnaire that can become a form; the message is one line that says why. */
public final class QuestionnaireRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public QuestionnaireRefusedException(String message) {
        super(message);
    }

    public QuestionnaireRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
