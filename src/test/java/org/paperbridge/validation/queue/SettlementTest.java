package org.paperbridge.validation.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperbridge.validation.SmallForm.read;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;

final class SettlementTest {

    private final List<Decision> decisions = new ArrayList<>();

    @Test
    void anAcceptedReadingCountsAndAQuestionStaysOpen() {
        Settlement settled = Settlement.of(
                List.of(read("pulse", 0.999, "72"), read("dose", 0.99, "500")),
                List.of(verdict("pulse", Action.AUTO), verdict("dose", Action.CONFIRM), verdict("note", Action.NONE)),
                List.of());
        assertThat(settled.values()).containsExactlyEntriesOf(Map.of("pulse", List.of("72")));
        assertThat(settled.open()).containsExactly("dose");
    }

    @Test
    void theNewestAnswerCounts() {
        decide("ada", new Answer.Value("dose", List.of("5")));
        decide("ada", new Answer.Value("dose", List.of("500")));
        decide("bea", new Answer.Illegible("pulse"));
        Settlement settled = settle(verdict("dose", Action.CONFIRM), verdict("pulse", Action.AUTO));
        assertThat(settled.values()).containsExactlyEntriesOf(Map.of("dose", List.of("500")));
        assertThat(settled.illegible()).containsExactly("pulse");
        assertThat(settled.open()).isEmpty();
        assertThat(settled.reviewers()).containsExactly("ada", "bea");
    }

    @Test
    void aFieldAnsweredAsBlankIsSettledAndSaysNothing() {
        decide("ada", new Answer.Value("dose", List.of()));
        Settlement settled = settle(verdict("dose", Action.CONFIRM));
        assertThat(settled.open()).isEmpty();
        assertThat(settled.values()).isEmpty();
    }

    @Test
    void doubleEntryNeedsTwoPeopleWhoAgree() {
        FieldVerdict dose = verdict("dose", Action.DOUBLE_ENTRY);
        decide("ada", new Answer.Value("dose", List.of("500")));
        assertThat(settle(dose).open()).containsExactly("dose");
        decide("ada", new Answer.Value("dose", List.of("500")));
        assertThat(settle(dose).open()).as("one person twice").containsExactly("dose");
        decide("bea", new Answer.Value("dose", List.of("50")));
        assertThat(settle(dose).open()).as("two who differ").containsExactly("dose");
        decide("eve", new Answer.Value("dose", List.of("50")));
        assertThat(settle(dose).open()).isEmpty();
        assertThat(settle(dose).values()).containsEntry("dose", List.of("50"));
    }

    @Test
    void overruledRulesAndAnAssignedPatientAreKept() {
        decide("ada", new Answer.Overrule("pulse-band", "chart drawn one column off"));
        decide("ada", new Answer.AssignPatient("IPP0009", java.util.Optional.empty()));
        Settlement settled = settle(verdict("pulse", Action.NONE));
        assertThat(settled.overruled()).isEqualTo(Set.of("pulse-band"));
        assertThat(settled.patient().orElseThrow().patientId()).isEqualTo("IPP0009");
    }

    private Settlement settle(FieldVerdict... verdicts) {
        List<FieldReading> readings = List.of(read("pulse", 0.999, "72"), read("dose", 0.99, "500"));
        return Settlement.of(readings, List.of(verdicts), decisions);
    }

    private void decide(String reviewer, Answer answer) {
        decisions.add(new Decision(decisions.size() + 1L, "t", answer, reviewer, Instant.EPOCH));
    }

    private static FieldVerdict verdict(String field, Action action) {
        return new FieldVerdict(field, action, List.of());
    }
}
