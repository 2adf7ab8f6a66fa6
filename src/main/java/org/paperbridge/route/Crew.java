package org.paperbridge.route;

import org.paperbridge.store.Store;

/**
 * Who works here.
 *
 * @param home names this installation among those that share a store; one process at a time runs on a home
 * @param start tells this start of the process from earlier ones
 * @param workers how many sides are read at the same time
 */
public record Crew(String home, String start, int workers) {

    public Crew {
        if (!home.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("A home is named by letters, digits and dashes, not " + home);
        }
    }

    /** What leases are taken under. */
    public String name() {
        return home + "/" + start;
    }

    /**
     * Takes back what earlier starts on this home left in hand, so that a restart after a power cut need not wait for
     * their leases to run out.
     */
    public void takeOver(Store store) {
        String earlier = home + "/";
        store.originals().reclaim(earlier);
        store.scans().reclaim(earlier);
        store.outbox().reclaim(earlier);
    }
}
