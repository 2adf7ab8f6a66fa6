package org.paperbridge.validation.queue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;

/**
 * What readings, verdicts and decisions of a page come to.
 *
 * @param values settled fields that say something; a blank field is absent
 * @param illegible fields nobody could read
 * @param open fields that still need a person, in verdict order
 * @param overruled ids of rules a reviewer overruled
 * @param patient whose page a reviewer said it is
 * @param reviewers who decided anything, first to last
 */
public record Settlement(
        Map<String, List<String>> values,
        Set<String> illegible,
        List<String> open,
        Set<String> overruled,
        Optional<Answer.AssignPatient> patient,
        List<String> reviewers) {

    public Settlement {
        values = Map.copyOf(values);
        illegible = Set.copyOf(illegible);
        open = List.copyOf(open);
        overruled = Set.copyOf(overruled);
        reviewers = List.copyOf(reviewers);
    }

    /**
     * Settles a page. An accepted reading counts until a person says otherwise; the newest decision on a field counts;
     * double entry needs two reviewers whose newest answers are the same.
     */
    public static Settlement of(List<FieldReading> readings, List<FieldVerdict> verdicts, List<Decision> decisions) {
        Map<String, FieldReading> byField = new HashMap<>();
        readings.forEach(r -> byField.put(r.field(), r));
        Map<String, Map<String, Answer>> answers = new HashMap<>();
        Set<String> overruled = new HashSet<>();
        Optional<Answer.AssignPatient> patient = Optional.empty();
        List<String> reviewers = new ArrayList<>();
        for (Decision decision : decisions) {
            if (!reviewers.contains(decision.reviewer())) {
                reviewers.add(decision.reviewer());
            }
            switch (decision.answer()) {
                case Answer.Value value -> keep(answers, value.field(), decision);
                case Answer.Illegible illegible -> keep(answers, illegible.field(), decision);
                case Answer.Overrule overrule -> overruled.add(overrule.rule());
                case Answer.AssignPatient assigned -> patient = Optional.of(assigned);
                case Answer.Refer refer -> {}
                case Answer.NamePage named -> {}
                case Answer.NameForm named -> {}
                case Answer.ReplaceEarlier replace -> {}
                case Answer.Discard discard -> {}
            }
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        Set<String> illegible = new HashSet<>();
        List<String> open = new ArrayList<>();
        for (FieldVerdict verdict : verdicts) {
            String field = verdict.field();
            Optional<Answer> answer = settle(verdict, answers.getOrDefault(field, Map.of()));
            if (answer.isPresent()) {
                switch (answer.get()) {
                    case Answer.Value value -> values.put(field, value.values());
                    case Answer.Illegible i -> illegible.add(field);
                    default -> throw new IllegalStateException("No answer to a field: " + answer.get());
                }
            } else {
                switch (verdict.action()) {
                    case AUTO -> Optional.ofNullable(byField.get(field)).ifPresent(r -> values.put(field, r.values()));
                    case CONFIRM, DOUBLE_ENTRY -> open.add(field);
                    case NONE -> {}
                }
            }
        }
        values.values().removeIf(List::isEmpty);
        return new Settlement(values, illegible, open, overruled, patient, reviewers);
    }

    private static void keep(Map<String, Map<String, Answer>> answers, String field, Decision decision) {
        Map<String, Answer> byReviewer = answers.computeIfAbsent(field, f -> new LinkedHashMap<>());
        byReviewer.remove(decision.reviewer());
        byReviewer.put(decision.reviewer(), decision.answer());
    }

    /** @param answers newest answer of each reviewer, newest last */
    private static Optional<Answer> settle(FieldVerdict verdict, Map<String, Answer> answers) {
        if (answers.isEmpty()) {
            return Optional.empty();
        }
        Collection<Answer> given = answers.values();
        List<Answer> all = List.copyOf(given);
        return switch (verdict.action()) {
            case AUTO, CONFIRM, NONE -> Optional.of(all.getLast());
            case DOUBLE_ENTRY ->
                all.size() >= 2 && all.getLast().equals(all.get(all.size() - 2))
                        ? Optional.of(all.getLast())
                        : Optional.empty();
        };
    }
}
