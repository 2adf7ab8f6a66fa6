package org.paperbridge.store;

import java.time.Clock;
import org.paperbridge.store.sql.Database;
import org.paperbridge.store.sql.StoredSituations;
import org.paperbridge.validation.situation.Situation;

/** Counts a store beside a running server, without its keys. */
public final class StoreCounts {

    private StoreCounts() {}

    /** @throws StoreUnavailableException saying in one line what to do */
    public static Situation count(StoreSettings settings, Clock clock) {
        try (Database database = Database.open(settings)) {
            return new StoredSituations(database, clock).count();
        }
    }
}
