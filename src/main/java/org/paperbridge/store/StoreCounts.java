package org.paperbridge.store;

import java.time.Clock;
import java.util.function.Function;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.store.sql.Database;
import org.paperbridge.store.sql.StoredBatches;
import org.paperbridge.store.sql.StoredDashboards;
import org.paperbridge.store.sql.StoredLedger;
import org.paperbridge.store.sql.StoredSituations;
import org.paperbridge.validation.batch.Batches;
import org.paperbridge.validation.dashboard.Dashboards;
import org.paperbridge.validation.ledger.Ledger;
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

    /**
     * Asks the page ledger, which shows no patient here and cannot be written.
     *
     * @throws StoreUnavailableException saying in one line what to do
     */
    public static <T> T ledger(StoreSettings settings, FormCatalogue forms, Clock clock, Function<Ledger, T> question) {
        try (Database database = Database.open(settings)) {
            return question.apply(StoredLedger.withoutKeys(database, forms, clock));
        }
    }

    /**
     * Asks how the recovery goes, without whose the stays are.
     *
     * @throws StoreUnavailableException saying in one line what to do
     */
    public static <T> T dashboards(
            StoreSettings settings, FormCatalogue forms, Clock clock, Function<Dashboards, T> question) {
        try (Database database = Database.open(settings)) {
            return question.apply(StoredDashboards.withoutKeys(database, forms, clock));
        }
    }

    /**
     * Asks for the batches, without who put them together.
     *
     * @throws StoreUnavailableException saying in one line what to do
     */
    public static <T> T batches(StoreSettings settings, FormCatalogue forms, Function<Batches, T> question) {
        try (Database database = Database.open(settings)) {
            return question.apply(StoredBatches.withoutKeys(database, forms));
        }
    }
}
