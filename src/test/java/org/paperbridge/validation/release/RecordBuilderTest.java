package org.paperbridge.validation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paperbridge.validation.SmallForm.read;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.validation.NumberedForm;
import org.paperbridge.validation.SmallForm;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.Decision;

final class RecordBuilderTest {

    private static final Instant RELEASED = Instant.parse("2026-11-02T10:00:00Z");
    private final RecordBuilder builder = new RecordBuilder(ZoneId.of("Europe/Paris"));
    private final List<Decision> decisions = new ArrayList<>();

    @Test
    void aFactHasItsTimesItsAuthorAndItsProof() {
        List<ClinicalRecord> records = build(
                SmallForm.identity("K7QM3F9TX0"),
                read("pulse-1", 0.999, "72"),
                read("admitted", 1, "01/11/2026"),
                read("time-1", 1, "08:30"),
                read("rpps", 1, "10001234565"));

        assertThat(records).hasSize(1);
        ClinicalRecord pulse = records.getFirst();
        assertThat(pulse.id()).isEqualTo("1-K7QM3F9TX0-1-pulse-1");
        assertThat(pulse.values())
                .isEqualTo(Map.of("value", "72", "date", "01/11/2026", "time", "08:30", "author", "10001234565"));
        assertThat(pulse.occurredAt()).contains(Instant.parse("2026-11-01T07:30:00Z"));
        assertThat(pulse.recordedAt()).isEqualTo(RELEASED);
        assertThat(pulse.author()).contains("10001234565");
        assertThat(pulse.patientId()).isEqualTo("IPP0001");
        assertThat(pulse.encounterId()).contains("NDA0001");
        assertThat(pulse.enteredBy()).isEqualTo("ada");
        assertThat(pulse.proof()).isEqualTo(new ScanRef("ab".repeat(32), 4));
    }

    @Test
    void aTargetWithoutWhatItNeedsIsNoFact() {
        assertThat(build(SmallForm.identity("K7QM3F9TX0"), read("dose", 1, "500")))
                .isEmpty();
    }

    @Test
    void releasedTwiceGivesTheSameRecords() {
        PageIdentity page = SmallForm.identity("K7QM3F9TX0");
        FieldReading[] readings = {read("pulse-1", 1, "72"), read("signs", 1, "pain", "nausea")};
        assertThat(build(page, readings)).isEqualTo(build(page, readings));
        assertThat(build(page, readings).get(1).values()).containsEntry("value", "pain,nausea");
    }

    @Test
    void onlyAPersonSaysWhoseAPageForNobodyIs() {
        PageIdentity page = SmallForm.nobody("K7QM3F9TX0");
        assertThatThrownBy(() -> build(page, read("pulse-1", 1, "72")))
                .isInstanceOfSatisfying(
                        AnswerRefusedException.class,
                        e -> assertThat(e.problems()).containsExactly("no-patient"));

        decide(new Answer.AssignPatient("IPP0042", Optional.of("NDA42")));
        assertThat(build(page, read("pulse-1", 1, "72")))
                .extracting(ClinicalRecord::patientId)
                .containsExactly("IPP0042");
    }

    @Test
    void aWrittenPatientNumberNamesThePatientOfAPageForNobody() {
        assertThat(build(SmallForm.nobody("K7QM3F9TX0"), read("signs", 1, "pain"), read("ipp", 1, "IPP0077")))
                .extracting(ClinicalRecord::patientId)
                .containsExactly("IPP0077");
    }

    @Test
    void theHourThatComesTwiceIsAQuestion() {
        FieldReading[] readings = {
            read("pulse-1", 1, "72"), read("admitted", 1, "25/10/2026"), read("time-1", 1, "02:30")
        };
        assertThatThrownBy(() -> build(SmallForm.identity("K7QM3F9TX0"), readings))
                .isInstanceOf(AnswerRefusedException.class)
                .hasMessage("ambiguous-time:pulse-1");

        decide(new Answer.Overrule("ambiguous-time:pulse-1", "nobody on the ward knows which"));
        assertThat(build(SmallForm.identity("K7QM3F9TX0"), readings).getFirst().occurredAt())
                .isEmpty();
    }

    @Test
    void aContradictionIsCorrectedOrOverruledButNeverReleased() {
        FieldReading[] readings = {read("pulse-1", 1, "102"), read("pulse-band-1", 1, "normal")};
        assertThatThrownBy(() -> build(SmallForm.identity("K7QM3F9TX0"), readings))
                .isInstanceOf(AnswerRefusedException.class)
                .hasMessage("contradicted:pulse-band");

        decide(new Answer.Value("pulse-1", List.of("82")));
        assertThat(build(SmallForm.identity("K7QM3F9TX0"), readings).getFirst().values())
                .containsEntry("value", "82");

        decisions.clear();
        decide(new Answer.Overrule("pulse-band", "band drawn one row off"));
        assertThat(build(SmallForm.identity("K7QM3F9TX0"), readings)).hasSize(1);
    }

    @Test
    void anOpenQuestionStopsTheWholePage() {
        PageToRelease page = new PageToRelease(
                SmallForm.form(),
                SmallForm.identity("K7QM3F9TX0"),
                new ScanRef("ab".repeat(32), 4),
                SmallForm.complete(read("pulse-1", 1, "72")),
                List.of(
                        new FieldVerdict("pulse-1", Action.AUTO, List.of()),
                        new FieldVerdict("dose", Action.CONFIRM, List.of())),
                List.of(),
                List.of());
        assertThatThrownBy(() -> builder.build(page, RELEASED, "ada")).hasMessage("open:dose");
    }

    @Test
    void aProductNamedOtherwiseThanItsNumberIsNotReleasedUntilOneOfThemIsCorrected() {
        FieldReading number = read("number", 1, NumberedForm.number(3));
        decide(new Answer.Value("product", List.of("Amoxicilline")));
        assertThatThrownBy(() -> buildNumbered(number)).hasMessage("contradicted:numbered");

        decide(new Answer.Value("product", List.of("Ampicilline")));
        assertThat(buildNumbered(number)).isEmpty();
    }

    private List<ClinicalRecord> buildNumbered(FieldReading number) {
        PageToRelease page = new PageToRelease(
                NumberedForm.form(),
                SmallForm.identity("K7QM3F9TX0"),
                new ScanRef("ab".repeat(32), 4),
                List.of(number, NumberedForm.line("Amoxicilline")),
                List.of(
                        new FieldVerdict("number", Action.AUTO, List.of()),
                        new FieldVerdict("product", Action.CONFIRM, List.of())),
                List.of(),
                decisions);
        return new RecordBuilder(ZoneId.of("Europe/Paris"), () -> NumberedForm.FORMULARY).build(page, RELEASED, "ada");
    }

    private List<ClinicalRecord> build(PageIdentity identity, FieldReading... readings) {
        List<FieldVerdict> accepted = List.of(readings).stream()
                .map(r -> new FieldVerdict(r.field(), Action.AUTO, List.of()))
                .toList();
        PageToRelease page = new PageToRelease(
                SmallForm.form(),
                identity,
                new ScanRef("ab".repeat(32), 4),
                SmallForm.complete(readings),
                accepted,
                List.of(),
                decisions);
        return builder.build(page, RELEASED, "ada");
    }

    private void decide(Answer answer) {
        decisions.add(new Decision(decisions.size() + 1L, "t", answer, "ada", Instant.EPOCH));
    }
}
