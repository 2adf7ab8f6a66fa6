package org.paperbridge.validation.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * How one destination stands.
 *
 * @param waiting records on their way
 * @param acknowledged records the receiver has
 * @param parked records a person has to see to
 * @param byHand records a person keyed at the receiver
 * @param trouble why the last try of a waiting record failed; empty when none did
 * @param triedAgainAt when the next of those is tried
 * @param pause who held it back, and since when
 */
public record DestinationCounts(
        String destination,
        long waiting,
        long acknowledged,
        long parked,
        long byHand,
        Optional<String> trouble,
        Optional<Instant> triedAgainAt,
        Optional<Pause> pause) {

    /** A destination that is held back. */
    public record Pause(String person, Instant since) {}
}
