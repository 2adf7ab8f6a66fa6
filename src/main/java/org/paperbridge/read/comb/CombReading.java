package org.paperbridge.read.comb;

import java.util.List;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.form.reading.FieldState;

/**
 * What a comb field says.
 *
 * @param value best guess, also when doubtful; empty when there is none
 * @param confidence calibrated probability that {@code value} (or blank) is right
 * @param candidates best first
 * @param weakestCell probability of the least sure cell, 1 when none was written
 * @param fits whether date, time or check digit rules hold for {@code value}
 * @param accepted whether it would need no person by the calibrated thresholds alone
 */
public record CombReading(
        FieldState state,
        String value,
        double confidence,
        List<Candidate> candidates,
        double weakestCell,
        boolean fits,
        boolean accepted) {

    public CombReading {
        candidates = List.copyOf(candidates);
    }
}
