package org.paperbridge.store.sql;

import java.util.Locale;
import java.util.Set;

/** Where a scanned side is on its way. Every change is a compare-and-set on the state before. */
public enum ScanState {
    /** To be read by any worker. */
    WAITING,
    /** A worker has it; when the lease runs out it waits again. */
    READING,
    /** Its outcome is kept; rules have not spoken. */
    READ,
    /** A person has to look. */
    REVIEW,
    /** Nobody has to look; the policy may release it. */
    ACCEPTED,
    /** Its records are kept and on their way. */
    RELEASED,
    /** Nothing goes back: blank, discarded, or replaced by a rescan. */
    SET_ASIDE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** States that may follow. */
    public Set<ScanState> next() {
        return switch (this) {
            case WAITING -> Set.of(READING);
            case READING -> Set.of(WAITING, READ);
            case READ -> Set.of(REVIEW, ACCEPTED, SET_ASIDE);
            case REVIEW -> Set.of(WAITING, READ, RELEASED, SET_ASIDE);
            case ACCEPTED -> Set.of(RELEASED, REVIEW, READ);
            case RELEASED, SET_ASIDE -> Set.of();
        };
    }
}
