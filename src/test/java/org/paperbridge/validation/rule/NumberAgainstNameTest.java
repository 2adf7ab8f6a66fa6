package org.paperbridge.validation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.reading.Finding.Severity;
import org.paperbridge.validation.NumberedForm;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.SmallForm;
import org.paperbridge.validation.policy.RiskPolicyFile;

final class NumberAgainstNameTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-03-02T12:00");

    @ParameterizedTest(name = "number {0} beside {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        1 | Amoxicilline              | SUPPORTS    | -
        2 | Amoxicilline 1 g          | SUPPORTS    | -
        3 | Amoxicilline              | CONTRADICTS | autre produit
        3 | Amoxicilline;Ampicilline  | WARNS       | d’abord été lue
        2 | Amoxicilline 500 mg       | CONTRADICTS | autre dosage
        1 | Amoxicilline sulbactam    | WARNS       | autre chose encore
        4 | Amoxicilline              | CONTRADICTS | aucun produit
        1 | -                         | WARNS       | sans produit
        """)
    void theNumberIsHeldAgainstTheLine(
            int counter, @Nullable String candidates, Severity severity, @Nullable String words) {
        List<FieldReading> readings = new ArrayList<>(List.of(number(NumberedForm.number(counter))));
        if (candidates != null) {
            readings.add(NumberedForm.line(candidates.split(";")));
        }
        List<Finding> said = about(judge(NumberedForm.FORMULARY, readings).findings());
        assertThat(said).hasSize(1);
        assertThat(said.getFirst().severity()).isEqualTo(severity);
        assertThat(said.getFirst().messages()).containsOnlyKeys("en", "fr");
        if (words != null) {
            assertThat(said.getFirst().messages().get("fr")).contains(words);
        }
    }

    @Test
    void whereTheHospitalNumbersNothingOrNothingCanBeComparedTheRuleIsSilent() {
        FieldReading right = number(NumberedForm.number(3));
        FieldReading line = NumberedForm.line("Amoxicilline");
        assertThat(about(judge(Formulary.none(), List.of(right, line)).findings()))
                .isEmpty();
        assertThat(about(judge(NumberedForm.FORMULARY, List.of(line)).findings()))
                .isEmpty();
        assertThat(about(judge(NumberedForm.FORMULARY, List.of(right, NumberedForm.line()))
                        .findings()))
                .isEmpty();
        List<Finding> wrongCheck =
                judge(NumberedForm.FORMULARY, List.of(number("000399"), line)).findings();
        assertThat(wrongCheck).extracting(Finding::rule).containsExactly("check:number");
    }

    @Test
    void aContradictionSendsTheNumberToAPersonAndAgreementDoesNot() {
        assertThat(verdict("number", 1)).isEqualTo(Action.AUTO);
        assertThat(verdict("number", 3)).isEqualTo(Action.CONFIRM);
        assertThat(verdict("number", 4)).isEqualTo(Action.CONFIRM);
        for (int counter : new int[] {1, 3, 4}) {
            assertThat(verdict("product", counter)).isEqualTo(Action.CONFIRM);
        }
    }

    @Test
    void theProductOfTheNumberIsFoundForItsLine() {
        assertThat(NumberedProducts.byLine(
                        NumberedForm.form(), f -> Optional.of(NumberedForm.number(2)), NumberedForm.FORMULARY))
                .isEqualTo(Map.of("product", "Amoxicilline 1 g poudre injectable"));
        assertThat(NumberedProducts.byLine(
                        NumberedForm.form(), f -> Optional.of(NumberedForm.number(4)), NumberedForm.FORMULARY))
                .isEmpty();
    }

    @Test
    void aMistakenDeclarationIsNamed() {
        FormTemplate form = NumberedForm.form();
        assertThat(RuleKinds.listMistakes(form)).isEmpty();
        assertThat(RuleKinds.listMistakes(withRule(form, "unchecked", "product")))
                .singleElement()
                .asString()
                .contains("unchecked is no comb of 6 cells with check mod97");
        assertThat(RuleKinds.listMistakes(withRule(form, "product", "number"))).hasSize(2);
        assertThat(RuleKinds.listMistakes(withRule(form, "number"))).hasSize(1);
    }

    private static FormTemplate withRule(FormTemplate form, String... fields) {
        return new FormTemplate(
                form.ref(),
                form.number(),
                form.titles(),
                List.of(1),
                form.layout(),
                Map.of(),
                List.of(new FieldRule("numbered", "number-against-name", List.of(fields), Map.of())),
                List.of());
    }

    private static Action verdict(String field, int counter) {
        return judge(
                        NumberedForm.FORMULARY,
                        List.of(number(NumberedForm.number(counter)), NumberedForm.line("Amoxicilline")))
                .verdicts()
                .stream()
                .filter(v -> v.field().equals(field))
                .findFirst()
                .map(FieldVerdict::action)
                .orElseThrow();
    }

    private static PageJudge.Judgement judge(Formulary formulary, List<FieldReading> readings) {
        PageJudge judge = new PageJudge(
                RiskPolicyFile.load(Path.of("pipeline/risk-policy.yaml")), KnownPeople::nobody, () -> formulary);
        PageOutcome.Read page =
                new PageOutcome.Read(SmallForm.identity("K7QM3F9TX0"), SmallForm.registration(0.02), readings);
        return judge.judge(NumberedForm.form(), page, Set.of(), NOW);
    }

    private static List<Finding> about(List<Finding> findings) {
        return findings.stream().filter(f -> f.rule().equals("numbered")).toList();
    }

    private static FieldReading number(String digits) {
        return SmallForm.read("number", 0.9999, digits);
    }
}
