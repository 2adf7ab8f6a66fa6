package org.paperbridge.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.validation.ledger.Declaration;
import org.paperbridge.validation.ledger.Ledger;
import org.paperbridge.validation.ledger.LedgerSummary;
import org.paperbridge.validation.ledger.OpenSheet;
import org.paperbridge.validation.ledger.PageCounts;
import org.paperbridge.validation.ledger.PatientSheet;

/** The page ledger: what was printed, beside the claims of what was scanned. Nothing is kept for it but declarations. */
public final class StoredLedger implements Ledger {

    private static final String TAKEN_BACK = "taken-back";
    private static final String WITHOUT_CLAIM = " NOT EXISTS (SELECT 1 FROM page_claim c WHERE c.serial = p.serial) ";

    private static final String DUPLICATES =
            "SELECT coalesce(p.unit, ''), count(*) FROM page_outcome o LEFT JOIN printed_form p ON p.serial = o.serial"
                    + " WHERE o.code = 'rescan' GROUP BY 1";
    private static final String VOIDED =
            "SELECT coalesce(p.unit, ''), count(*) FROM page_declaration d LEFT JOIN printed_form p"
                    + " ON p.serial = d.serial WHERE d.what IN ('unused', 'spoiled')"
                    + " AND NOT EXISTS (SELECT 1 FROM page_claim c"
                    + " WHERE c.serial = d.serial AND c.copy = d.copy AND c.page = d.page) GROUP BY 1";

    private final Database database;
    private final FormCatalogue forms;
    private final BiFunction<String, byte[], Optional<String>> patients;
    private final Optional<UnaryOperator<String>> search;
    private final Optional<StoredAuditTrail> audit;
    private final Clock clock;

    private StoredLedger(
            Database database,
            FormCatalogue forms,
            BiFunction<String, byte[], Optional<String>> patients,
            Optional<UnaryOperator<String>> search,
            Optional<StoredAuditTrail> audit,
            Clock clock) {
        this.database = database;
        this.forms = forms;
        this.patients = patients;
        this.search = search;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param search patient number to what its rows are found by */
    static StoredLedger of(
            Database database,
            FormCatalogue forms,
            ColumnSeal seal,
            UnaryOperator<String> search,
            StoredAuditTrail audit,
            Clock clock) {
        return new StoredLedger(
                database,
                forms,
                (serial, box) -> StoredPrintedForms.patientOf(seal, serial, box),
                Optional.of(search),
                Optional.of(audit),
                clock);
    }

    /** To be read without keys: shows no patient, and declares nothing. */
    public static StoredLedger withoutKeys(Database database, FormCatalogue forms, Clock clock) {
        return new StoredLedger(
                database, forms, (serial, box) -> Optional.empty(), Optional.empty(), Optional.empty(), clock);
    }

    @Override
    public LedgerSummary count() {
        return database.read(h -> {
            SortedMap<String, PageCounts> units = new TreeMap<>();
            List<Sheet> sheets = listSheets(h);
            for (Sheet sheet : sheets) {
                int missing = sheet.missing().size();
                PageCounts counts = new PageCounts(sheet.returned().size(), missing, 0, sheet.onlyDeclared(), 0, 0);
                units.merge(sheet.unit(), counts, PageCounts::plus);
            }
            countWithoutClaim(h, units);
            long unlisted = sheets.stream()
                    .filter(s -> s.printedAt().isEmpty())
                    .mapToLong(s -> s.returned().size())
                    .sum();
            Map<String, Long> sides = StoredSituations.by(h, "SELECT code, count(*) FROM page_outcome GROUP BY code");
            return new LedgerSummary(
                    Millis.toInstant(clock.millis()),
                    units,
                    unlisted,
                    sides,
                    StoredSituations.by(h, DUPLICATES),
                    StoredSituations.by(h, VOIDED),
                    h.createQuery("SELECT count(*) FROM batch WHERE repeated = 1")
                            .mapTo(Long.class)
                            .one());
        });
    }

    @Override
    public List<OpenSheet> chase(Optional<String> unit, int most) {
        return database.read(h -> {
            List<OpenSheet> open = new ArrayList<>(listSheets(h).stream()
                    .filter(s -> !s.missing().isEmpty())
                    .filter(s -> unit.isEmpty() || unit.get().equals(s.unit()))
                    .map(Sheet::open)
                    .sorted(Comparator.comparing((OpenSheet s) -> s.printedAt().orElse(Instant.EPOCH))
                            .thenComparing(OpenSheet::serial))
                    .limit(most)
                    .toList());
            h
                    .createQuery("SELECT serial, form, version, unit, issued_at, sealed, copies FROM printed_form p"
                            + " WHERE replaced_at IS NULL AND patient_key <> '' AND" + WITHOUT_CLAIM
                            + " AND (SELECT count(*) FROM page_declaration d WHERE d.serial = p.serial AND d.page = 1)"
                            + " < p.copies"
                            + " AND (:every = 1 OR unit = :unit) ORDER BY issued_at, serial LIMIT :most")
                    .bind("every", unit.isEmpty() ? 1 : 0)
                    .bind("unit", unit.orElse(""))
                    .bind("most", most - open.size())
                    .map((r, c) -> copies(r, r.getString("serial"), r.getInt("copies")))
                    .list()
                    .stream()
                    .flatMap(List::stream)
                    .map(s -> withDeclarations(h, s))
                    .filter(s -> !s.missing().isEmpty())
                    .limit(most - open.size())
                    .map(Sheet::open)
                    .toList()
                    .forEach(open::add);
            return List.copyOf(open);
        });
    }

    @Override
    public int declare(String serial, int copy, Declaration what, String person) {
        StoredAuditTrail trail = audit.orElseThrow(() -> new IllegalStateException("Read only"));
        return database.write(h -> {
            Optional<Sheet> sheet = listSheets(h).stream()
                    .filter(s -> s.serial().equals(serial) && s.copy() == copy)
                    .findFirst()
                    .or(() -> listUnclaimed(h, serial).stream()
                            .filter(s -> s.copy() == copy)
                            .findFirst());
            List<Integer> missing = sheet.map(Sheet::missing).orElse(List.of());
            for (int page : missing) {
                say(h, serial, copy, page, what.code(), person);
            }
            if (!missing.isEmpty()) {
                trail.append(
                        h, person, "declare-pages", serial, Map.of("what", what.code(), "pages", missing.toString()));
            }
            return missing.size();
        });
    }

    @Override
    public int takeBack(String serial, int copy, String person) {
        StoredAuditTrail trail = audit.orElseThrow(() -> new IllegalStateException("Read only"));
        return database.write(h -> {
            List<Integer> pages = h.createQuery(
                            "SELECT page FROM page_declaration WHERE serial = :serial AND copy = :copy ORDER BY page")
                    .bind("serial", serial)
                    .bind("copy", copy)
                    .mapTo(Integer.class)
                    .list();
            pages.forEach(page -> say(h, serial, copy, page, TAKEN_BACK, person));
            if (!pages.isEmpty()) {
                trail.append(h, person, "take-back-pages", serial, Map.of("pages", pages.toString()));
            }
            return pages.size();
        });
    }

    private void say(Handle h, String serial, int copy, int page, String what, String person) {
        h.createUpdate("INSERT INTO page_statement (serial, copy, page, what, person, said_at)"
                        + " VALUES (:serial, :copy, :page, :what, :person, :now)")
                .bind("serial", serial)
                .bind("copy", copy)
                .bind("page", page)
                .bind("what", what)
                .bind("person", person)
                .bind("now", clock.millis())
                .execute();
    }

    @Override
    public Optional<String> findPatient(String serial) {
        return database.read(h -> PatientSheets.findPatient(h, serial, patients));
    }

    @Override
    public List<PatientSheet> listSheets(String patientId) {
        return search.map(key -> database.read(h -> PatientSheets.list(h, key.apply(patientId), this::pagesOf)))
                .orElse(List.of());
    }

    private void countWithoutClaim(Handle h, SortedMap<String, PageCounts> units) {
        h.createQuery("SELECT p.unit, p.form, p.version,"
                        + " CASE WHEN p.replaced_at IS NOT NULL THEN 'replaced'"
                        + " WHEN p.patient_key = '' THEN 'stock' ELSE 'outstanding' END AS word,"
                        + " coalesce(d.pages, 0) AS declared, p.copies, count(*) AS sheets FROM printed_form p"
                        + " LEFT JOIN (SELECT serial, count(*) AS pages FROM page_declaration GROUP BY serial) d"
                        + " ON d.serial = p.serial WHERE" + WITHOUT_CLAIM + "GROUP BY 1, 2, 3, 4, 5, 6")
                .map((r, c) -> {
                    long sheets = r.getLong("sheets");
                    long declared = r.getLong("declared");
                    long left = pagesOf(new FormRef(r.getString("form"), r.getInt("version"))) * r.getLong("copies")
                            - declared;
                    return Map.entry(
                            r.getString("unit"), silent(r.getString("word"), sheets * left, sheets * declared));
                })
                .forEach(e -> units.merge(e.getKey(), e.getValue(), PageCounts::plus));
    }

    private static PageCounts silent(String word, long pages, long declared) {
        return switch (word) {
            case "replaced" -> new PageCounts(0, 0, 0, declared, 0, pages);
            case "stock" -> new PageCounts(0, 0, 0, declared, pages, 0);
            default -> new PageCounts(0, 0, pages, declared, 0, 0);
        };
    }

    /** All copies of sheets of which at least one page of one copy came back. */
    private List<Sheet> listSheets(Handle h) {
        Map<String, List<Sheet>> sheets = new LinkedHashMap<>();
        h.createQuery("SELECT c.serial, c.page, c.copy, coalesce(p.form, o.form) AS form,"
                        + " coalesce(p.version, o.form_version) AS version, coalesce(p.unit, '') AS unit,"
                        + " coalesce(p.copies, 1) AS copies, p.issued_at, p.sealed FROM page_claim c"
                        + " JOIN page_outcome o ON o.original = c.original AND o.idx = c.idx"
                        + " LEFT JOIN printed_form p ON p.serial = c.serial ORDER BY c.serial, c.copy DESC")
                .map((r, c) -> {
                    String serial = r.getString("serial");
                    List<Sheet> copies = sheets.get(serial);
                    if (copies == null) {
                        copies = copies(r, serial, Math.max(r.getInt("copies"), r.getInt("copy")));
                        sheets.put(serial, copies);
                    }
                    return copies.get(r.getInt("copy") - 1).returned().add(r.getInt("page"));
                })
                .list();
        h.createQuery("SELECT serial, copy, page FROM page_declaration")
                .map((r, c) -> new Declared(r.getString(1), r.getInt(2), r.getInt(3)))
                .forEach(d -> sheets.getOrDefault(d.serial(), List.of()).stream()
                        .filter(s -> s.copy() == d.copy())
                        .forEach(s -> s.declared().add(d.page())));
        return sheets.values().stream().flatMap(List::stream).toList();
    }

    private List<Sheet> listUnclaimed(Handle h, String serial) {
        List<Sheet> found = h.createQuery("SELECT form, version, unit, issued_at, sealed, copies FROM printed_form"
                        + " WHERE serial = :serial")
                .bind("serial", serial)
                .map((r, c) -> copies(r, serial, r.getInt("copies")))
                .findFirst()
                .orElse(List.of());
        return found.stream().map(sheet -> withDeclarations(h, sheet)).toList();
    }

    private static Sheet withDeclarations(Handle h, Sheet sheet) {
        h.createQuery("SELECT page FROM page_declaration WHERE serial = :serial AND copy = :copy")
                .bind("serial", sheet.serial())
                .bind("copy", sheet.copy())
                .mapTo(Integer.class)
                .forEach(sheet.declared()::add);
        return sheet;
    }

    /** One a copy, in order. */
    private List<Sheet> copies(ResultSet r, String serial, int copies) throws SQLException {
        FormRef form = new FormRef(r.getString("form"), r.getInt("version"));
        long at = r.getLong("issued_at");
        Optional<Instant> printedAt = r.wasNull() ? Optional.empty() : Optional.of(Millis.toInstant(at));
        byte[] sealed = r.getBytes("sealed");
        Optional<String> patient = sealed == null ? Optional.empty() : patients.apply(serial, sealed);
        List<Sheet> sheets = new ArrayList<>();
        for (int copy = 1; copy <= copies; copy++) {
            sheets.add(new Sheet(
                    serial,
                    copy,
                    form,
                    r.getString("unit"),
                    pagesOf(form),
                    new TreeSet<>(),
                    new TreeSet<>(),
                    printedAt,
                    patient));
        }
        return sheets;
    }

    /** One when the form is not installed: then no page of it can be said to be missing. */
    private int pagesOf(FormRef form) {
        return forms.findForm(form).map(f -> f.layout().pages().size()).orElse(1);
    }

    private record Declared(String serial, int copy, int page) {}

    private record Sheet(
            String serial,
            int copy,
            FormRef form,
            String unit,
            int pages,
            Set<Integer> returned,
            Set<Integer> declared,
            Optional<Instant> printedAt,
            Optional<String> patientId) {

        private List<Integer> missing() {
            return IntStream.rangeClosed(1, pages)
                    .filter(page -> !returned.contains(page) && !declared.contains(page))
                    .boxed()
                    .toList();
        }

        private int onlyDeclared() {
            return (int)
                    declared.stream().filter(page -> !returned.contains(page)).count();
        }

        private OpenSheet open() {
            return new OpenSheet(serial, copy, form, unit, pages, missing(), printedAt, patientId);
        }
    }
}
