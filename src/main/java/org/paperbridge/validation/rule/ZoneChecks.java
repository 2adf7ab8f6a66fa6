package org.paperbridge.validation.rule;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.check.CheckDigits;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;

/** What a field zone itself says about its value: alphabet, range, check digit, one mark only. */
final class ZoneChecks {

    private ZoneChecks() {}

    /** Findings have the rule id {@code check:FIELD}, {@code range:FIELD}, {@code date:FIELD}, ... */
    static List<Finding> apply(FieldZone zone, PageValues page) {
        return switch (zone) {
            case FieldZone.Tick tick -> tick(tick, page);
            case FieldZone.Comb comb ->
                page.textOf(comb.id()).map(value -> comb(comb, value)).orElse(List.of());
            case FieldZone.Line line -> List.of();
            case FieldZone.Area area -> List.of();
            case FieldZone.Signature signature -> List.of();
            case FieldZone.Label label -> List.of();
            case FieldZone.Print print -> List.of();
        };
    }

    private static List<Finding> tick(FieldZone.Tick tick, PageValues page) {
        boolean several = !tick.multiple() && page.valuesOf(tick.id()).size() > 1;
        return several ? List.of(against("tick", tick.id(), "tick.several")) : List.of();
    }

    private static List<Finding> comb(FieldZone.Comb comb, String value) {
        List<Finding> findings = new ArrayList<>();
        switch (comb.alphabet()) {
            case DATE -> {
                if (WrittenValue.date(value).isEmpty()) {
                    findings.add(against("date", comb.id(), "date.contradicts"));
                }
            }
            case TIME -> {
                if (WrittenValue.time(value).isEmpty()) {
                    findings.add(against("time", comb.id(), "time.contradicts"));
                }
            }
            case DECIMAL -> {
                if (WrittenValue.number(value).isEmpty()) {
                    findings.add(against("number", comb.id(), "number.contradicts"));
                }
            }
            case DIGITS, LETTERS, ALPHANUMERIC -> {}
        }
        comb.range().ifPresent(range -> {
            if (WrittenValue.number(value)
                    .map(n -> !range.contains(n.doubleValue()))
                    .orElse(true)) {
                findings.add(against("range", comb.id(), "range.contradicts"));
            }
        });
        comb.check().ifPresent(check -> {
            String compact = value.replaceAll("[^0-9A-Za-z]", "");
            findings.add(
                    CheckDigits.passes(check, compact)
                            ? RuleMessages.finding(
                                    "check:" + comb.id(), List.of(comb.id()), Severity.SUPPORTS, "check.agrees")
                            : against("check", comb.id(), "check.contradicts"));
        });
        return findings;
    }

    private static Finding against(String word, String field, String key) {
        return RuleMessages.finding(word + ":" + field, List.of(field), Severity.CONTRADICTS, key);
    }
}
