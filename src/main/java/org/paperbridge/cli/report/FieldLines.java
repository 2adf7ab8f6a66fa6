package org.paperbridge.cli.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.read.crop.ZoneSampler;
import org.paperbridge.read.ink.InkMap;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.web.view.Words;

/** Makes the lines of one page, in the order of its form. */
record FieldLines(FormTemplate form, LayoutPage page, Judgement judgement, Words words) {

    /** Around a zone, so that strokes beside it are seen. */
    private static final double AROUND_MM = 1.5;
    /** Reasons are said where somebody looks. */
    private static final Set<Action> PERSON = Set.of(Action.CONFIRM, Action.DOUBLE_ENTRY);

    List<FieldLine> of(PageOutcome.Read read, ZoneSampler sampler) {
        Map<String, FieldVerdict> verdicts = new HashMap<>();
        judgement.verdicts().forEach(verdict -> verdicts.put(verdict.field(), verdict));
        return read.readings().stream()
                .map(reading -> line(
                        reading,
                        verdicts.getOrDefault(
                                reading.field(), new FieldVerdict(reading.field(), Action.NONE, List.of())),
                        sampler))
                .toList();
    }

    private FieldLine line(FieldReading reading, FieldVerdict verdict, ZoneSampler sampler) {
        PageBox box = reading.box();
        return new FieldLine(
                reading.field(),
                label("field." + reading.field(), reading.field()),
                words.say("report.state-" + reading.state().code()),
                String.join(", ", reading.values().stream().map(said(reading)).toList()),
                share(reading.confidence()),
                reading.candidates().stream()
                        .filter(candidate -> !List.of(candidate.value()).equals(reading.values()))
                        .limit(5)
                        .map(candidate -> said(reading).apply(candidate.value()) + " " + share(candidate.confidence()))
                        .toList(),
                verdict.action().code(),
                words.say("report.action-" + verdict.action().code()),
                verdict.reasons().stream()
                        .filter(reason -> PERSON.contains(verdict.action()) && !reason.startsWith("rule:"))
                        .map(reason -> words.sayMachineWord("reason", reason.replace(':', '-')))
                        .toList(),
                judgement.findings().stream()
                        .filter(finding -> finding.fields().contains(reading.field()))
                        .map(finding -> words.say("report.rule-"
                                        + finding.severity().name().toLowerCase(Locale.ROOT))
                                + " " + words.pick(finding.messages(), finding.rule()))
                        .toList(),
                reading.evidence().entrySet().stream()
                        .map(e -> e.getKey() + " " + String.format(Locale.ROOT, "%.3f", e.getValue()))
                        .toList(),
                EmbeddedPicture.png(sampler.cut(box.grownBy(AROUND_MM)).grey()),
                EmbeddedPicture.inkPng(InkMap.of(sampler.cut(box).grey())),
                place(box));
    }

    private Function<String, String> said(FieldReading reading) {
        boolean signature = page.fields().stream()
                .anyMatch(
                        zone -> zone instanceof FieldZone.Signature && zone.id().equals(reading.field()));
        return value -> signature ? words.say("ink.present") : label("field." + reading.field() + "." + value, value);
    }

    private String label(String key, String otherwise) {
        return form.labels().getOrDefault(words.language(), Map.of()).getOrDefault(key, otherwise);
    }

    /** Probabilities near one differ in their last digits, and those are what the policy goes by. */
    private static String share(double probability) {
        return String.format(Locale.ROOT, "%.4f", probability);
    }

    private String place(PageBox box) {
        return Map.of(
                        "left", box.left() / page.widthMm(),
                        "top", box.top() / page.heightMm(),
                        "width", box.width() / page.widthMm(),
                        "height", box.height() / page.heightMm())
                .entrySet()
                .stream()
                .map(e -> String.format(Locale.ROOT, "%s:%.3f%%", e.getKey(), 100 * e.getValue()))
                .sorted()
                .collect(Collectors.joining(";"));
    }
}
