package org.paperbridge.kit.numbers;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counters given to one unit; no other range ever overlaps it.
 *
 * @param from first counter
 * @param to last counter, inclusive
 */
public record NumberRange(Instant at, String unit, int from, int to) {

    public NumberRange {
        if (from < 0 || to < from || to > NumberScheme.MOST) {
            throw new IllegalArgumentException("No range of counters: " + from + " to " + to);
        }
    }

    public List<DowntimeIdentity> identities(NumberScheme scheme) {
        return IntStream.rangeClosed(from, to).mapToObj(scheme::identity).toList();
    }
}
