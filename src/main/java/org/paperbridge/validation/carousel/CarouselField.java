package org.paperbridge.validation.carousel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.IdentityQuestions;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.queue.TaskKind;

/**
 * A tick or a number that waits for nothing but a look: somebody sees its picture among many like it and says whether the
 * reading is right. What needs the page, a second person or a thought is not among them: doses, drugs and other fields
 * of high criticality, fields a rule speaks against, pages whose patient is in question or whose scan is suspect.
 *
 * @param task whose page it is on
 * @param version of the task when it was read
 * @param family the field without the number of its row: {@code pulse} of {@code pulse-3}
 * @param values as read; that these are right is what is asked
 */
public record CarouselField(
        String task, int version, FormRef form, String family, FieldZone zone, List<String> values) {

    private static final Pattern ROW = Pattern.compile("-[0-9]+$");
    private static final List<String> ONLY_A_LOOK = List.of("low-confidence", "doubtful");
    /** Below it a screenful would hold several wrong ones, and eyes that mostly confirm grow tired of looking. */
    private static final double LEAST_CONFIDENCE = 0.9;

    public CarouselField {
        values = List.copyOf(values);
    }

    /** Those of one page, in layout order. */
    public static List<CarouselField> listOf(FormTemplate form, TaskContent content) {
        List<CarouselField> fields = new ArrayList<>();
        if (content.task().kind() == TaskKind.CHECK_VALUES
                && content.outcome().orElse(null) instanceof PageOutcome.Read page
                && IdentityQuestions.open(content.findings(), content.decisions())
                        .isEmpty()) {
            for (FieldZone zone : form.layout().getPage(page.identity().page()).fields()) {
                page.readings().stream()
                        .filter(r -> r.field().equals(zone.id()))
                        .filter(r -> onlyNeedsALook(zone, r, content))
                        .map(r -> new CarouselField(
                                content.task().id(),
                                content.task().version(),
                                form.ref(),
                                ROW.matcher(zone.id()).replaceFirst(""),
                                zone,
                                r.values()))
                        .forEach(fields::add);
            }
        }
        return fields;
    }

    private static boolean onlyNeedsALook(FieldZone zone, FieldReading reading, TaskContent content) {
        return (zone instanceof FieldZone.Tick || zone instanceof FieldZone.Comb)
                && zone.criticality() != Criticality.HIGH
                && (reading.state() == FieldState.READ || reading.state() == FieldState.DOUBTFUL)
                && reading.confidence() >= LEAST_CONFIDENCE
                && !reading.values().isEmpty()
                && content.verdicts().stream().anyMatch(v -> asksOnlyForALook(v, zone))
                && content.findings().stream().noneMatch(f -> speaksAgainst(f, zone))
                && content.decisions().stream().map(Decision::answer).noneMatch(a -> isAbout(a, zone));
    }

    private static boolean asksOnlyForALook(FieldVerdict verdict, FieldZone zone) {
        return verdict.field().equals(zone.id())
                && verdict.action() == Action.CONFIRM
                && ONLY_A_LOOK.containsAll(verdict.reasons());
    }

    private static boolean speaksAgainst(Finding finding, FieldZone zone) {
        return finding.severity() != Finding.Severity.SUPPORTS
                && finding.fields().contains(zone.id());
    }

    private static boolean isAbout(Answer answer, FieldZone zone) {
        return switch (answer) {
            case Answer.Value value -> value.field().equals(zone.id());
            case Answer.Illegible illegible -> illegible.field().equals(zone.id());
            case Answer.Refer refer -> refer.field().equals(zone.id());
            case Answer.Overrule overrule -> false;
            case Answer.AssignPatient assigned -> false;
            case Answer.Naming named -> false;
            case Answer.ReplaceEarlier replaced -> false;
            case Answer.Discard discarded -> false;
        };
    }
}
