package org.paperbridge.store.sql;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.form.page.PrintedForms;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.store.seal.StoreKeys;

/** The registry of printed forms on its table. A page is read without it; it names pages whose code is gone. */
public final class StoredPrintedForms implements PrintedForms {

    private final Database database;
    private final ColumnSeal seal;
    private final StoreKeys keys;

    StoredPrintedForms(Database database, ColumnSeal seal, StoreKeys keys) {
        this.database = database;
        this.seal = seal;
        this.keys = keys;
    }

    /** Without the rest of the store. */
    public static StoredPrintedForms of(Database database, StoreKeys keys) {
        return new StoredPrintedForms(database, new ColumnSeal(keys), keys);
    }

    @Override
    public void register(List<PrintedForm> forms) {
        database.run(h -> forms.forEach(form -> register(h, form)));
    }

    private void register(Handle h, PrintedForm form) {
        h.createUpdate("""
                        INSERT INTO printed_form (serial, form, version, fingerprint, sealed, patient_key, issued_at)
                        VALUES (:serial, :form, :version, :fingerprint, :sealed, :patient, :issued)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("serial", form.serial())
                .bind("form", form.form().form())
                .bind("version", form.form().version())
                .bind("fingerprint", form.fingerprint())
                .bind("sealed", seal.close("printed_form/" + form.serial(), StoreJson.write(form)))
                .bind("patient", form.patientId().map(keys::searchKey).orElse(""))
                .bind("issued", Millis.of(form.issuedAt()))
                .execute();
    }

    @Override
    public Optional<PrintedForm> find(String serial) {
        return database.read(h -> h.createQuery("SELECT sealed FROM printed_form WHERE serial = :serial")
                .bind("serial", serial)
                .map((r, c) -> StoreJson.read(seal.open("printed_form/" + serial, r.getBytes(1)), PrintedForm.class))
                .findFirst());
    }
}
