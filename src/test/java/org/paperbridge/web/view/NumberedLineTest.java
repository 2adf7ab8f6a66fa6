package org.paperbridge.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.validation.NumberedForm;
import org.paperbridge.validation.SmallForm;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.queue.TaskKind;
import org.paperbridge.validation.queue.TaskState;

final class NumberedLineTest {

    private static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");

    @Test
    void theProductOfTheNumberIsOfferedFirstAndFollowsTheNumberWhenThatIsCorrected() {
        assertThat(offered(NumberedForm.FORMULARY, List.of()))
                .containsExactly("Ampicilline 1 g poudre injectable", "Amoxicilline", "Ampicilline");
        assertThat(offered(Formulary.none(), List.of())).containsExactly("Amoxicilline", "Ampicilline");
        Decision corrected =
                new Decision(1, "t", new Answer.Value("number", List.of(NumberedForm.number(1))), "reviewer", NOW);
        assertThat(offered(NumberedForm.FORMULARY, List.of(corrected)))
                .containsExactly("Amoxicilline 500 mg gélule", "Amoxicilline", "Ampicilline");
    }

    @Test
    void whatTwoPeopleTypeBlindIsNotShownByItsNumberEither() {
        assertThat(offered(NumberedForm.FORMULARY, List.of(), Action.DOUBLE_ENTRY))
                .isEmpty();
    }

    private static List<String> offered(Formulary formulary, List<Decision> decisions) {
        return offered(formulary, decisions, Action.CONFIRM);
    }

    private static List<String> offered(Formulary formulary, List<Decision> decisions, Action line) {
        List<FieldReading> readings = List.of(
                SmallForm.read("number", 0.99, NumberedForm.number(3)),
                NumberedForm.line("Amoxicilline", "Ampicilline"));
        TaskContent content = new TaskContent(
                new ReviewTask(
                        "t",
                        TaskKind.CHECK_VALUES,
                        TaskState.OPEN,
                        "original",
                        Optional.empty(),
                        "doubtful",
                        Optional.of(SmallForm.REF),
                        Optional.of(1),
                        2,
                        20,
                        1,
                        Optional.empty(),
                        NOW),
                Optional.of(
                        new PageOutcome.Read(SmallForm.identity("K7QM3F9TX0"), SmallForm.registration(0.02), readings)),
                List.of(),
                List.of(
                        new FieldVerdict("number", Action.CONFIRM, List.of()),
                        new FieldVerdict("product", line, List.of())),
                decisions);
        ReviewView view = new PageReview(
                        content, NumberedForm.form(), SmallForm.identity("K7QM3F9TX0"), "reviewer", Words.load("fr"))
                .view(new Census(NOW, List.of(), List.of(), List.of(), List.of()), formulary);
        return view.work().stream()
                .filter(field -> field.id().equals("product"))
                .flatMap(field -> field.choices().stream())
                .map(FieldView.Choice::value)
                .toList();
    }
}
