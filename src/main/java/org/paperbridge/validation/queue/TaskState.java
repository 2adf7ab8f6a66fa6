package org.paperbridge.validation.queue;

/** Where a task stands. */
public enum TaskState {
    /** Somebody has to look. */
    OPEN,
    /** Every question is answered; a values task may be released. */
    ANSWERED,
    /** Nothing left to do: released, discarded, or sent back to be read again. */
    CLOSED
}
