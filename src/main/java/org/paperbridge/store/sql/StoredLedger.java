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

/** The page ledger: what was printed, beside the claims of what was scanned. Nothing is kept for it but declarations. */
public final class StoredLedger implements Ledger {

    private static final String WITHOUT_CLAIM = " NOT EXISTS (SELECT 1 FROM page_claim c WHERE c.serial = p.serial) ";

    private final Database database;
    private final FormCatalogue forms;
    private final BiFunction<String, byte[], Optional<String>> patients;
    private final Optional<StoredAuditTrail> audit;
    private final Clock clock;

    private StoredLedger(
            Database database,
            FormCatalogue forms,
            BiFunction<String, byte[], Optional<String>> patients,
            Optional<StoredAuditTrail> audit,
            Clock clock) {
        this.database = database;
        this.forms = forms;
        this.patients = patients;
        this.audit = audit;
        this.clock = clock;
    }

    static StoredLedger of(
            Database database, FormCatalogue forms, ColumnSeal seal, StoredAuditTrail audit, Clock clock) {
        return new StoredLedger(
                database,
                forms,
                (serial, box) -> StoredPrintedForms.open(seal, serial, box).patientId(),
                Optional.of(audit),
                clock);
    }

    /** To be read without keys: shows no patient, and declares nothing. */
    public static StoredLedger withoutKeys(Database database, FormCatalogue forms, Clock clock) {
        return new StoredLedger(database, forms, (serial, box) -> Optional.empty(), Optional.empty(), clock);
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
            return new LedgerSummary(Millis.toInstant(clock.millis()), units, unlisted, sides);
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
            h.createQuery("SELECT serial, form, version, unit, issued_at, sealed FROM printed_form p"
                            + " WHERE replaced_at IS NULL AND patient_key <> '' AND" + WITHOUT_CLAIM
                            + " AND NOT EXISTS (SELECT 1 FROM page_declaration d WHERE d.serial = p.serial)"
                            + " AND (:every = 1 OR unit = :unit) ORDER BY issued_at, serial LIMIT :most")
                    .bind("every", unit.isEmpty() ? 1 : 0)
                    .bind("unit", unit.orElse(""))
                    .bind("most", most - open.size())
                    .map((r, c) -> sheet(r, r.getString("serial")).open())
                    .forEach(open::add);
            return List.copyOf(open);
        });
    }

    @Override
    public int declare(String serial, Declaration what, String person) {
        StoredAuditTrail trail = audit.orElseThrow(() -> new IllegalStateException("Read only"));
        return database.write(h -> {
            Optional<Sheet> sheet = listSheets(h).stream()
                    .filter(s -> s.serial().equals(serial))
                    .findFirst()
                    .or(() -> findUnclaimed(h, serial));
            List<Integer> missing = sheet.map(Sheet::missing).orElse(List.of());
            for (int page : missing) {
                h.createUpdate("INSERT INTO page_declaration (serial, page, what, person, declared_at)"
                                + " VALUES (:serial, :page, :what, :person, :now)")
                        .bind("serial", serial)
                        .bind("page", page)
                        .bind("what", what.code())
                        .bind("person", person)
                        .bind("now", clock.millis())
                        .execute();
            }
            if (!missing.isEmpty()) {
                trail.append(
                        h, person, "declare-pages", serial, Map.of("what", what.code(), "pages", missing.toString()));
            }
            return missing.size();
        });
    }

    private void countWithoutClaim(Handle h, SortedMap<String, PageCounts> units) {
        h.createQuery("SELECT p.unit, p.form, p.version,"
                        + " CASE WHEN p.replaced_at IS NOT NULL THEN 'replaced'"
                        + " WHEN p.patient_key = '' THEN 'stock' ELSE 'outstanding' END AS word,"
                        + " coalesce(d.pages, 0) AS declared, count(*) AS sheets FROM printed_form p"
                        + " LEFT JOIN (SELECT serial, count(*) AS pages FROM page_declaration GROUP BY serial) d"
                        + " ON d.serial = p.serial WHERE" + WITHOUT_CLAIM + "GROUP BY 1, 2, 3, 4, 5")
                .map((r, c) -> {
                    long sheets = r.getLong("sheets");
                    long declared = r.getLong("declared");
                    long left = pagesOf(new FormRef(r.getString("form"), r.getInt("version"))) - declared;
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

    /** Sheets of which at least one page came back. */
    private List<Sheet> listSheets(Handle h) {
        Map<String, Sheet> sheets = new LinkedHashMap<>();
        h.createQuery("SELECT c.serial, c.page, coalesce(p.form, o.form) AS form,"
                        + " coalesce(p.version, o.form_version) AS version, coalesce(p.unit, '') AS unit,"
                        + " p.issued_at, p.sealed FROM page_claim c"
                        + " JOIN page_outcome o ON o.original = c.original AND o.idx = c.idx"
                        + " LEFT JOIN printed_form p ON p.serial = c.serial ORDER BY c.serial")
                .map((r, c) -> {
                    Sheet sheet = sheets.get(r.getString("serial"));
                    if (sheet == null) {
                        sheet = sheet(r, r.getString("serial"));
                        sheets.put(sheet.serial(), sheet);
                    }
                    return sheet.returned().add(r.getInt("page"));
                })
                .list();
        h.createQuery("SELECT serial, page FROM page_declaration")
                .map((r, c) -> Map.entry(r.getString(1), r.getInt(2)))
                .forEach(e -> Optional.ofNullable(sheets.get(e.getKey()))
                        .ifPresent(s -> s.declared().add(e.getValue())));
        return List.copyOf(sheets.values());
    }

    private Optional<Sheet> findUnclaimed(Handle h, String serial) {
        Optional<Sheet> found = h.createQuery(
                        "SELECT form, version, unit, issued_at, sealed FROM printed_form WHERE serial = :serial")
                .bind("serial", serial)
                .map((r, c) -> sheet(r, serial))
                .findFirst();
        found.ifPresent(sheet -> h.createQuery("SELECT page FROM page_declaration WHERE serial = :serial")
                .bind("serial", serial)
                .mapTo(Integer.class)
                .forEach(sheet.declared()::add));
        return found;
    }

    private Sheet sheet(ResultSet r, String serial) throws SQLException {
        FormRef form = new FormRef(r.getString("form"), r.getInt("version"));
        long at = r.getLong("issued_at");
        Optional<Instant> printedAt = r.wasNull() ? Optional.empty() : Optional.of(Millis.toInstant(at));
        byte[] sealed = r.getBytes("sealed");
        return new Sheet(
                serial,
                form,
                r.getString("unit"),
                pagesOf(form),
                new TreeSet<>(),
                new TreeSet<>(),
                printedAt,
                sealed == null ? Optional.empty() : patients.apply(serial, sealed));
    }

    /** One when the form is not installed: then no page of it can be said to be missing. */
    private int pagesOf(FormRef form) {
        return forms.findForm(form).map(f -> f.layout().pages().size()).orElse(1);
    }

    private record Sheet(
            String serial,
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
            return new OpenSheet(serial, form, unit, pages, missing(), printedAt, patientId);
        }
    }
}
