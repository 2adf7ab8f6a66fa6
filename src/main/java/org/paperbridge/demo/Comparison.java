package org.paperbridge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.store.Store;
import org.paperbridge.validation.PageJudge;

/** What the pipeline read against what was written. */
final class Comparison {

    /** Written fields of one kind, what was read of them and what was accepted. */
    static final class Row {
        int written;
        int right;
        int accepted;
        int wrong;
    }

    private final Map<String, Row> rows = new TreeMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    static Comparison of(Store store, Stack stack, PageJudge judge, java.time.LocalDateTime now) {
        Comparison comparison = new Comparison();
        stack.sides()
                .forEach((scan, written) -> store.scans().findOutcome(scan).ifPresent(outcome -> {
                    comparison.outcomes.merge(outcome.code(), 1, Integer::sum);
                    if (outcome instanceof PageOutcome.Read read) {
                        List<FieldVerdict> verdicts = judge.judge(written.form(), read, java.util.Set.of(), now)
                                .verdicts();
                        comparison.add(scan, written, read, verdicts);
                    }
                }));
        return comparison;
    }

    Map<String, Row> rows() {
        return rows;
    }

    Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** Accepted with no person and not what was written: must be empty. */
    List<String> wrong() {
        return wrong;
    }

    private void add(ScanRef scan, Written written, PageOutcome.Read read, List<FieldVerdict> verdicts) {
        for (FieldReading reading : read.readings()) {
            List<String> truth = written.values(reading.field());
            if (truth.equals(List.of("*"))) {
                continue;
            }
            boolean accepted =
                    verdicts.stream().anyMatch(v -> v.field().equals(reading.field()) && v.action() == Action.AUTO);
            boolean right = reading.values().equals(truth);
            if (accepted && !right && reading.state() != FieldState.BLANK) {
                wrong.add(scan + " " + reading.field() + ": read " + reading.values() + ", written " + truth);
            }
            if (truth.isEmpty()) {
                continue;
            }
            Row row = rows.computeIfAbsent(kind(written, reading.field()), k -> new Row());
            row.written++;
            row.right += right ? 1 : 0;
            row.accepted += accepted ? 1 : 0;
            row.wrong += accepted && !right ? 1 : 0;
        }
    }

    private static String kind(Written written, String field) {
        return written.form().layout().getPage(written.page()).fields().stream()
                .filter(f -> f.id().equals(field))
                .map(f -> switch (f) {
                    case org.paperbridge.form.layout.FieldZone.Comb comb ->
                        comb.alphabet() == org.paperbridge.form.layout.Alphabet.LETTERS ? "letters" : "digits";
                    case org.paperbridge.form.layout.FieldZone.Tick tick -> "ticks";
                    case org.paperbridge.form.layout.FieldZone.Line line -> "other";
                    case org.paperbridge.form.layout.FieldZone.Area area -> "other";
                    case org.paperbridge.form.layout.FieldZone.Signature signature -> "other";
                    case org.paperbridge.form.layout.FieldZone.Label label -> "other";
                    case org.paperbridge.form.layout.FieldZone.Print print -> "other";
                })
                .findFirst()
                .orElse("other");
    }
}
