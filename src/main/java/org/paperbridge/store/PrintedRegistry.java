package org.paperbridge.store;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.form.page.PrintedForms;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.store.sql.Database;
import org.paperbridge.store.sql.StoredPrintedForms;

/** The registry of printed forms beside a running server, opened when it is first asked. */
public final class PrintedRegistry implements PrintedForms, AutoCloseable {

    private final StoreSettings settings;
    private final StoreKeys keys;
    private Optional<Database> database = Optional.empty();

    public PrintedRegistry(StoreSettings settings, StoreKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /** @throws StoreUnavailableException saying in one line what to do */
    @Override
    public void register(List<PrintedForm> forms) {
        open().register(forms);
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
