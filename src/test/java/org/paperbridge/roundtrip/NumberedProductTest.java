package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.read.PageFieldReader;
import org.paperbridge.read.line.Lexicons;
import org.paperbridge.simulate.Damage;
import org.paperbridge.validation.NumberedForm;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.validation.policy.RiskPolicyFile;

/**
 * FEATURE UNDER TEST: a formulary number written by hand beside a product contradicts a name that is read as another one,
 * from pixels to verdict.
 */
final class NumberedProductTest {

    /** The network can read one name only, whatever was written: what it is held against is the number. */
    private static final Lexicons ONE_NAME = new Lexicons(Map.of("drugs", List.of("Amoxicilline")));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theNumberOfAnotherDrugAnUnknownNumberAndAWrongOneGoToAPerson() {
        try (Ward ward = new Ward(folder);
                PageFieldReader reader = PageFieldReader.shipped(ONE_NAME)) {
            Ward.Printed printed = ward.print("stock-withdrawal", "fr", 31);
            FormTemplate form = printed.issued().form();
            assertThat(form.ref().version()).isEqualTo(2);
            Map<String, List<String>> truth = new HashMap<>();
            List<String> numbers =
                    List.of(NumberedForm.number(1), NumberedForm.number(3), NumberedForm.number(8764), "000399");
            for (int line = 1; line <= numbers.size(); line++) {
                truth.put("product-" + line, List.of("*"));
                truth.put("number-" + line, List.of(numbers.get(line - 1)));
                truth.put("quantity-" + line, List.of("12"));
            }
            ward.fill(printed, truth, 31);
            BufferedImage scan =
                    Ward.scan(Optional.ofNullable(printed.pages().get(1)).orElseThrow(), Damage.MILD, 32);

            PageOutcome.Read outcome = (PageOutcome.Read) ward.read(scan);
            List<FieldReading> readings = reader.read(
                    Ward.image(scan), outcome.registration(), form.layout().getPage(1));
            Judgement judgement = new PageJudge(
                            RiskPolicyFile.load(Path.of("pipeline/risk-policy.yaml")),
                            KnownPeople::nobody,
                            () -> NumberedForm.FORMULARY)
                    .judge(
                            form,
                            new PageOutcome.Read(outcome.identity(), outcome.registration(), readings),
                            Set.of(),
                            Ward.NOW);

            Map<String, List<String>> read =
                    readings.stream().collect(Collectors.toMap(FieldReading::field, FieldReading::values));
            assertThat(read).containsEntry("number-1", List.of(numbers.get(0)));
            assertThat(read).containsEntry("number-2", List.of(numbers.get(1)));
            assertThat(read).containsEntry("number-3", List.of(numbers.get(2)));
            assertThat(said(judgement, "line-1-numbered")).contains("est celui du produit de la ligne");
            assertThat(said(judgement, "line-2-numbered")).contains("un autre produit");
            assertThat(said(judgement, "line-3-numbered")).contains("aucun produit");
            Map<String, Action> verdicts =
                    judgement.verdicts().stream().collect(Collectors.toMap(FieldVerdict::field, FieldVerdict::action));
            assertThat(verdicts).containsEntry("number-1", Action.AUTO);
            for (String field : List.of("number-2", "number-3", "number-4", "product-1", "product-2", "product-3")) {
                assertThat(verdicts).as(field).containsEntry(field, Action.CONFIRM);
            }
        }
    }

    private static String said(Judgement judgement, String rule) {
        return judgement.findings().stream()
                .filter(f -> f.rule().equals(rule))
                .map(Finding::messages)
                .map(m -> m.getOrDefault("fr", ""))
                .collect(Collectors.joining());
    }
}
