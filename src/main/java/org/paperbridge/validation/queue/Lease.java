package org.paperbridge.validation.queue;

import java.time.Instant;

/**
 * A task is one reviewer's for a while, so that two people do not answer the same questions.
 *
 * @param reviewer account name
 * @param until after this it is anybody's again
 */
public record Lease(String reviewer, Instant until) {

    public boolean holds(Instant now) {
        return now.isBefore(until);
    }
}
