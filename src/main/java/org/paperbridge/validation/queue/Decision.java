package org.paperbridge.validation.queue;

import java.time.Instant;

/**
 * An answer as it was given. Appended, never changed.
 *
 * @param sequence rises with every decision of the installation
 * @param task id of the task
 * @param reviewer account name, or {@code policy}
 */
public record Decision(long sequence, String task, Answer answer, String reviewer, Instant decidedAt) {}
