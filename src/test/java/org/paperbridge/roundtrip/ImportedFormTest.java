package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.app.Paperbridge;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.simulate.Damage;

/** FEATURE UNDER TEST: a FHIR Questionnaire is printed, filled in by hand, scanned and read. */
final class ImportedFormTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aQuestionnaireComesBackFromPaperWithItsAnswers() throws IOException {
        Path templates = Files.createDirectories(folder.resolve("forms"));
        for (String name : new String[] {"common.fr.yaml", "common.en.yaml"}) {
            Files.copy(Path.of("templates", name), templates.resolve(name));
        }
        run("import", "src/test/resources/org/paperbridge/questionnaire/own-fall-risk.json", "--name", "falls");
        run("release", "falls");

        try (Ward ward = new Ward(folder, templates)) {
            Ward.Printed printed = ward.print("falls", "fr", 5);
            Map<String, List<String>> truth = ward.fill(printed, 5);
            int right = 0;
            int written = 0;
            for (var page : printed.pages().entrySet()) {
                PageOutcome outcome = ward.read(Ward.scan(page.getValue(), Damage.MILD, 5));
                assertThat(outcome).isInstanceOf(PageOutcome.Read.class);
                PageOutcome.Read read = (PageOutcome.Read) outcome;
                assertThat(read.identity().form().form()).isEqualTo("falls");
                List<String> accepted = ward.accepted(read);
                for (FieldReading reading : read.readings()) {
                    List<String> value = truth.getOrDefault(reading.field(), List.of());
                    if (value.isEmpty() || value.equals(List.of("*"))) {
                        continue;
                    }
                    written++;
                    right += reading.values().equals(value) ? 1 : 0;
                    assertThat(accepted.contains(reading.field())
                                    && !reading.values().equals(value))
                            .as(reading.field())
                            .isFalse();
                }
            }
            assertThat(written).isGreaterThan(5);
            assertThat((double) right / written).isGreaterThan(0.7);

            // negative control: on an empty sheet nothing is read
            Ward.Printed empty = ward.print("falls", "en", 6);
            PageOutcome.Read nothing = (PageOutcome.Read)
                    ward.read(Objects.requireNonNull(empty.pages().get(1)));
            assertThat(nothing.readings())
                    .isNotEmpty()
                    .allSatisfy(r -> assertThat(r.state()).isEqualTo(FieldState.BLANK));
        }
    }

    private void run(String... args) {
        List<String> all = new java.util.ArrayList<>(List.of("form"));
        all.addAll(List.of(args));
        all.addAll(List.of("--templates", folder.resolve("forms").toString()));
        StringWriter err = new StringWriter();
        int exit = Paperbridge.commandLine().setErr(new PrintWriter(err, true)).execute(all.toArray(new String[0]));
        assertThat(exit).as(err.toString()).isZero();
    }
}
