package org.paperbridge.validation.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;
import org.paperbridge.validation.rule.RuleMessages;

/**
 * Numbers with check digits that somebody wrote by hand, e.g. a downtime number: a misreading does not pass the check, so
 * what passes and differs was written for somebody else.
 */
final class WrittenWitness {

    private WrittenWitness() {}

    static List<Finding> of(FormTemplate form, PageOutcome.Read page) {
        Map<String, FieldReading> readings = new HashMap<>();
        page.readings().forEach(r -> readings.put(r.field(), r));
        List<String> sticker = form.layout().getPage(page.identity().page()).fields().stream()
                .filter(StickerWitness::isPatientLabel)
                .flatMap(z -> Optional.ofNullable(readings.get(z.id())).stream())
                .flatMap(r -> r.values().stream())
                .toList();
        List<Finding> findings = new ArrayList<>();
        page.identity()
                .patientId()
                .ifPresent(printed -> findings.addAll(compare(form, page, readings, "patient", List.of(printed))));
        page.identity()
                .encounterId()
                .ifPresent(printed -> findings.addAll(compare(form, page, readings, "encounter", List.of(printed))));
        if (page.identity().patientId().isEmpty() && !sticker.isEmpty()) {
            findings.addAll(compare(form, page, readings, "patient", sticker));
        }
        return findings;
    }

    private static List<Finding> compare(
            FormTemplate form,
            PageOutcome.Read page,
            Map<String, FieldReading> readings,
            String role,
            List<String> others) {
        Set<String> fields = new TreeSet<>();
        form.backEntry().forEach(t -> Optional.ofNullable(t.fields().get(role)).ifPresent(fields::add));
        List<Finding> findings = new ArrayList<>();
        for (FieldZone zone : form.layout().getPage(page.identity().page()).fields()) {
            Optional<String> written = fields.contains(zone.id())
                    ? Optional.ofNullable(readings.get(zone.id())).flatMap(r -> certain(zone, r))
                    : Optional.empty();
            written.ifPresent(number -> {
                boolean same = others.contains(number);
                findings.add(RuleMessages.finding(
                        IdentityCheck.PREFIX + (same ? "written-agrees" : "written-differs"),
                        List.of(zone.id()),
                        same ? Severity.SUPPORTS : Severity.CONTRADICTS,
                        same ? "identity.written-agrees" : "identity.written-differs"));
            });
        }
        return findings;
    }

    private static Optional<String> certain(FieldZone zone, FieldReading reading) {
        boolean passes = zone instanceof FieldZone.Comb comb
                && reading.state() == FieldState.READ
                && reading.values().size() == 1
                && comb.check()
                        .filter(check ->
                                CheckDigits.passes(check, reading.values().getFirst()))
                        .isPresent();
        return passes ? Optional.of(reading.values().getFirst()) : Optional.empty();
    }
}
