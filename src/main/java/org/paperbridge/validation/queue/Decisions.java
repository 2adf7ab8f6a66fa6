package org.paperbridge.validation.queue;

import java.util.List;

/** What reviewers decided: append only. */
public interface Decisions {

    /**
     * Appends answers and moves the task on: to {@link TaskState#ANSWERED} when no question is left, to
     * {@link TaskState#CLOSED} when the page was discarded or goes back to be read.
     *
     * @param version of the task the reviewer was looking at
     * @return the task afterwards
     * @throws StaleTaskException when the task changed meanwhile or another reviewer holds it
     * @throws AnswerRefusedException when an answer does not fit the task, e.g. names an unknown field
     */
    ReviewTask decide(String task, int version, String reviewer, List<Answer> answers);

    /** Oldest first. */
    List<Decision> listDecisions(String task);
}
