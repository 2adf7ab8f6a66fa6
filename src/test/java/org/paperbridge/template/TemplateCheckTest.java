package org.paperbridge.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.template.layout.LayoutEngine;

/** An author sees every mistake at once, each at its line. */
final class TemplateCheckTest {

    private static final String FORM = "prescription/v1/form.yaml";

    @Test
    void mistakesOfShapeAreAllListedAtTheirLines() {
        EditedTemplates files = new EditedTemplates()
                .replace(FORM, "number: 2", "number: two")
                .replace(FORM, "id: weight, kind: comb", "id: weight, kind: combs")
                .replace(FORM, "lexicon: drugs, grow: 1", "lexicon: drugs, grows: 1")
                .replace(FORM, "repeat: 4\n        rows", "repeat: 400\n        rows");

        assertThat(places(files))
                .contains(
                        at(files, FORM, "number: two"),
                        at(files, FORM, "kind: combs"),
                        at(files, FORM, "grows: 1"),
                        at(files, FORM, "repeat: 400"));
    }

    @Test
    void mistakesOfMeaningInAllFilesAreListedTogether() {
        EditedTemplates files = new EditedTemplates()
                .replace(FORM, "fields: [allergy]", "fields: [alergy]")
                .replace("prescription/v1/labels.en.yaml", "weight: \"Weight\"\n", "")
                .replace("prescription/v1/back-entry.yaml", "value: weight,", "value: wait,")
                .replace("prescription/v1/back-entry.yaml", "  signature: kept as its image\n", "");

        List<String> found = check(files);

        assertThat(found)
                .anyMatch(f -> f.startsWith(at(files, FORM, "[alergy]")) && f.contains("alergy"))
                .anyMatch(f -> f.startsWith("templates/prescription/v1/labels.en.yaml") && f.contains("\"weight\""))
                .anyMatch(f -> f.startsWith("templates/prescription/v1/back-entry.yaml:") && f.contains("wait"))
                .anyMatch(f -> f.startsWith(at(files, FORM, "id: signature")) && f.contains("becomes nothing"));
    }

    @Test
    void mistakesOfShapeDoNotHideMistakesOfMeaning() {
        EditedTemplates files = new EditedTemplates()
                .replace(FORM, "lexicon: drugs, grow: 1", "lexicon: drugs, grows: 1, grow: 1")
                .replace(FORM, "fields: [allergy]", "fields: [alergy]");

        assertThat(check(files)).anyMatch(f -> f.contains("grows")).anyMatch(f -> f.contains("names field alergy"));
    }

    @Test
    void labelsAndMappingHaveAShapeToo() {
        EditedTemplates files = new EditedTemplates()
                .replace("prescription/v1/labels.en.yaml", "weight: \"Weight\"\n", "weight: [kg]\n")
                .replace("prescription/v1/back-entry.yaml", "    needs: [weight]\n", "    need: [weight]\n");

        assertThat(check(files))
                .anyMatch(f -> f.startsWith(at(files, "prescription/v1/labels.en.yaml", "weight: [kg]")))
                .anyMatch(f -> f.startsWith(at(files, "prescription/v1/back-entry.yaml", "need: [weight]")));
    }

    @Test
    void aMissingWordIsWantedBelowItsNeighbour() {
        EditedTemplates files =
                new EditedTemplates().replace("prescription/v1/labels.en.yaml", "weight: \"Weight\"\n", "");

        assertThat(check(files))
                .containsExactly(
                        at(files, "prescription/v1/labels.en.yaml", "allergy-text:") + ": no words for \"weight\"");
    }

    @Test
    void aNumberOfAnotherFormIsRefused() {
        EditedTemplates files = new EditedTemplates().replace(FORM, "number: 2", "number: 3");

        assertThat(check(files))
                .containsExactly(at(files, FORM, "number: 3") + ": number 3 is that of form observation");
    }

    @Test
    void aNumberThatTwoDraftsTakeIsRefusedInBothWhateverAThirdHolds(@TempDir Path folder) throws IOException {
        for (String common : new String[] {"common.fr.yaml", "common.en.yaml"}) {
            Files.copy(Path.of("templates", common), folder.resolve(common));
        }
        for (String form : new String[] {"message", "letter"}) {
            Path target = Files.createDirectories(folder.resolve(form).resolve("v1"));
            try (Stream<Path> files = Files.list(Path.of("templates", form, "v1"))) {
                for (Path file : files.toList()) {
                    Files.writeString(
                            target.resolve(file.getFileName().toString()),
                            Files.readString(file).replaceFirst("(?m)^number: .*$", "number: 500"));
                }
            }
        }
        Files.writeString(Files.createDirectories(folder.resolve("broken/v1")).resolve("form.yaml"), "form: [broken");
        TemplateCheck check =
                new TemplateCheck(TemplateFiles.ofFolder(folder), new LayoutEngine(new FontMeasure()::widthMm));

        assertThat(check.check(new FormRef("message", 1)))
                .singleElement()
                .satisfies(f -> assertThat(f.toString()).contains("number 500 is that of form letter"));
        assertThat(check.check(new FormRef("letter", 1)))
                .singleElement()
                .satisfies(f -> assertThat(f.toString()).contains("number 500 is that of form message"));
    }

    @Test
    void aRowThatIsTooWideSaysWhereAndByHowMuch() {
        EditedTemplates files = new EditedTemplates()
                .replace(
                        FORM,
                        "id: author-rpps, kind: comb, alphabet: digits, cells: 11",
                        "id: author-rpps, kind: comb, alphabet: digits, cells: 30");

        assertThat(check(files)).singleElement().asString().contains(FORM + ":").contains("mm too wide");
    }

    @Test
    void aFieldTooNarrowForItsNeighboursIsFoundInTheGeometry() {
        EditedTemplates files = new EditedTemplates().replace("observation/v1/form.yaml", "columns: 6", "columns: 8");

        assertThat(new TemplateCheck(files, engine())
                        .check(new FormRef("observation", 1)).stream()
                                .map(TemplateFinding::toString)
                                .toList())
                .anyMatch(f -> f.contains("overlaps zone time-"));
    }

    @Test
    void textThatIsNoYamlIsNamedWithItsLine() {
        EditedTemplates files = new EditedTemplates().replace(FORM, "rows: [6]", "rows: [6");

        assertThat(check(files)).singleElement().asString().matches("templates/" + FORM + ":\\d+: not valid YAML.*");
    }

    @Test
    void everyMissingFileIsNamed() {
        EditedTemplates files = new EditedTemplates()
                .remove("prescription/v1/labels.fr.yaml")
                .remove("prescription/v1/back-entry.yaml");

        assertThat(check(files))
                .containsExactly(
                        "templates/prescription/v1/labels.fr.yaml: the file is missing",
                        "templates/prescription/v1/back-entry.yaml: the file is missing");
    }

    private static List<String> check(TemplateFiles files) {
        return new TemplateCheck(files, engine())
                .check(new FormRef("prescription", 1)).stream()
                        .map(TemplateFinding::toString)
                        .toList();
    }

    private static List<String> places(TemplateFiles files) {
        return check(files).stream().map(f -> f.substring(0, f.indexOf(": "))).toList();
    }

    private static String at(EditedTemplates files, String path, String text) {
        return "templates/" + path + ":" + files.lineOf(path, text);
    }

    private static LayoutEngine engine() {
        return new LayoutEngine(new FontMeasure()::widthMm);
    }
}
