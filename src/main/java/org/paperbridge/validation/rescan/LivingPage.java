package org.paperbridge.validation.rescan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;

/**
 * Goes on with a page on which more was written since it was last scanned: what persons and policy settled on ink that is
 * still the same stays settled, so that only the new ink is asked about.
 */
public final class LivingPage {

    private static final String NEW_INK = "new-ink";
    private static final String UNCHANGED = "unchanged";

    private final Set<String> changed;
    private final Map<String, FieldReading> before = new HashMap<>();
    private final Map<String, FieldVerdict> verdictsBefore = new HashMap<>();

    /**
     * What was known of the earlier scan.
     *
     * @param verdicts of the earlier scan
     */
    public LivingPage(RescanVerdict.Newer newer, List<FieldReading> readings, List<FieldVerdict> verdicts) {
        this.changed = newer.fields();
        readings.forEach(r -> before.put(r.field(), r));
        verdicts.forEach(v -> verdictsBefore.put(v.field(), v));
    }

    /**
     * The verdicts of the later scan, in their order: a field nobody had to look at is not asked about again while ink,
     * reading and rules say the same, and a field that was overwritten is always asked about.
     */
    public List<FieldVerdict> goOn(List<FieldReading> readings, List<FieldVerdict> verdicts) {
        Map<String, FieldReading> now = new HashMap<>();
        readings.forEach(r -> now.put(r.field(), r));
        List<FieldVerdict> all = new ArrayList<>();
        for (FieldVerdict verdict : verdicts) {
            all.add(
                    changed.contains(verdict.field())
                            ? ofChanged(verdict)
                            : ofUnchanged(verdict, Optional.ofNullable(now.get(verdict.field()))));
        }
        return List.copyOf(all);
    }

    /** Decisions that still hold: those on fields without new ink, and whose page it is. */
    public List<Decision> carry(List<Decision> decisions) {
        return decisions.stream()
                .filter(d -> switch (d.answer()) {
                    case Answer.Value value -> !changed.contains(value.field());
                    case Answer.Illegible illegible -> !changed.contains(illegible.field());
                    case Answer.AssignPatient assign -> true;
                    case Answer.Refer refer -> false;
                    case Answer.Overrule overrule -> false;
                    case Answer.NamePage name -> false;
                    case Answer.NameForm name -> false;
                    case Answer.ReplaceEarlier replace -> false;
                    case Answer.Discard discard -> false;
                })
                .toList();
    }

    private FieldVerdict ofChanged(FieldVerdict verdict) {
        boolean overwritten = Optional.ofNullable(before.get(verdict.field()))
                .filter(r -> r.state() != FieldState.BLANK)
                .isPresent();
        return overwritten && (verdict.action() == Action.AUTO || verdict.action() == Action.NONE)
                ? new FieldVerdict(verdict.field(), Action.CONFIRM, List.of(NEW_INK))
                : verdict;
    }

    private FieldVerdict ofUnchanged(FieldVerdict verdict, Optional<FieldReading> now) {
        Optional<FieldReading> then = Optional.ofNullable(before.get(verdict.field()));
        boolean accepted = Optional.ofNullable(verdictsBefore.get(verdict.field()))
                .filter(v -> v.action() == Action.AUTO)
                .isPresent();
        boolean sameReading = then.isPresent()
                && now.isPresent()
                && then.get().state() == now.get().state()
                && then.get().values().equals(now.get().values());
        boolean ruled = verdict.reasons().stream().anyMatch(r -> r.startsWith("rule:"));
        return accepted && sameReading && !ruled
                ? new FieldVerdict(verdict.field(), Action.AUTO, List.of(UNCHANGED))
                : verdict;
    }
}
