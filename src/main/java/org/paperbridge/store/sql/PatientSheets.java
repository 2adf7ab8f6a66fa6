package org.paperbridge.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.validation.ledger.PatientSheet;
import org.paperbridge.validation.ledger.PatientSheet.Statement;

/** The sheets of one patient, printed here or only scanned here. */
final class PatientSheets {

    private static final String SHEETS = """
            SELECT serial, form, version, unit, issued_at, copies, replaced_at FROM printed_form WHERE patient_key = :key
            UNION ALL
            SELECT o.serial, min(o.form), min(o.form_version), '', NULL, max(o.copy), NULL FROM page_outcome o
            WHERE o.patient_key = :key AND NOT EXISTS (SELECT 1 FROM printed_form p WHERE p.serial = o.serial)
            GROUP BY o.serial
            ORDER BY 5 DESC, 1
            """;

    private PatientSheets() {}

    static List<PatientSheet> list(Handle h, String key, ToIntFunction<FormRef> pages) {
        return h.createQuery(SHEETS).bind("key", key).map((r, c) -> copies(h, r, pages)).list().stream()
                .flatMap(List::stream)
                .toList();
    }

    static Optional<String> findPatient(
            Handle h, String serial, BiFunction<String, byte[], Optional<String>> patients) {
        return h.createQuery("SELECT sealed FROM printed_form WHERE serial = :serial")
                .bind("serial", serial)
                .map((r, c) -> patients.apply(serial, r.getBytes(1)))
                .findFirst()
                .flatMap(p -> p);
    }

    private static List<PatientSheet> copies(Handle h, ResultSet r, ToIntFunction<FormRef> pages) throws SQLException {
        String serial = r.getString(1);
        FormRef form = new FormRef(r.getString(2), r.getInt(3));
        String unit = r.getString(4);
        long at = r.getLong(5);
        Optional<Instant> printedAt = r.wasNull() ? Optional.empty() : Optional.of(Millis.toInstant(at));
        int copies = r.getInt(6);
        r.getLong(7);
        boolean replaced = !r.wasNull();
        List<PatientSheet> sheets = new ArrayList<>();
        for (int copy = 1; copy <= copies; copy++) {
            sheets.add(new PatientSheet(
                    serial,
                    copy,
                    form,
                    unit,
                    pages.applyAsInt(form),
                    returned(h, serial, copy),
                    again(h, serial, copy),
                    declared(h, serial, copy),
                    replaced,
                    printedAt));
        }
        return sheets;
    }

    private static TreeSet<Integer> returned(Handle h, String serial, int copy) {
        return new TreeSet<>(h.createQuery("SELECT page FROM page_claim WHERE serial = :serial AND copy = :copy")
                .bind("serial", serial)
                .bind("copy", copy)
                .mapTo(Integer.class)
                .list());
    }

    private static long again(Handle h, String serial, int copy) {
        return h.createQuery(
                        "SELECT count(*) FROM page_outcome WHERE serial = :serial AND copy = :copy AND code = 'rescan'")
                .bind("serial", serial)
                .bind("copy", copy)
                .mapTo(Long.class)
                .one();
    }

    private static SortedMap<Integer, Statement> declared(Handle h, String serial, int copy) {
        SortedMap<Integer, Statement> declared = new TreeMap<>();
        h.createQuery("SELECT page, what, person, declared_at FROM page_declaration"
                        + " WHERE serial = :serial AND copy = :copy")
                .bind("serial", serial)
                .bind("copy", copy)
                .map((r, c) -> declared.put(
                        r.getInt(1), new Statement(r.getString(2), r.getString(3), Millis.toInstant(r.getLong(4)))))
                .list();
        return declared;
    }
}
