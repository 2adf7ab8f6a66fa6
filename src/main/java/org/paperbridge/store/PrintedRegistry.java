package org.paperbridge.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.page.FormRegistry;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.store.sql.Database;
import org.paperbridge.store.sql.StoredPrintedForms;

/** The registry of printed forms beside a running server, opened when it is first asked. */
public final class PrintedRegistry implements FormRegistry, AutoCloseable {

    private final StoreSettings settings;
    private final StoreKeys keys;
    private Optional<Database> database = Optional.empty();

    public PrintedRegistry(StoreSettings settings, StoreKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /** @throws StoreUnavailableException saying in one line what to do */
    @Override
    public void register(String unit, List<PrintedForm> forms) {
        open().register(unit, forms);
    }

    /** @throws StoreUnavailableException saying in one line what to do */
    @Override
    public void registerKit(String unit, List<PrintedForm> forms) {
        open().registerKit(unit, forms);
    }

    @Override
    public void replaceKit(String unit, Set<String> serials, Instant since) {
        open().replaceKit(unit, serials, since);
    }

    @Override
    public int forgetPatients(Instant replacedBefore) {
        return open().forgetPatients(replacedBefore);
    }

    @Override
    public Optional<PrintedForm> find(String serial) {
        return open().find(serial);
    }

    private synchronized StoredPrintedForms open() {
        Database opened = database.orElseGet(() -> Database.open(settings));
        database = Optional.of(opened);
        return StoredPrintedForms.of(opened, keys);
    }

    @Override
    public synchronized void close() {
        database.ifPresent(Database::close);
        database = Optional.empty();
    }
}
