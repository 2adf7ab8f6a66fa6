package org.paperbridge.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.template.layout.LayoutEngine;

/** FEATURE UNDER TEST: once paper is out, its words may be mended, its meaning may not. */
final class FrozenMeaningTest {

    private static final String FOLDER = "prescription-chart/v2/";

    private final EditedTemplates templates = new EditedTemplates();

    @Test
    void aWordSpeltBetterARuleAndACodeMayBeCorrected() {
        templates
                .replace(FOLDER + "labels.fr.yaml", "\"Créatinine\"", "\"Créatininémie\"")
                .replace(FOLDER + "form.yaml", "parameters: {percent: \"10\"}", "parameters: {percent: \"5\"}")
                .replace(FOLDER + "back-entry.yaml", "14682-9", "2160-0");

        assertThat(check()).isEmpty();
    }

    @Test
    void otherNumbersInPrintedWordsAreAnotherMeaning() {
        templates.replace(FOLDER + "labels.en.yaml", "\"10–99\"", "\"10–90\"");

        assertThat(check())
                .singleElement()
                .asString()
                .startsWith("templates/" + FOLDER + "labels.en.yaml:"
                        + templates.lineOf(FOLDER + "labels.en.yaml", "size.tens") + ": \"10–90\" has other numbers")
                .endsWith("Make v3");
    }

    @Test
    void wordsOfTwoOptionsAreNotSwapped() {
        templates
                .replace(FOLDER + "labels.fr.yaml", "route.sc: \"SC\"", "route.sc: \"IV\"")
                .replace(FOLDER + "labels.fr.yaml", "route.iv: \"IV\"", "route.iv: \"SC\"");

        assertThat(check())
                .hasSize(2)
                .anySatisfy(f -> assertThat(f).contains("\"IV\" means route.iv on released paper"))
                .anySatisfy(f -> assertThat(f).contains("\"SC\" means route.sc on released paper"));
    }

    @Test
    void anOptionOfAReleasedFieldStaysWhereItIs() {
        templates.replace(
                FOLDER + "form.yaml",
                "id: \"unit-{n}\", kind: tick, caption: unit, options: [g, mg, ug, UI, mL]",
                "id: \"unit-{n}\", kind: tick, caption: unit, options: [mg, g, ug, UI, mL]");

        assertThat(check())
                .hasSize(8)
                .allSatisfy(f -> assertThat(f)
                        .contains("is tick one of [mg, g, ug, UI, mL]")
                        .contains("on released paper it is tick one of [g, mg, ug, UI, mL]"));
    }

    @Test
    void aRecordKeepsItsNameAndTheFieldItsDoseComesFrom() {
        templates
                .replace(FOLDER + "back-entry.yaml", "id: \"prn-{n}\"", "id: \"as-needed-{n}\"")
                .replace(FOLDER + "back-entry.yaml", "dose: \"once-dose-{n}\"", "dose: \"inf-dose-{n}\"");

        assertThat(check())
                .anySatisfy(f -> assertThat(f).contains("prn-1 is a medication-request on released paper"))
                .anySatisfy(f -> assertThat(f).contains("once-2 took its dose from once-dose-2"));
    }

    @Test
    void aReleasedVersionWithoutItsMeaningIsNamed() {
        templates.remove(FOLDER + "meaning.json");

        assertThat(check()).singleElement().asString().contains("meaning.json: is missing");
    }

    private List<String> check() {
        return new TemplateCheck(templates, new LayoutEngine(new FontMeasure()::widthMm))
                .check(new FormRef("prescription-chart", 2)).stream()
                        .map(TemplateFinding::toString)
                        .toList();
    }
}
