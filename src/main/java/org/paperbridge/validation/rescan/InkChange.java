package org.paperbridge.validation.rescan;

import java.util.Set;

/**
 * Ink on one of two scans of a printed page that the other does not have.
 *
 * @param added fields in which the later scan has more
 * @param lost fields in which the earlier scan has more
 * @param addedBeside whether the later has more outside every field
 * @param lostBeside whether the earlier has
 */
public record InkChange(Set<String> added, Set<String> lost, boolean addedBeside, boolean lostBeside) {

    public InkChange {
        added = Set.copyOf(added);
        lost = Set.copyOf(lost);
    }
}
