package org.paperbridge.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.web.view.FieldView.Choice;
import org.paperbridge.web.view.FieldView.Remark;

/** Makes the view of one field. */
record FieldReview(
        FormTemplate form, FieldZone zone, FieldVerdict verdict, FieldHistory history, String reviewer, Words words) {

    private static final int MOST_CANDIDATES = 6;

    /** @param numbered what a number beside the field says stands in it: offered first */
    FieldView view(Optional<FieldReading> reading, boolean open, List<Finding> findings, Optional<String> numbered) {
        String state = state(open);
        boolean blind = verdict.action() == Action.DOUBLE_ENTRY && state.equals("open") && !history.disagree();
        List<String> values = blind ? List.of() : values(reading);
        List<Finding> about =
                findings.stream().filter(f -> f.fields().contains(zone.id())).toList();
        List<Remark> remarks =
                blind ? List.of() : about.stream().map(this::remark).toList();
        return new FieldView(
                zone.id(),
                caption(),
                input(),
                state,
                blind,
                zone.criticality() == Criticality.HIGH,
                !blind && reading.filter(r -> r.state() == FieldState.BLANK).isPresent(),
                display(values),
                values,
                hint(),
                zone instanceof FieldZone.Comb comb ? comb.unit().orElse("") : "",
                choices(blind ? Optional.empty() : reading, blind ? Optional.empty() : numbered, values),
                verdict.reasons().stream()
                        .filter(r -> !r.startsWith("rule:"))
                        .map(this::reason)
                        .toList(),
                remarks,
                others(blind),
                zone.box());
    }

    private String state(boolean open) {
        if (open) {
            return history.lastSpeaker().filter(reviewer::equals).isPresent() ? "elsewhere" : "open";
        }
        return history.isEmpty() ? "accepted" : "done";
    }

    private List<String> values(Optional<FieldReading> reading) {
        Optional<Answer> answer = history.of(reviewer).or(history::last);
        if (answer.isPresent() && answer.get() instanceof Answer.Value value) {
            return value.values();
        }
        if (answer.isPresent() && answer.get() instanceof Answer.Illegible) {
            return List.of();
        }
        return reading.map(FieldReading::values).orElse(List.of());
    }

    private String caption() {
        return label("field." + zone.id(), zone.id());
    }

    private String label(String key, String otherwise) {
        return form.labels().getOrDefault(words.language(), Map.of()).getOrDefault(key, otherwise);
    }

    private String display(List<String> values) {
        if (history.of(reviewer)
                .or(history::last)
                .filter(Answer.Illegible.class::isInstance)
                .isPresent()) {
            return words.say("answer.illegible");
        }
        return switch (zone) {
            case FieldZone.Tick tick ->
                String.join(", ", values.stream().map(this::optionLabel).toList());
            case FieldZone.Signature signature -> values.isEmpty() ? "" : words.say("ink.present");
            case FieldZone.Comb comb -> String.join(", ", values);
            case FieldZone.Line line -> String.join(", ", values);
            case FieldZone.Area area -> String.join(", ", values);
            case FieldZone.Label label -> String.join(", ", values);
            case FieldZone.Print print -> String.join(", ", values);
        };
    }

    private String input() {
        return switch (zone) {
            case FieldZone.Tick tick -> tick.multiple() ? "many" : "one";
            case FieldZone.Signature signature -> "one";
            case FieldZone.Comb comb -> "text";
            case FieldZone.Line line -> "text";
            case FieldZone.Area area -> "text";
            case FieldZone.Label label -> "text";
            case FieldZone.Print print -> "text";
        };
    }

    private String hint() {
        return zone instanceof FieldZone.Comb comb
                ? comb.mask().orElse("#".repeat(comb.cells().size()))
                : "";
    }

    private List<Choice> choices(Optional<FieldReading> reading, Optional<String> numbered, List<String> values) {
        List<String> offered = switch (zone) {
            case FieldZone.Tick tick ->
                tick.options().stream().map(TickOption::value).toList();
            case FieldZone.Signature signature -> List.of("present");
            default ->
                Stream.concat(
                                numbered.stream(),
                                reading.map(FieldReading::candidates).orElse(List.of()).stream()
                                        .map(Candidate::value))
                        .filter(v -> !v.isEmpty())
                        .distinct()
                        .limit(MOST_CANDIDATES)
                        .toList();
        };
        return IntStream.range(0, offered.size())
                .mapToObj(i ->
                        new Choice(i + 1, offered.get(i), optionLabel(offered.get(i)), values.contains(offered.get(i))))
                .toList();
    }

    private String optionLabel(String value) {
        if (zone instanceof FieldZone.Signature) {
            return words.say("ink.present");
        }
        return zone instanceof FieldZone.Tick ? label("field." + zone.id() + "." + value, value) : value;
    }

    private String reason(String machineWord) {
        return words.sayMachineWord("reason", machineWord.replace(':', '-'));
    }

    private Remark remark(Finding finding) {
        return new Remark(
                finding.rule(),
                finding.severity().name().toLowerCase(java.util.Locale.ROOT),
                words.pick(finding.messages(), finding.rule()));
    }

    private List<String> others(boolean blind) {
        List<String> said = new ArrayList<>();
        history.newest().forEach((who, answer) -> {
            if (!who.equals(reviewer) && answer instanceof Answer.Refer refer) {
                said.add(words.say("others.refer", who, refer.reason()));
            } else if (!blind && history.disagree()) {
                said.add(words.say("others.value", who, said(answer)));
            }
        });
        return said;
    }

    private String said(Answer answer) {
        if (answer instanceof Answer.Value value) {
            return value.values().isEmpty()
                    ? words.say("answer.blank")
                    : String.join(
                            ", ", value.values().stream().map(this::optionLabel).toList());
        }
        return words.say("answer.illegible");
    }
}
