package org.paperbridge.validation.situation;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How much is where, at one moment. All maps are by machine word, zero counts left out.
 *
 * @param at when it was counted
 * @param batches how many deliveries of the scanner
 * @param originals by state
 * @param scans by state
 * @param outcomes scanned sides by outcome, as in {@code PageOutcome.code()}
 * @param fields read fields by action
 * @param tasks open and answered ones by kind
 * @param records released clinical facts
 * @param deliveries by state
 * @param oldestWaiting creation of the oldest open task
 * @param progress of reading
 */
public record Situation(
        Instant at,
        long batches,
        Map<String, Long> originals,
        Map<String, Long> scans,
        Map<String, Long> outcomes,
        Map<String, Long> fields,
        Map<String, Long> tasks,
        long records,
        Map<String, Long> deliveries,
        Optional<Instant> oldestWaiting,
        Progress progress) {

    public Situation {
        originals = sorted(originals);
        scans = sorted(scans);
        outcomes = sorted(outcomes);
        fields = sorted(fields);
        tasks = sorted(tasks);
        deliveries = sorted(deliveries);
    }

    private static Map<String, Long> sorted(Map<String, Long> counts) {
        return java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(counts));
    }
}
