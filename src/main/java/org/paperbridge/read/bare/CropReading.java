package org.paperbridge.read.bare;

import java.util.List;
import org.paperbridge.form.reading.Candidate;

/**
 * What a bare crop says.
 *
 * @param value empty when blank, struck out or unreadable; {@code marked} or {@code unmarked} for a tick
 * @param confidence calibrated probability that {@code value} (or that there is none) is right
 * @param accepted whether it passes the calibrated threshold, so that no person would be asked
 * @param candidates best first
 */
public record CropReading(String value, double confidence, boolean accepted, List<Candidate> candidates) {

    public CropReading {
        candidates = List.copyOf(candidates);
    }
}
