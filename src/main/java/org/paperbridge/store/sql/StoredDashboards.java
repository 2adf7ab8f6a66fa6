package org.paperbridge.store.sql;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.validation.dashboard.Dashboard;
import org.paperbridge.validation.dashboard.Dashboards;
import org.paperbridge.validation.dashboard.StayAtRisk;
import org.paperbridge.validation.dashboard.UnitProgress;
import org.paperbridge.validation.ledger.LedgerSummary;

/** Counts rows that are not sealed; only whose a stay is has to be opened. */
public final class StoredDashboards implements Dashboards {

    private static final String RELEASED =
            "SELECT coalesce(p.unit, ''), count(*) FROM page_claim c JOIN scan s ON s.original = c.original"
                    + " AND s.idx = c.idx LEFT JOIN printed_form p ON p.serial = c.serial"
                    + " WHERE s.state = 'released' GROUP BY 1";

    private final Database database;
    private final StoredLedger ledger;
    private final StayRows stays;
    private final Clock clock;

    private StoredDashboards(Database database, FormCatalogue forms, StayRows stays, Clock clock) {
        this.database = database;
        this.ledger = StoredLedger.withoutKeys(database, forms, clock);
        this.stays = stays;
        this.clock = clock;
    }

    static StoredDashboards of(Database database, FormCatalogue forms, StayNames names, Clock clock) {
        return new StoredDashboards(database, forms, new StayRows(forms, Optional.of(names)), clock);
    }

    /** To be read without keys: says of no stay whose it is. */
    public static StoredDashboards withoutKeys(Database database, FormCatalogue forms, Clock clock) {
        return new StoredDashboards(database, forms, new StayRows(forms, Optional.empty()), clock);
    }

    @Override
    public Dashboard count() {
        Instant now = Millis.toInstant(clock.millis());
        LedgerSummary summary = ledger.count();
        return database.read(h -> new Dashboard(
                now,
                PlaceRows.count(h),
                new Dashboard.Files(files(h, "received"), files(h, "refused")),
                FieldRows.sum(h),
                PaceRows.measure(h, now),
                units(h, summary),
                stays.count(h),
                LoadRows.list(h, now)));
    }

    @Override
    public List<StayAtRisk> listStays(int most) {
        return database.read(h -> stays.list(h, most));
    }

    private static long files(Handle h, String state) {
        return h.createQuery("SELECT count(*) FROM original WHERE state = :state")
                .bind("state", state)
                .mapTo(Long.class)
                .one();
    }

    private static List<UnitProgress> units(Handle h, LedgerSummary summary) {
        Map<String, Long> released = StoredSituations.by(h, RELEASED);
        return summary.units().entrySet().stream()
                .map(e -> new UnitProgress(e.getKey(), e.getValue(), released.getOrDefault(e.getKey(), 0L)))
                .sorted(Comparator.comparingLong(UnitProgress::missing)
                        .reversed()
                        .thenComparing(UnitProgress::unit))
                .toList();
    }
}
