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
 */
public record LedgerSummary(Instant at, SortedMap<String, PageCounts> units, long unlisted, Map<String, Long> sides) {

    public LedgerSummary {
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
        sides = Collections.unmodifiableMap(new TreeMap<>(sides));
    }

    public PageCounts total() {
        return units.values().stream().reduce(PageCounts.NONE, PageCounts::plus);
    }
}
