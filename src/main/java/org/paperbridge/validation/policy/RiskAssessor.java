package org.paperbridge.validation.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;
import org.paperbridge.validation.identity.IdentityCheck;
import org.paperbridge.validation.identity.StickerWitness;

/** Applies the risk policy to one reading after the rules have spoken. */
public final class RiskAssessor {

    private final RiskPolicy policy;

    public RiskAssessor(RiskPolicy policy) {
        this.policy = policy;
    }

    /** One verdict per field of the page, in layout order. A field without a reading must be seen by a person. */
    public List<FieldVerdict> assess(
            FormTemplate form, PageOutcome.Read page, Set<ScanNote> notes, List<Finding> findings) {
        List<String> suspicions = suspicions(page, notes);
        boolean hides = notes.stream()
                .anyMatch(n -> n.mayHide() && policy.suspectNotes().contains(n));
        if (IdentityCheck.isDisputed(findings)) {
            suspicions.add("identity-disputed");
        }
        List<FieldVerdict> verdicts = new ArrayList<>();
        for (FieldZone zone : form.layout().getPage(page.identity().page()).fields()) {
            List<FieldReading> readings = page.readings().stream()
                    .filter(r -> r.field().equals(zone.id()))
                    .toList();
            List<Finding> about = findings.stream()
                    .filter(f -> f.fields().contains(zone.id()))
                    .filter(f -> !f.rule().startsWith(IdentityCheck.PREFIX))
                    .toList();
            verdicts.add(
                    readings.isEmpty()
                            ? unread(zone)
                            : assess(form, zone, readings.getFirst(), about, suspicions, hides));
        }
        return verdicts;
    }

    private static FieldVerdict unread(FieldZone zone) {
        return zone instanceof FieldZone.Print || StickerWitness.isPatientLabel(zone)
                ? new FieldVerdict(zone.id(), Action.NONE, List.of("printed"))
                : new FieldVerdict(zone.id(), Action.CONFIRM, List.of("not-read"));
    }

    private List<String> suspicions(PageOutcome.Read page, Set<ScanNote> notes) {
        List<String> suspicions = notes.stream()
                .filter(policy.suspectNotes()::contains)
                .sorted()
                .map(n -> "scan:" + n.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                .collect(Collectors.toCollection(ArrayList::new));
        if (page.registration().residualMm() > policy.suspectResidualMm()) {
            suspicions.add("registration-residual");
        }
        return suspicions;
    }

    private FieldVerdict assess(
            FormTemplate form,
            FieldZone zone,
            FieldReading reading,
            List<Finding> findings,
            List<String> suspicions,
            boolean hides) {
        if (StickerWitness.isPatientLabel(zone)) {
            // whose sticker it is, is asked once about the whole page
            return new FieldVerdict(zone.id(), Action.NONE, List.of("identity"));
        }
        FieldClass kind = FieldClass.of(zone);
        List<String> reasons = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.severity() != Severity.SUPPORTS) {
                reasons.add("rule:" + finding.rule());
            }
        }
        if (kind == FieldClass.PRINT) {
            return reasons.isEmpty()
                    ? new FieldVerdict(zone.id(), Action.NONE, List.of("printed"))
                    : new FieldVerdict(zone.id(), Action.CONFIRM, reasons);
        }
        double error = (1 - reading.confidence()) * doubtLeft(form, zone.id(), findings);
        return switch (reading.state()) {
            case BLANK -> {
                if (hides) {
                    reasons.addAll(suspicions);
                }
                if (error > policy.acceptedBlankError(zone.criticality())) {
                    reasons.add("low-confidence");
                }
                yield reasons.isEmpty()
                        ? new FieldVerdict(zone.id(), Action.NONE, List.of("blank"))
                        : new FieldVerdict(zone.id(), Action.CONFIRM, reasons);
            }
            case STRUCK_OUT, DOUBTFUL, UNREADABLE -> {
                reasons.addFirst(reading.state().code());
                yield new FieldVerdict(zone.id(), person(zone), reasons);
            }
            case READ -> {
                reasons.addAll(suspicions);
                if (zone.criticality() == Criticality.HIGH) {
                    reasons.addFirst("high-criticality");
                } else if (error > policy.acceptedError(zone.criticality(), kind)) {
                    reasons.add("low-confidence");
                }
                yield reasons.isEmpty()
                        ? new FieldVerdict(zone.id(), Action.AUTO, accepted(findings))
                        : new FieldVerdict(zone.id(), person(zone), reasons);
            }
        };
    }

    private Action person(FieldZone zone) {
        return zone.criticality() == Criticality.HIGH && policy.needsDoubleEntry(zone.id())
                ? Action.DOUBLE_ENTRY
                : Action.CONFIRM;
    }

    private static List<String> accepted(List<Finding> findings) {
        List<String> reasons = new ArrayList<>(List.of("confident"));
        findings.forEach(f -> reasons.add("rule:" + f.rule()));
        return reasons;
    }

    /**
     * The strongest support counts alone: two rules that agree are seldom independent of each other. What a rule
     * counted for itself never goes below what the policy grants its kind.
     */
    private double doubtLeft(FormTemplate form, String field, List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.severity() == Severity.SUPPORTS)
                .mapToDouble(f -> Math.max(
                        policy.supportOf(kindOf(form, f.rule())), f.doubtLeft().getOrDefault(field, 0.0)))
                .min()
                .orElse(1);
    }

    /** The kind declared under this id; for what the zone itself says, the word before the colon. */
    private static String kindOf(FormTemplate form, String rule) {
        return form.rules().stream()
                .filter(r -> r.id().equals(rule))
                .map(FieldRule::kind)
                .findFirst()
                .orElse(rule.contains(":") ? rule.substring(0, rule.indexOf(':')) : rule);
    }
}
