package org.paperbridge.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.validation.batch.BatchSide;
import org.paperbridge.validation.batch.BatchSide.Mark;
import org.paperbridge.validation.batch.BatchSide.PrintedPage;
import org.paperbridge.validation.batch.BatchSplit;
import org.paperbridge.validation.batch.Batches;
import org.paperbridge.validation.batch.ScannedBatch;

/** Batches, worked out from the sides that were read whenever somebody asks. */
public final class StoredBatches implements Batches {

    private static final String SIDES = """
            SELECT s.original, s.idx, o.form, o.form_version, o.serial, o.page, o.copy,
                CASE WHEN s.state IN ('waiting', 'reading', 'read') THEN '' ELSE coalesce(o.code, '') END AS code,
                coalesce(o.patient_key, '') AS patient, b.kind, b.batch, b.unit, b.shift, b.expected
            FROM scan s
            LEFT JOIN page_outcome o ON o.original = s.original AND o.idx = s.idx
            LEFT JOIN batch_sheet b ON b.original = s.original AND b.idx = s.idx
            WHERE s.original IN (<originals>) ORDER BY s.original, s.idx
            """;
    private static final String NEWEST =
            "SELECT id FROM original WHERE state = 'split' ORDER BY received_at DESC, id LIMIT :most";
    /** Sides that are files of their own are looked through for so many stacks. */
    private static final int FILES_A_STACK = 20;

    private static final String OF_THESE =
            " WHERE serial IN (SELECT serial FROM page_outcome WHERE original IN (<originals>))";

    private final Database database;
    private final FormCatalogue forms;
    private final Optional<PageRows> pages;

    private StoredBatches(Database database, FormCatalogue forms, Optional<PageRows> pages) {
        this.database = database;
        this.forms = forms;
        this.pages = pages;
    }

    static StoredBatches of(Database database, FormCatalogue forms, PageRows pages) {
        return new StoredBatches(database, forms, Optional.of(pages));
    }

    /** To be read without keys: says no operator. */
    public static StoredBatches withoutKeys(Database database, FormCatalogue forms) {
        return new StoredBatches(database, forms, Optional.empty());
    }

    @Override
    public List<ScannedBatch> list(int mostStacks) {
        return database.read(h -> {
            List<String> newest = h.createQuery(NEWEST)
                    .bind("most", mostStacks * FILES_A_STACK)
                    .mapTo(String.class)
                    .list();
            return of(h, newest, mostStacks).stream()
                    .flatMap(s -> BatchSplit.split(s.stack()).stream())
                    .toList();
        });
    }

    @Override
    public Optional<ScannedBatch> findBatch(ScanRef scan) {
        return database.read(h -> of(h, List.of(scan.original()), 1)).stream()
                .flatMap(s -> {
                    int place = s.places().indexOf(scan);
                    return BatchSplit.split(s.stack()).stream().filter(b -> b.from() <= place && place < b.to());
                })
                .findFirst();
    }

    private List<StackLayout> of(Handle h, List<String> originals, int most) {
        if (originals.isEmpty()) {
            return List.of();
        }
        List<StackRows.Stack> stacks =
                StackRows.list(h, originals).stream().limit(most).toList();
        List<String> all = stacks.stream()
                .flatMap(s -> s.files().stream())
                .map(FileSeries.Delivered::original)
                .distinct()
                .toList();
        Map<String, Set<Integer>> known = known(h, all);
        Map<String, List<BatchSide>> files = new HashMap<>();
        h.createQuery(SIDES)
                .bindList("originals", all)
                .map((r, c) -> Map.entry(r.getString("original"), side(h, r, known)))
                .forEach(e -> files.computeIfAbsent(e.getKey(), o -> new ArrayList<>())
                        .add(e.getValue()));
        return stacks.stream().map(s -> StackLayout.of(s, files)).toList();
    }

    /** Pages of the printed forms in these files that came back, wherever, or that somebody explained. */
    private static Map<String, Set<Integer>> known(Handle h, List<String> originals) {
        Map<String, Set<Integer>> known = new HashMap<>();
        for (String table : List.of("page_claim", "page_declaration")) {
            h.createQuery("SELECT serial, copy, page FROM " + table + OF_THESE)
                    .bindList("originals", originals)
                    .map((r, c) -> Map.entry(sheet(r), r.getInt("page")))
                    .forEach(e -> known.computeIfAbsent(e.getKey(), s -> new HashSet<>())
                            .add(e.getValue()));
        }
        return known;
    }

    private BatchSide side(Handle h, ResultSet r, Map<String, Set<Integer>> known) throws SQLException {
        String serial = r.getString("serial");
        return new BatchSide(
                r.getInt("idx"),
                r.getString("code"),
                serial == null
                        ? Optional.empty()
                        : Optional.of(page(r, serial, known.getOrDefault(sheet(r), Set.of()))),
                r.getString("kind") == null ? Optional.empty() : Optional.of(mark(h, r)));
    }

    private PrintedPage page(ResultSet r, String serial, Set<Integer> known) throws SQLException {
        int pages = forms.findForm(new FormRef(r.getString("form"), r.getInt("form_version")))
                .map(f -> f.layout().pages().size())
                .orElse(1);
        return new PrintedPage(
                serial,
                r.getInt("page"),
                r.getInt("copy"),
                pages,
                r.getString("patient"),
                IntStream.rangeClosed(1, pages)
                        .filter(page -> !known.contains(page))
                        .boxed()
                        .collect(Collectors.toSet()));
    }

    /** Each copy is a sheet of its own. */
    private static String sheet(ResultSet r) throws SQLException {
        return r.getString("serial") + "/" + r.getInt("copy");
    }

    private Mark mark(Handle h, ResultSet r) throws SQLException {
        ScanRef scan = new ScanRef(r.getString("original"), r.getInt("idx"));
        int expected = r.getInt("expected");
        Optional<Integer> counted = r.wasNull() ? Optional.empty() : Optional.of(expected);
        String operator = pages.flatMap(p -> p.findOutcome(h, scan))
                .flatMap(o -> BatchSheetRows.labelOf(o.outcome()))
                .map(BatchLabel::operator)
                .orElse("");
        return new Mark(
                r.getString("kind"),
                r.getString("batch"),
                r.getString("unit"),
                r.getString("shift"),
                operator,
                counted);
    }
}
