package org.paperbridge.validation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paperbridge.validation.SmallForm.blank;
import static org.paperbridge.validation.SmallForm.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.SmallForm;

final class RiskPolicyTest {

    private static final Path SHIPPED = Path.of("pipeline/risk-policy.yaml");
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-03-02T12:00");
    private final PageJudge judge = new PageJudge(RiskPolicyFile.load(SHIPPED));

    @ParameterizedTest(name = "{0} read with confidence {1}: {2}")
    @CsvSource({
        "times, 0.9981, AUTO",
        "times, 0.9979, CONFIRM",
        "signs, 0.9901, AUTO",
        "signs, 0.9899, CONFIRM",
        "remark, 0.981, AUTO",
        "remark, 0.979, CONFIRM",
        "dose, 1, CONFIRM",
        "route, 1, CONFIRM",
    })
    void acceptsByCriticalityAndWayOfWriting(String field, double confidence, Action expected) {
        String value = field.equals("signs") ? "pain" : field.equals("route") ? "oral" : "12";
        assertThat(verdict(field, Set.of(), read(field, confidence, value)).action())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} empty with confidence {1}: {2}")
    @CsvSource({
        "times, 0.9981, NONE",
        "times, 0.9979, CONFIRM",
        "dose, 0.9996, NONE",
        "dose, 0.9994, CONFIRM",
        "signs, 0.9901, NONE",
        "signs, 0.9899, CONFIRM",
    })
    void emptinessMustBeSureToo(String field, double confidence, Action expected) {
        assertThat(verdict(field, Set.of(), blank(field, confidence)).action()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "72 or {0} {1}: {2}")
    @CsvSource({
        "12, normal, AUTO",
        "79, normal, CONFIRM",
        "12, -, CONFIRM",
    })
    void agreementOfBandAndDigitsRulesOutOnlyWhatLiesOutsideTheBand(String other, String band, Action expected) {
        FieldReading digits = SmallForm.readOr("pulse-1", 0.997, "72", other);
        FieldReading mark = band.equals("-") ? blank("pulse-band-1", 0.9999) : read("pulse-band-1", 0.999, band);
        FieldVerdict verdict = verdict("pulse-1", Set.of(), digits, mark);
        assertThat(verdict.action()).isEqualTo(expected);
        assertThat(verdict.reasons().contains("rule:pulse-band"))
                .isEqualTo(expected == Action.AUTO || band.equals("-"));
    }

    @Test
    void theNumberVouchesForItsBand() {
        FieldReading mark = read("pulse-band-1", 0.99, "normal");
        assertThat(verdict("pulse-band-1", Set.of(), read("pulse-1", 0.995, "72"), mark)
                        .action())
                .isEqualTo(Action.AUTO);
        assertThat(verdict("pulse-band-1", Set.of(), read("pulse-1", 0.8, "72"), mark)
                        .action())
                .isEqualTo(Action.CONFIRM);
    }

    @ParameterizedTest(name = "08:00, 12:00 or {0}, 16:00: {1}")
    @CsvSource({"02:00, AUTO", "22:00, AUTO", "12:06, CONFIRM"})
    void aTimeBetweenOthersIsDoubtedOnlyForOtherTimesBetween(String other, Action expected) {
        FormTemplate form =
                SmallForm.withRules(SmallForm.rule("r", "ascending", List.of("time-1", "time-2", "time-3"), Map.of()));
        PageOutcome.Read page = SmallForm.page(
                "K7QM3F9TX0",
                read("time-1", 0.9999, "08:00"),
                SmallForm.readOr("time-2", 0.99, "12:00", other),
                read("time-3", 0.9999, "16:00"));
        assertThat(judge.judge(form, page, Set.of(), NOW).verdicts())
                .filteredOn(v -> v.field().equals("time-2"))
                .extracting(FieldVerdict::action)
                .containsExactly(expected);
    }

    @ParameterizedTest(name = "02/03/2026 or {0}: {1}")
    @CsvSource({"02/03/2016, AUTO", "01/03/2026, CONFIRM"})
    void aDateSinceThePrintingIsDoubtedOnlyForOtherDatesSince(String other, Action expected) {
        FormTemplate form = SmallForm.withRules(SmallForm.rule("r", "not-in-future", List.of("admitted"), Map.of()));
        PageOutcome.Read page = SmallForm.page("K7QM3F9TX0", SmallForm.readOr("admitted", 0.99, "02/03/2026", other));
        assertThat(judge.judge(form, page, Set.of(), NOW).verdicts())
                .filteredOn(v -> v.field().equals("admitted"))
                .extracting(FieldVerdict::action)
                .containsExactly(expected);
    }

    @Test
    void contradictionAsksForBothHoweverSureTheyAre() {
        FieldReading digits = read("pulse-1", 1, "102");
        FieldReading band = read("pulse-band-1", 1, "normal");
        for (String field : List.of("pulse-1", "pulse-band-1")) {
            FieldVerdict verdict = verdict(field, Set.of(), digits, band);
            assertThat(verdict.action()).isEqualTo(Action.CONFIRM);
            assertThat(verdict.reasons()).containsExactly("rule:pulse-band");
        }
    }

    @Test
    void aPageFromAJbig2FileIsSeenByAPerson() {
        FieldVerdict verdict = verdict("times", Set.of(ScanNote.JBIG2, ScanNote.BILEVEL), read("times", 1, "3"));
        assertThat(verdict.action()).isEqualTo(Action.CONFIRM);
        assertThat(verdict.reasons()).containsExactly("scan:jbig2");
    }

    /** Where a decoder painted something over, a field that looks empty may have been filled. */
    @Test
    void emptinessOnADamagedScanIsSeenByAPerson() {
        FieldReading empty = blank("times", 1);
        assertThat(verdict("times", Set.of(ScanNote.BILEVEL), empty).action()).isEqualTo(Action.NONE);
        FieldVerdict damaged = verdict("times", Set.of(ScanNote.DAMAGED), empty);
        assertThat(damaged.action()).isEqualTo(Action.CONFIRM);
        assertThat(damaged.reasons()).contains("scan:damaged");
    }

    @Test
    void aBadlyLocatedPageIsSeenByAPerson() {
        PageOutcome.Read page = new PageOutcome.Read(
                SmallForm.identity("K7QM3F9TX0"),
                SmallForm.registration(0.51),
                SmallForm.complete(read("times", 1, "3")));
        assertThat(judge.judge(SmallForm.form(), page, Set.of(), NOW).verdicts())
                .filteredOn(v -> v.field().equals("times"))
                .containsExactly(new FieldVerdict("times", Action.CONFIRM, List.of("registration-residual")));
    }

    @ParameterizedTest
    @CsvSource({"STRUCK_OUT, struck-out", "DOUBTFUL, doubtful", "UNREADABLE, unreadable"})
    void whatIsNotPlainlyReadIsSeenByAPerson(FieldState state, String reason) {
        FieldVerdict verdict = verdict("signs", Set.of(), SmallForm.state("signs", state, 0.9999));
        assertThat(verdict.action()).isEqualTo(Action.CONFIRM);
        assertThat(verdict.reasons()).contains(reason);
    }

    @Test
    void aFieldWithoutReadingIsNeverTakenAsEmpty() {
        PageOutcome.Read page =
                new PageOutcome.Read(SmallForm.identity("K7QM3F9TX0"), SmallForm.registration(0.02), List.of());
        List<FieldVerdict> verdicts =
                judge.judge(SmallForm.form(), page, Set.of(), NOW).verdicts();
        assertThat(verdicts).hasSize(SmallForm.fields().size());
        assertThat(verdicts)
                .filteredOn(v -> !v.field().equals("printed-name"))
                .allSatisfy(v -> assertThat(v.action()).isEqualTo(Action.CONFIRM));
    }

    @Test
    void twoPeopleKeyWhatThePolicyNames() {
        PageJudge strict = new PageJudge(
                RiskPolicyFile.parse("p", shipped().replace("doubleEntry: []", "doubleEntry: [dos*, times]")));
        List<FieldVerdict> verdicts = strict.judge(
                        SmallForm.form(),
                        SmallForm.page("K7QM3F9TX0", read("dose", 1, "500"), read("times", 0.9, "3")),
                        Set.of(),
                        NOW)
                .verdicts();
        assertThat(verdicts)
                .filteredOn(v -> v.field().equals("dose"))
                .extracting(FieldVerdict::action)
                .containsExactly(Action.DOUBLE_ENTRY);
        assertThat(verdicts)
                .filteredOn(v -> v.field().equals("times"))
                .extracting(FieldVerdict::action)
                .containsExactly(Action.CONFIRM);
    }

    @Test
    void theShippedPolicyFitsItsSchema() throws IOException {
        JsonNode policy = new YAMLMapper().readTree(Files.readString(SHIPPED));
        JsonNode schema = new ObjectMapper().readTree(Files.readString(Path.of("pipeline/risk-policy.schema.json")));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(policy))
                .isEmpty();
    }

    @Test
    void everyMistakeInAPolicyIsListed() {
        String broken = shipped()
                .replace("version: 1", "version: 2")
                .replace("tick: 0.002", "tick: 2")
                .replace("blank:", "blanc:")
                .replace("jbig2,", "jbig3,")
                .replace("residualMmAbove: 0.5", "residualMmAbove: none");
        assertThatThrownBy(() -> RiskPolicyFile.parse("risk-policy.yaml", broken))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining("risk-policy.yaml: unknown key blanc")
                .hasMessageContaining("version must be 1")
                .hasMessageContaining("accept.medium.tick must be a probability from 0 to 1")
                .hasMessageContaining("blank must be a table of high, low, medium")
                .hasMessageContaining("unknown note jbig3")
                .hasMessageContaining("residualMmAbove must be a number of mm above 0");
    }

    private FieldVerdict verdict(String field, Set<ScanNote> notes, FieldReading... readings) {
        return judge.judge(SmallForm.form(), SmallForm.page("K7QM3F9TX0", readings), notes, NOW).verdicts().stream()
                .filter(v -> v.field().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static String shipped() {
        try {
            return Files.readString(SHIPPED);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
