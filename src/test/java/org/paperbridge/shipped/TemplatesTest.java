package org.paperbridge.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.template.InvalidTemplateException;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.TemplateCheck;
import org.paperbridge.template.TemplateFinding;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.template.layout.LayoutEngine;
import org.paperbridge.validation.rule.RuleKinds;

/** Every shipped template, held to the same checks as one that is being written. */
final class TemplatesTest {

    private static final TemplateFiles SHIPPED = TemplateFiles.ofFolder(Path.of("templates"));

    @TempDir
    private Path copy = Path.of("");

    static Stream<FormTemplate> forms() {
        return ReleasedForms.load(SHIPPED).listForms().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void hasNoMistake(FormTemplate form) {
        assertThat(check(SHIPPED).check(form.ref())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void isFrozenAsTheEngineComputedIt(FormTemplate form) {
        assertThat(check(SHIPPED).compute(form.ref()).fingerprint())
                .isEqualTo(form.layout().fingerprint());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void hasOnlyRulesThatExist(FormTemplate form) {
        assertThat(RuleKinds.listMistakes(form)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void namesEveryFieldInBothLanguages(FormTemplate form) {
        form.layout()
                .pages()
                .forEach(page -> page.fields().stream()
                        .filter(f -> form.labels()
                                .getOrDefault("fr", java.util.Map.of())
                                .containsKey("field." + f.id()))
                        .forEach(f -> assertThat(form.labels().getOrDefault("en", java.util.Map.of()))
                                .containsKey("field." + f.id())));
        assertThat(form.titles()).containsKeys("fr", "en");
    }

    @Test
    void aCellThatMovedAfterReleaseIsRefused() throws IOException {
        copyTemplates();
        Path layout = copy.resolve("admission/v1/layout.json");
        String text = Files.readString(layout);
        assertThat(text).contains("\"left\":13.8");
        Files.writeString(layout, text.replaceFirst("\"left\":13\\.8", "\"left\":13.9"));

        assertThatThrownBy(() -> ReleasedForms.load(TemplateFiles.ofFolder(copy)))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining("templates/admission/v1/layout.json: changed after its release")
                .hasMessageContaining("make v2");
    }

    @Test
    void allMistakesAreListedWithTheirLines() throws IOException {
        copyTemplates();
        Path form = copy.resolve("admission/v1/form.yaml");
        String text = Files.readString(form)
                .replace("kind: signature, criticality: low", "kind: signatur, criticality: lowest")
                .replace("cells: 11, check: rpps", "cells: 99, check: rpps");
        Files.writeString(form, text);

        List<String> findings = check(TemplateFiles.ofFolder(copy)).check(new FormRef("admission", 1)).stream()
                .map(TemplateFinding::toString)
                .toList();

        int signature = lineOf(text, "kind: signatur,");
        int cells = lineOf(text, "cells: 99");
        assertThat(findings)
                .anySatisfy(f -> assertThat(f).startsWith("templates/admission/v1/form.yaml:" + signature + ": "))
                .anySatisfy(f -> assertThat(f).startsWith("templates/admission/v1/form.yaml:" + cells + ": "))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void aFieldThatBecomesNothingAndARuleAboutNothingAreMistakes() throws IOException {
        copyTemplates();
        Path form = copy.resolve("prescription/v1/form.yaml");
        Files.writeString(form, Files.readString(form).replace("fields: [allergy]}", "fields: [alergy]}"));
        Path mapping = copy.resolve("prescription/v1/back-entry.yaml");
        Files.writeString(mapping, Files.readString(mapping).replace("  signature: kept as its image\n", ""));

        assertThat(check(TemplateFiles.ofFolder(copy)).check(new FormRef("prescription", 1)))
                .extracting(TemplateFinding::message)
                .anySatisfy(m -> assertThat(m).contains("rule names field alergy"))
                .anySatisfy(m -> assertThat(m).contains("field signature: becomes nothing"));
    }

    @Test
    void aPageThatIsTooLongSaysByHowMuch() throws IOException {
        copyTemplates();
        Path form = copy.resolve("prescription/v1/form.yaml");
        Files.writeString(form, Files.readString(form).replaceFirst("repeat: 4", "repeat: 9"));

        assertThat(check(TemplateFiles.ofFolder(copy)).check(new FormRef("prescription", 1)))
                .singleElement()
                .satisfies(f -> assertThat(f.message()).matches("page 1 is [0-9.]+ mm too long"));
    }

    private static int lineOf(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }

    private static TemplateCheck check(TemplateFiles files) {
        return new TemplateCheck(files, new LayoutEngine(new FontMeasure()::widthMm));
    }

    private void copyTemplates() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("templates"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(Path.of("templates").relativize(file));
                Files.createDirectories(Optional.ofNullable(to.getParent()).orElse(copy));
                Files.copy(file, to);
            }
        }
    }
}
