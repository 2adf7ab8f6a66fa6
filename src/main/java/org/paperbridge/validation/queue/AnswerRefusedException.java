package org.paperbridge.validation.queue;

import java.util.List;

/** Answers that do not fit their task. Nothing was written. */
public final class AnswerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** @param problems machine words, e.g. {@code unknown-field:dose-9}, {@code contradicted:birth-before-admission} */
    public AnswerRefusedException(List<String> problems) {
        super(String.join(", ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
