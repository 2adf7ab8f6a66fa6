package org.paperbridge.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.validation.dashboard.BillingForms;
import org.paperbridge.validation.dashboard.Dashboard;
import org.paperbridge.validation.dashboard.Lack;
import org.paperbridge.validation.dashboard.StayAtRisk;

/**
 * Stays by their billing pages that came back. A stay is known by the keyed hash of its visit number, or of its patient
 * where the paper has no visit number, as with records.
 */
final class StayRows {

    private static final String PAGES = """
            SELECT coalesce((SELECT min(e.encounter_key) FROM record e WHERE e.original = o.original AND e.idx = o.idx),
                    o.encounter_key, o.patient_key, '') AS stay,
                coalesce(o.patient_key, '') AS patient, c.serial, c.page, c.copy, o.form, o.form_version, s.state,
                o.original, o.idx, g.received_at, coalesce(p.unit, '') AS unit, coalesce(r.unsaid, '') AS unsaid
            FROM page_outcome o
            JOIN page_claim c ON c.original = o.original AND c.idx = o.idx
                AND c.serial = o.serial AND c.page = o.page AND c.copy = o.copy
            JOIN scan s ON s.original = o.original AND s.idx = o.idx
            JOIN original g ON g.id = o.original
            LEFT JOIN page_release r ON r.original = o.original AND r.idx = o.idx
            LEFT JOIN printed_form p ON p.serial = c.serial
            WHERE o.form IN (<forms>) ORDER BY g.received_at, c.serial, c.copy, c.page
            """;
    private static final String DUE = """
            SELECT p.patient_key, p.serial, p.form, p.version FROM printed_form p
            WHERE p.form IN (<forms>) AND p.patient_key <> '' AND p.replaced_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM page_claim c WHERE c.serial = p.serial)
                AND NOT EXISTS (SELECT 1 FROM page_declaration d WHERE d.serial = p.serial)
            ORDER BY p.issued_at, p.serial
            """;

    private final FormCatalogue forms;
    private final Optional<StayNames> names;
    private final List<String> billing;

    /** @param names empty where nobody may see patients */
    StayRows(FormCatalogue forms, Optional<StayNames> names) {
        this.forms = forms;
        this.names = names;
        this.billing = BillingForms.listNames(forms);
    }

    Dashboard.StayCounts count(Handle h) {
        Map<String, List<Page>> stays = stays(h);
        long waitingOfNobody = stays.getOrDefault("", List.of()).stream()
                .filter(p -> p.state() != ScanState.RELEASED)
                .count();
        long all = stays.keySet().stream().filter(key -> !key.isEmpty()).count();
        long incomplete = incomplete(h, stays).size();
        return new Dashboard.StayCounts(all - incomplete, incomplete, waitingOfNobody);
    }

    List<StayAtRisk> list(Handle h, int most) {
        return incomplete(h, stays(h)).stream()
                .sorted(Comparator.comparing((Incomplete i) -> i.stay().since())
                        .thenComparing(i -> i.stay().sheet()))
                .limit(most)
                .map(i -> names.map(n -> n.name(h, i.stay(), i.scan())).orElse(i.stay()))
                .toList();
    }

    private Map<String, List<Page>> stays(Handle h) {
        Map<String, List<Page>> stays = new LinkedHashMap<>();
        if (!billing.isEmpty()) {
            h.createQuery(PAGES)
                    .bindList("forms", billing)
                    .map((r, c) -> stays.computeIfAbsent(r.getString("stay"), k -> new ArrayList<>())
                            .add(page(r)))
                    .list();
        }
        return stays;
    }

    private List<Incomplete> incomplete(Handle h, Map<String, List<Page>> stays) {
        if (stays.isEmpty()) {
            return List.of();
        }
        Marks marks = marks(h);
        List<Incomplete> incomplete = new ArrayList<>();
        stays.forEach((key, pages) -> {
            List<Lack> lacks = key.isEmpty() ? List.of() : lacks(pages, marks);
            if (!lacks.isEmpty()) {
                Page first = pages.getFirst();
                String unit = pages.stream()
                        .map(Page::unit)
                        .filter(u -> !u.isEmpty())
                        .findFirst()
                        .orElse("");
                incomplete.add(new Incomplete(
                        new StayAtRisk(
                                first.serial(), Optional.empty(), Optional.empty(), unit, first.receivedAt(), lacks),
                        first.scan()));
            }
        });
        return incomplete;
    }

    private List<Lack> lacks(List<Page> pages, Marks marks) {
        List<Lack> lacks = new ArrayList<>();
        Map<String, List<Page>> sheets = new LinkedHashMap<>();
        pages.forEach(p -> sheets.computeIfAbsent(p.serial() + "/" + p.copy(), k -> new ArrayList<>())
                .add(p));
        sheets.values().forEach(sheet -> lacks.addAll(ofSheet(sheet, marks)));
        boolean summary = pages.stream()
                .anyMatch(p ->
                        forms.findForm(p.form()).filter(BillingForms::isSummary).isPresent());
        if (!summary) {
            pages.stream()
                    .map(Page::patient)
                    .filter(p -> !p.isEmpty())
                    .distinct()
                    .flatMap(p -> marks.due().getOrDefault(p, List.of()).stream())
                    .map(d -> new Lack(Lack.Kind.NOT_BACK, d.form(), 0, d.serial(), Optional.empty(), List.of()))
                    .forEach(lacks::add);
        }
        return lacks;
    }

    /** What its pages lack, in order, and the pages that did not come back with them. */
    private List<Lack> ofSheet(List<Page> sheet, Marks marks) {
        TreeMap<Integer, Lack> lacks = new TreeMap<>();
        Page any = sheet.getFirst();
        int last =
                forms.findForm(any.form()).map(f -> f.layout().pages().size()).orElse(0);
        for (int page = 1; page <= last; page++) {
            if (!marks.declared().contains(any.serial() + "/" + any.copy() + "/" + page)) {
                lacks.put(
                        page, new Lack(Lack.Kind.MISSING, any.form(), page, any.serial(), Optional.empty(), List.of()));
            }
        }
        for (Page page : sheet) {
            lacks.remove(page.page());
            kind(page, marks)
                    .ifPresent(kind -> lacks.put(
                            page.page(),
                            new Lack(
                                    kind,
                                    page.form(),
                                    page.page(),
                                    page.serial(),
                                    Optional.ofNullable(marks.tasks().get(page.scan())),
                                    kind == Lack.Kind.UNSAID ? page.unsaid() : List.of())));
        }
        return List.copyOf(lacks.values());
    }

    private static Optional<Lack.Kind> kind(Page page, Marks marks) {
        return switch (page.state()) {
            case WAITING, READING, READ, ACCEPTED -> Optional.of(Lack.Kind.IN_THE_MACHINE);
            case REVIEW -> Optional.of(Lack.Kind.WAITING);
            case RELEASED ->
                marks.parked().contains(page.scan())
                        ? Optional.of(Lack.Kind.PARKED)
                        : page.unsaid().isEmpty() ? Optional.empty() : Optional.of(Lack.Kind.UNSAID);
            case SET_ASIDE -> Optional.of(Lack.Kind.MISSING);
        };
    }

    private Marks marks(Handle h) {
        Marks marks = new Marks(new HashSet<>(), new HashSet<>(), new HashMap<>(), new HashMap<>());
        h.createQuery("SELECT serial, copy, page FROM page_declaration")
                .map((r, c) -> marks.declared().add(r.getString(1) + "/" + r.getInt(2) + "/" + r.getInt(3)))
                .list();
        h.createQuery("SELECT r.original, r.idx FROM delivery d JOIN record r ON r.id = d.record"
                        + " WHERE d.state = 'parked'")
                .map((r, c) -> marks.parked().add(new ScanRef(r.getString(1), r.getInt(2))))
                .list();
        h.createQuery("SELECT original, idx, id FROM review_task WHERE state <> 'closed' AND idx >= 0")
                .map((r, c) -> marks.tasks().put(new ScanRef(r.getString(1), r.getInt(2)), r.getString(3)))
                .list();
        List<String> summaries = forms.listForms().stream()
                .filter(BillingForms::isSummary)
                .map(f -> f.ref().form())
                .distinct()
                .toList();
        if (!summaries.isEmpty()) {
            h.createQuery(DUE)
                    .bindList("forms", summaries)
                    .map((r, c) -> marks.due()
                            .computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                            .add(new Due(r.getString(2), new FormRef(r.getString(3), r.getInt(4)))))
                    .list();
        }
        return marks;
    }

    private Page page(ResultSet r) throws SQLException {
        FormRef form = new FormRef(r.getString("form"), r.getInt("form_version"));
        return new Page(
                r.getString("serial"),
                r.getInt("copy"),
                r.getInt("page"),
                form,
                ScanRows.state(r.getString("state")),
                new ScanRef(r.getString("original"), r.getInt("idx")),
                Millis.toInstant(r.getLong("received_at")),
                r.getString("unit"),
                r.getString("patient"),
                Stream.of(r.getString("unsaid").split(" "))
                        .filter(field -> !field.isEmpty())
                        .filter(field -> forms.findForm(form)
                                .filter(f -> BillingForms.isBilled(f, field))
                                .isPresent())
                        .toList());
    }

    /** What is known beside the pages: explained pages, scans with parked records, open tasks, sheets that are due. */
    private record Marks(
            Set<String> declared, Set<ScanRef> parked, Map<ScanRef, String> tasks, Map<String, List<Due>> due) {}

    private record Due(String serial, FormRef form) {}

    private record Incomplete(StayAtRisk stay, ScanRef scan) {}

    private record Page(
            String serial,
            int copy,
            int page,
            FormRef form,
            ScanState state,
            ScanRef scan,
            Instant receivedAt,
            String unit,
            String patient,
            List<String> unsaid) {}
}
