package org.paperbridge.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StockTest {

    private static final List<String> FORMS = List.of("admission", "prescription", "observation", "site-form");

    @TempDir
    private Path home = Path.of("");

    /** Twelve patients, two newcomers a day: observation 12 + 2 a day, prescription 6 + 4 + 1, admission 2.4, others 1. */
    @ParameterizedTest(name = "{0} days")
    @CsvSource({"1, 3, 11, 14, 1, 2", "7, 17, 77, 98, 7, 14", "28, 68, 308, 392, 28, 56"})
    void theStockLastsForTheDays(
            int days, int admissions, int prescriptions, int observations, int messages, int newcomers) {
        KitPlan plan = Stock.ofHome(home).plan("fr", FORMS, 12, days);
        assertThat(plan.blanks())
                .containsEntry("admission", admissions)
                .containsEntry("prescription", prescriptions)
                .containsEntry("observation", observations)
                .containsEntry("site-form", messages);
        assertThat(plan.prefilled()).containsEntry("observation", 1).containsEntry("site-form", 0);
        assertThat(plan.labels().newPatients()).isEqualTo(newcomers);
    }

    @Test
    void aSiteChangesWhatItNeedsAndItsMistakesAreListed() throws IOException {
        Files.writeString(home.resolve(Stock.FILE), "site-form = prefilled 0, unit 20\n");
        assertThat(Stock.ofHome(home).plan("fr", FORMS, 12, 7).blanks()).containsEntry("site-form", 140);
        Files.writeString(home.resolve(Stock.FILE), "site-form = many\nadmission = new two\n");
        assertThatThrownBy(() -> Stock.ofHome(home))
                .isInstanceOf(StockException.class)
                .hasMessageContaining("site-form = many")
                .hasMessageContaining("admission = new two");
    }
}
