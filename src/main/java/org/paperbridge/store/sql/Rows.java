package org.paperbridge.store.sql;

import java.time.Clock;
import java.util.function.Supplier;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.store.seal.PasswordHash;
import org.paperbridge.store.seal.StoreKeys;

/** Puts the tables together over one database. */
public final class Rows {

    private final Originals originals;
    private final Scans scans;
    private final StoredReviewQueue queue;
    private final StoredDecisions decisions;
    private final StoredReleases releases;
    private final Outbox outbox;
    private final StoredPrintedForms printedForms;
    private final StoredAccounts accounts;
    private final StoredSessions sessions;
    private final StoredAuditTrail audit;
    private final StoredSituations situations;
    private final StoredLedger ledger;
    private final StoredBatches batches;
    private final StoredDeliveries deliveries;
    private final StoredDashboards dashboards;

    public Rows(
            Database database,
            StoreKeys keys,
            StoredReleases.Rulebook rulebook,
            Clock clock,
            Supplier<String> ids,
            PasswordHash passwords) {
        ColumnSeal seal = new ColumnSeal(keys);
        PageRows pages = new PageRows(seal, keys);
        TaskRows tasks = new TaskRows(clock, ids);
        DecisionRows decided = new DecisionRows(seal, clock);
        CopyRows copies = new CopyRows(pages, decided);
        SetRows sets = new SetRows(pages, decided);
        this.audit = new StoredAuditTrail(database, keys, clock);
        this.originals = new Originals(database, seal, keys::searchKey, tasks, clock);
        this.scans = new Scans(database, seal, pages, tasks, decided, copies, sets, rulebook.forms(), clock);
        this.queue = new StoredReviewQueue(database, pages, decided, copies, sets, clock);
        this.decisions = new StoredDecisions(database, seal, pages, decided, audit, clock);
        this.releases = new StoredReleases(
                database,
                new StoredReleases.Sealing(seal, keys),
                pages,
                tasks,
                decided,
                copies,
                sets,
                audit,
                rulebook,
                clock);
        this.outbox = new Outbox(database, seal, audit, clock);
        this.deliveries = new StoredDeliveries(database, seal, audit, rulebook.destinations(), clock);
        this.dashboards = StoredDashboards.of(database, rulebook.forms(), new StayNames(seal, keys), clock);
        this.printedForms = new StoredPrintedForms(database, seal, keys);
        this.accounts = new StoredAccounts(database, passwords);
        this.sessions = new StoredSessions(database, keys, clock);
        this.situations = new StoredSituations(database, clock);
        this.batches = StoredBatches.of(database, rulebook.forms(), pages);
        this.ledger = StoredLedger.of(database, rulebook.forms(), seal, keys::searchKey, audit, clock);
    }

    public Originals originals() {
        return originals;
    }

    public Scans scans() {
        return scans;
    }

    public StoredReviewQueue queue() {
        return queue;
    }

    public StoredDecisions decisions() {
        return decisions;
    }

    public StoredReleases releases() {
        return releases;
    }

    public Outbox outbox() {
        return outbox;
    }

    public StoredPrintedForms printedForms() {
        return printedForms;
    }

    public StoredAccounts accounts() {
        return accounts;
    }

    public StoredSessions sessions() {
        return sessions;
    }

    public StoredAuditTrail audit() {
        return audit;
    }

    public StoredSituations situations() {
        return situations;
    }

    public StoredLedger ledger() {
        return ledger;
    }

    public StoredDeliveries deliveries() {
        return deliveries;
    }

    public StoredDashboards dashboards() {
        return dashboards;
    }

    public StoredBatches batches() {
        return batches;
    }
}
