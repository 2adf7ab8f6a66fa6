package org.paperbridge.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.paperbridge.form.page.FormRegistry;
import org.paperbridge.store.object.FolderObjectStore;
import org.paperbridge.store.object.ObjectStore;
import org.paperbridge.store.seal.PasswordHash;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.store.sql.Database;
import org.paperbridge.store.sql.Originals;
import org.paperbridge.store.sql.Outbox;
import org.paperbridge.store.sql.Rows;
import org.paperbridge.store.sql.Scans;
import org.paperbridge.store.sql.StoredReleases;
import org.paperbridge.validation.account.Accounts;
import org.paperbridge.validation.account.Sessions;
import org.paperbridge.validation.audit.AuditTrail;
import org.paperbridge.validation.batch.Batches;
import org.paperbridge.validation.dashboard.Dashboards;
import org.paperbridge.validation.delivery.Deliveries;
import org.paperbridge.validation.ledger.Ledger;
import org.paperbridge.validation.queue.Decisions;
import org.paperbridge.validation.queue.ReviewQueue;
import org.paperbridge.validation.situation.Situations;

/** Everything that is kept: rows in a database, delivered files in an encrypted folder. */
public final class Store implements AutoCloseable {

    private final Database database;
    private final Rows rows;
    private final ObjectStore objects;

    private Store(Database database, Rows rows, ObjectStore objects) {
        this.database = database;
        this.rows = rows;
        this.objects = objects;
    }

    /**
     * Opens a store, creating tables and folder when they are missing.
     *
     * @param folder of the object store
     * @param rulebook what releases go by
     * @param ids gives opaque identifiers that are safe in a URL
     * @throws StoreUnavailableException saying in one line what to do
     */
    public static Store open(
            StoreSettings settings,
            Path folder,
            StoreKeys keys,
            StoredReleases.Rulebook rulebook,
            Clock clock,
            Supplier<String> ids) {
        return open(settings, folder, keys, rulebook, clock, ids, new PasswordHash(PasswordHash.ROUNDS));
    }

    static Store open(
            StoreSettings settings,
            Path folder,
            StoreKeys keys,
            StoredReleases.Rulebook rulebook,
            Clock clock,
            Supplier<String> ids,
            PasswordHash passwords) {
        ObjectStore objects;
        try {
            objects = new FolderObjectStore(folder, keys);
        } catch (IOException e) {
            throw new StoreUnavailableException(
                    "The folder " + folder + " cannot be written. Give this user the right to, or name another home",
                    e);
        }
        Database database = Database.open(settings);
        return new Store(database, new Rows(database, keys, rulebook, clock, ids, passwords), objects);
    }

    public ObjectStore objects() {
        return objects;
    }

    public Originals originals() {
        return rows.originals();
    }

    public Scans scans() {
        return rows.scans();
    }

    public ReviewQueue queue() {
        return rows.queue();
    }

    public Decisions decisions() {
        return rows.decisions();
    }

    public StoredReleases releases() {
        return rows.releases();
    }

    public Outbox outbox() {
        return rows.outbox();
    }

    public FormRegistry printedForms() {
        return rows.printedForms();
    }

    public Accounts accounts() {
        return rows.accounts();
    }

    public Sessions sessions() {
        return rows.sessions();
    }

    public AuditTrail audit() {
        return rows.audit();
    }

    public Situations situations() {
        return rows.situations();
    }

    public Ledger ledger() {
        return rows.ledger();
    }

    public Deliveries deliveries() {
        return rows.deliveries();
    }

    public Dashboards dashboards() {
        return rows.dashboards();
    }

    public Batches batches() {
        return rows.batches();
    }

    @Override
    public void close() {
        database.close();
    }
}
