package org.paperbridge.validation.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The printed pages of an installation and the scanned sides it got, at one moment.
 *
 * @param units by unit code; the empty code holds what was printed for no unit
 * @param unlisted pages that came back but are in no registry here: printed elsewhere, or the registry was lost
 * @param sides scanned sides by outcome, as in {@code PageOutcome.code()}
 * @param duplicates by unit, scans of pages that another scan speaks for
 * @param voided by unit, pages that were never written on or were spoiled, as a person said; they are among the declared
 * @param repeatedFiles files that were delivered again, byte for byte, under whatever name
 */
public record LedgerSummary(
        Instant at,
        SortedMap<String, PageCounts> units,
        long unlisted,
        Map<String, Long> sides,
        Map<String, Long> duplicates,
        Map<String, Long> voided,
        long repeatedFiles) {

    public LedgerSummary {
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
        sides = Collections.unmodifiableMap(new TreeMap<>(sides));
        duplicates = Collections.unmodifiableMap(new TreeMap<>(duplicates));
        voided = Collections.unmodifiableMap(new TreeMap<>(voided));
    }

    /** Sides printed by another hospital. */
    public long foreign() {
        return sides.getOrDefault("foreign", 0L);
    }

    public PageCounts total() {
        return units.values().stream().reduce(PageCounts.NONE, PageCounts::plus);
    }
}
