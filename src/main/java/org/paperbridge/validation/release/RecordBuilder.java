package org.paperbridge.validation.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.IdentityQuestions;
import org.paperbridge.validation.queue.Settlement;
import org.paperbridge.validation.rule.PageRules;
import org.paperbridge.validation.rule.WrittenValue;

/**
 * Settled fields to clinical records: a pure function, so that a release that is repeated gives the same records.
 *
 * <p>Roles with a meaning of their own in a target's fields: {@code date} and {@code time} are when it happened at the
 * bedside, {@code author} is who wrote it, {@code patient} and {@code encounter} say whose it is on a page printed for
 * nobody. Several values of one field are joined with a comma.
 */
public final class RecordBuilder {

    private final ZoneId ward;
    private final Supplier<Formulary> formulary;

    /** Where products have no numbers. */
    public RecordBuilder(ZoneId ward) {
        this(ward, Formulary::none);
    }

    /**
     * @param ward the time zone in which times on paper are written
     * @param formulary what the numbers of products mean
     */
    public RecordBuilder(ZoneId ward, Supplier<Formulary> formulary) {
        this.ward = ward;
        this.formulary = formulary;
    }

    /**
     * Builds the records of a page.
     *
     * @param releasedAt becomes {@link ClinicalRecord#recordedAt()}
     * @param enteredBy reviewer account, or {@code policy}
     * @return in the order of the form's targets; empty when the page says nothing that goes back
     * @throws AnswerRefusedException with {@code open:FIELD}, {@code contradicted:RULE}, {@code ambiguous-time:TARGET},
     *     {@code no-patient}
     */
    public List<ClinicalRecord> build(PageToRelease page, Instant releasedAt, String enteredBy) {
        Settlement settled = Settlement.of(page.readings(), page.verdicts(), page.decisions());
        List<String> problems = new ArrayList<>();
        settled.open().forEach(field -> problems.add("open:" + field));
        IdentityQuestions.open(page.findings(), page.decisions())
                .forEach(f -> problems.add("contradicted:" + f.rule()));
        contradictions(page, settled, releasedAt).forEach(rule -> problems.add("contradicted:" + rule));

        List<BackEntryTarget> present = page.form().backEntry().stream()
                .filter(t -> isPresent(t, page, settled))
                .toList();
        Optional<String> patient = settled.patient()
                .map(p -> p.patientId())
                .or(() -> page.identity().patientId())
                .or(() -> written(page, settled, "patient"));
        Optional<String> encounter = settled.patient()
                .flatMap(p -> p.encounterId())
                .or(() -> page.identity().encounterId())
                .or(() -> written(page, settled, "encounter"));
        if (!present.isEmpty() && patient.isEmpty()) {
            problems.add("no-patient");
        }
        List<ClinicalRecord> records = new ArrayList<>();
        for (BackEntryTarget target : present) {
            List<ZoneOffset> offsets = moment(target, settled)
                    .map(at -> ward.getRules().getValidOffsets(at))
                    .orElse(List.of());
            String ambiguous = "ambiguous-time:" + target.id();
            if (moment(target, settled).isPresent()
                    && offsets.size() != 1
                    && !settled.overruled().contains(ambiguous)) {
                problems.add(ambiguous);
            }
            Optional<Instant> occurredAt = offsets.size() == 1
                    ? moment(target, settled).map(at -> at.toInstant(offsets.getFirst()))
                    : Optional.empty();
            records.add(new ClinicalRecord(
                    recordId(page.identity(), target),
                    target,
                    values(target, settled),
                    patient.orElse(""),
                    encounter,
                    occurredAt,
                    releasedAt,
                    value(target, "author", settled),
                    enteredBy,
                    page.scan(),
                    page.identity().page()));
        }
        if (!problems.isEmpty()) {
            throw new AnswerRefusedException(problems);
        }
        return records;
    }

    /** Site, serial, page and target: the copy is left out, so that the pharmacy copy gives no second record. */
    public static String recordId(PageIdentity page, BackEntryTarget target) {
        return page.site() + "-" + page.serial() + "-" + page.page() + "-" + target.id();
    }

    private Set<String> contradictions(PageToRelease page, Settlement settled, Instant releasedAt) {
        List<FieldReading> decided = new ArrayList<>();
        for (FieldZone zone :
                page.form().layout().getPage(page.identity().page()).fields()) {
            List<String> values = settled.values().getOrDefault(zone.id(), List.of());
            FieldState state = settled.illegible().contains(zone.id())
                    ? FieldState.UNREADABLE
                    : values.isEmpty() ? FieldState.BLANK : FieldState.READ;
            decided.add(new FieldReading(zone.id(), state, values, 1, List.of(), Map.of(), zone.box()));
        }
        return PageRules.apply(
                        page.form(),
                        page.identity(),
                        decided,
                        LocalDateTime.ofInstant(releasedAt, ward),
                        formulary.get())
                .stream()
                .filter(f -> f.severity() == Severity.CONTRADICTS)
                .map(Finding::rule)
                .filter(rule -> !settled.overruled().contains(rule))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean isPresent(BackEntryTarget target, PageToRelease page, Settlement settled) {
        boolean onPage = page.form().layout().getPage(page.identity().page()).fields().stream()
                .anyMatch(z -> target.fields().containsValue(z.id()));
        return onPage
                && settled.values().keySet().containsAll(target.needs())
                && target.fields().values().stream().anyMatch(settled.values()::containsKey);
    }

    private static Map<String, String> values(BackEntryTarget target, Settlement settled) {
        Map<String, String> values = new HashMap<>();
        target.fields().forEach((role, field) -> {
            List<String> said = settled.values().getOrDefault(field, List.of());
            if (!said.isEmpty()) {
                values.put(role, String.join(",", said));
            }
        });
        return values;
    }

    private static Optional<String> value(BackEntryTarget target, String role, Settlement settled) {
        return Optional.ofNullable(values(target, settled).get(role));
    }

    private static Optional<String> written(PageToRelease page, Settlement settled, String role) {
        return page.form().backEntry().stream()
                .flatMap(t -> value(t, role, settled).stream())
                .findFirst();
    }

    private static Optional<LocalDateTime> moment(BackEntryTarget target, Settlement settled) {
        Optional<LocalDate> date = value(target, "date", settled).flatMap(WrittenValue::date);
        Optional<LocalTime> time = value(target, "time", settled).flatMap(WrittenValue::time);
        return date.flatMap(d -> time.map(d::atTime));
    }
}
