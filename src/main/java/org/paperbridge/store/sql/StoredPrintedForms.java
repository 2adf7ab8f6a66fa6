package org.paperbridge.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.FormRegistry;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.store.seal.StoreKeys;

/** The registry of printed forms on its table. A page is read without it; it names pages whose code is gone. */
public final class StoredPrintedForms implements FormRegistry {

    /** So that nobody waits long for the table. */
    private static final int MOST_AT_ONCE = 5000;

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
    public void register(String unit, List<PrintedForm> forms) {
        database.run(h -> insert(h, unit, false, forms));
    }

    @Override
    public void registerKit(String unit, List<PrintedForm> forms) {
        database.run(h -> insert(h, unit, true, forms));
    }

    @Override
    public void replaceKit(String unit, Set<String> serials, Instant since) {
        database.run(h -> {
            PreparedBatch batch = h.prepareBatch("UPDATE printed_form SET replaced_at = :since WHERE serial = :serial");
            h.createQuery("SELECT serial FROM printed_form" + " WHERE unit = :unit AND kit = 1 AND replaced_at IS NULL")
                    .bind("unit", unit)
                    .mapTo(String.class)
                    .filter(serial -> !serials.contains(serial))
                    .forEach(serial -> batch.bind("since", Millis.of(since))
                            .bind("serial", serial)
                            .add());
            batch.execute();
        });
    }

    private void insert(Handle h, String unit, boolean kit, List<PrintedForm> forms) {
        PreparedBatch batch = h.prepareBatch("""
                INSERT INTO printed_form
                    (serial, form, version, fingerprint, sealed, patient_key, issued_at, unit, kit, copies)
                VALUES (:serial, :form, :version, :fingerprint, :sealed, :patient, :issued, :unit, :kit, :copies)
                ON CONFLICT (serial) DO UPDATE SET copies =
                    CASE WHEN excluded.copies > printed_form.copies THEN excluded.copies ELSE printed_form.copies END
                """);
        for (PrintedForm form : forms) {
            batch.bind("serial", form.serial())
                    .bind("form", form.form().form())
                    .bind("version", form.form().version())
                    .bind("fingerprint", form.fingerprint())
                    .bind("sealed", seal.close(place(form.serial()), StoreJson.write(form)))
                    .bind("patient", form.patientId().map(keys::searchKey).orElse(""))
                    .bind("issued", Millis.of(form.issuedAt()))
                    .bind("unit", unit)
                    .bind("kit", kit ? 1 : 0)
                    .bind("copies", form.copy())
                    .add();
        }
        batch.execute();
    }

    @Override
    public int forgetPatients(Instant replacedBefore) {
        return database.write(h -> {
            List<PrintedForm> forgotten = h.createQuery(
                            "SELECT serial, sealed FROM printed_form p WHERE replaced_at < :before AND patient_key <> ''"
                                    + " AND kit = 1 AND NOT EXISTS (SELECT 1 FROM page_claim c WHERE c.serial = p.serial)"
                                    + " AND NOT EXISTS (SELECT 1 FROM page_declaration d WHERE d.serial = p.serial)"
                                    + " LIMIT :most")
                    .bind("before", Millis.of(replacedBefore))
                    .bind("most", MOST_AT_ONCE)
                    .map((r, c) -> open(seal, r.getString(1), r.getBytes(2)))
                    .list();
            PreparedBatch batch = h.prepareBatch(
                    "UPDATE printed_form SET sealed = :nothing, patient_key = '', site = :site WHERE serial = :serial");
            forgotten.forEach(form -> batch.bind("nothing", new byte[0])
                    .bind("site", form.site())
                    .bind("serial", form.serial())
                    .add());
            if (!forgotten.isEmpty()) {
                batch.execute();
            }
            return forgotten.size();
        });
    }

    @Override
    public Optional<PrintedForm> find(String serial) {
        return database.read(h -> h.createQuery("SELECT * FROM printed_form WHERE serial = :serial")
                .bind("serial", serial)
                .map((r, c) -> {
                    byte[] sealed = r.getBytes("sealed");
                    return sealed.length == 0 ? withoutPatient(r) : open(seal, serial, sealed);
                })
                .findFirst());
    }

    private static PrintedForm withoutPatient(ResultSet r) throws SQLException {
        return new PrintedForm(
                r.getInt("site"),
                r.getString("serial"),
                new FormRef(r.getString("form"), r.getInt("version")),
                r.getInt("fingerprint"),
                Millis.toInstant(r.getLong("issued_at")),
                Optional.empty(),
                Optional.empty());
    }

    /** Empty when it was forgotten. */
    static Optional<String> patientOf(ColumnSeal seal, String serial, byte[] sealed) {
        return sealed.length == 0
                ? Optional.empty()
                : open(seal, serial, sealed).patientId();
    }

    static PrintedForm open(ColumnSeal seal, String serial, byte[] sealed) {
        return StoreJson.read(seal.open(place(serial), sealed), PrintedForm.class);
    }

    private static String place(String serial) {
        return "printed_form/" + serial;
    }
}
