package org.paperbridge.validation.dashboard;

import org.paperbridge.validation.ledger.PageCounts;

/**
 * How complete a unit's paper is.
 *
 * @param unit code; empty for what was printed for none
 * @param counts as the page ledger has them
 * @param released pages that are back and released; among the returned
 */
public record UnitProgress(String unit, PageCounts counts, long released) {

    /** Printed pages that are due: blank stock and replaced sheets are not. */
    public long expected() {
        return counts.returned() + counts.declared() + missing();
    }

    /** Neither back nor explained. */
    public long missing() {
        return counts.begun() + counts.outstanding();
    }
}
