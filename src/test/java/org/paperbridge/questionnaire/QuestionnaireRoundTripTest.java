package org.paperbridge.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.questionnaire.hapi.QuestionnaireReader;
import org.paperbridge.questionnaire.hapi.QuestionnaireWriter;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.TemplateCheck;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.template.layout.LayoutEngine;

/** FEATURE UNDER TEST: forms leave as FHIR R4 Questionnaires and come in as such. */
final class QuestionnaireRoundTripTest {

    private static final Path SAMPLES = Path.of("src/test/resources/org/paperbridge/questionnaire");
    private static final ReleasedForms FORMS = ReleasedForms.load(TemplateFiles.ofProduct());
    private static final FhirValidator VALIDATOR = validator();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static List<FormTemplate> forms() {
        return FORMS.listForms();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyFormIsAValidQuestionnaireThatAsksTheSame(FormTemplate form) {
        String json = new QuestionnaireWriter().write(form).json();

        assertThat(errors(json)).isEmpty();
        Survey survey = new QuestionnaireReader().read(json, form.ref().form());
        List<Question> asked = leaves(survey.questions());
        List<FieldZone> zones = form.layout().pages().stream()
                .map(LayoutPage::fields)
                .flatMap(List::stream)
                .filter(z -> !(z instanceof FieldZone.Print || z instanceof FieldZone.Label))
                .toList();
        assertThat(asked)
                .extracting(Question::linkId)
                .containsExactlyElementsOf(zones.stream().map(FieldZone::id).toList());
        for (int i = 0; i < zones.size(); i++) {
            assertThat(kind(asked.get(i).answer())).as(zones.get(i).id()).isEqualTo(kind(zones.get(i)));
            assertThat(asked.get(i).text().fr()).isNotBlank();
        }
        assertThat(survey.title().fr()).isEqualTo(form.titles().get("fr"));
        assertThat(survey.title().en()).isEqualTo(form.titles().get("en"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"hl7-3141", "hl7-f201", "hl7-zika", "hl7-bluebook", "own-fall-risk"})
    void aQuestionnaireBecomesAFormWithoutMistakesAndIsGivenBack(String sample) throws IOException {
        String json = Files.readString(SAMPLES.resolve(sample + ".json"));
        TemplateFiles files = draft(json, 900);

        FormRef ref = new FormRef("imported", 1);
        TemplateCheck check = new TemplateCheck(files, new LayoutEngine(new FontMeasure()::widthMm));
        assertThat(check.check(ref)).isEmpty();
        DraftWriter drafts = DraftWriter.with(files, new FontMeasure()::widthMm);
        assertThat(drafts.isUnchanged(files, new QuestionnaireReader().read(json, "imported"), 900))
                .isTrue();
        String again = new QuestionnaireWriter()
                .write(ReleasedForms.draft(files, check.compute(ref)))
                .json();
        assertThat(errors(again)).isEmpty();

        Path labels = folder.resolve("imported/v1/labels.en.yaml");
        Files.writeString(labels, Files.readString(labels) + "more: words\n");
        assertThat(drafts.isUnchanged(
                        TemplateFiles.ofFolder(folder), new QuestionnaireReader().read(json, "imported"), 900))
                .as("an adapted form is no longer its questionnaire")
                .isFalse();
    }

    @Test
    void whatPaperCannotDoIsSaid() throws IOException {
        Survey survey =
                new QuestionnaireReader().read(Files.readString(SAMPLES.resolve("own-fall-risk.json")), "imported");

        assertThat(survey.warnings())
                .anySatisfy(w -> assertThat(w).contains("risk.alarm").contains("enableWhen"))
                .anySatisfy(w -> assertThat(w).contains("risk.alarm").contains("initial value"))
                .anySatisfy(w -> assertThat(w).contains("risk.picture").contains("attachment"))
                .anySatisfy(w -> assertThat(w).contains("risk.pressure").contains("no unit"))
                .anySatisfy(w -> assertThat(w).contains("risk.who").contains("repeats without end"));
        assertThat(survey.title()).isEqualTo(new Words("Risque de chute", "Fall risk on the ward"));
        Question aid = leaves(survey.questions()).stream()
                .filter(q -> q.linkId().equals("risk.aid"))
                .findFirst()
                .orElseThrow();
        assertThat(kind(aid.answer())).isEqualTo("one of [none, stick, frame, chair]");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nonsense | Not JSON",
                "{} | no resourceType",
                "{'resourceType':'Bundle'} | This is a Bundle, not a Questionnaire",
                "{'resourceType':'Questionnaire'} | has no items",
                "{'resourceType':'Questionnaire','item':[{'linkId':'a','type':'string'},{'linkId':'a','type':'string'}]} | Two items have the linkId a",
                "{'resourceType':'Questionnaire','item':[{'type':'string','text':'x'}]} | has no linkId",
                "{'resourceType':'Questionnaire','item':[{'linkId':'a','type':'coding'}]} | R5 Questionnaire",
                "{'resourceType':'Questionnaire','item':[{'linkId':'a','type':'choice','option':[]}]} | STU3 Questionnaire",
            })
    void whatIsNoR4QuestionnaireIsRefusedWithItsReason(String json, String reason) {
        assertThatThrownBy(() -> new QuestionnaireReader().read(json.replace('\'', '"'), ""))
                .isInstanceOf(QuestionnaireRefusedException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void anOlderReleaseOfFhirIsNamed() throws IOException {
        String json = Files.readString(SAMPLES.resolve("dstu2.json"));
        assertThatThrownBy(() -> new QuestionnaireReader().read(json, ""))
                .isInstanceOf(QuestionnaireRefusedException.class)
                .hasMessageContaining("DSTU2");
    }

    private TemplateFiles draft(String json, int number) throws IOException {
        for (String language : new String[] {"fr", "en"}) {
            String name = "common." + language + ".yaml";
            Files.copy(Path.of("templates", name), folder.resolve(name));
        }
        TemplateFiles files = TemplateFiles.ofFolder(folder);
        FormDraft draft = DraftWriter.with(files, new FontMeasure()::widthMm)
                .write(new QuestionnaireReader().read(json, "imported"), number);
        Path target = Files.createDirectories(folder.resolve("imported/v1"));
        for (var file : draft.files().entrySet()) {
            Files.writeString(target.resolve(file.getKey()), file.getValue());
        }
        return files;
    }

    private static List<Question> leaves(List<Question> questions) {
        List<Question> leaves = new ArrayList<>();
        for (Question question : questions) {
            if (!question.group()) {
                leaves.add(question);
            }
            leaves.addAll(leaves(question.questions()));
        }
        return leaves;
    }

    private static String kind(Answer answer) {
        return switch (answer) {
            case Answer.YesNo yesNo -> "yes or no";
            case Answer.Choice choice ->
                (choice.many() ? "many of " : "one of ")
                        + choice.options().stream().map(Answer.Option::value).toList();
            case Answer.Number number ->
                (number.whole() ? "whole " : "decimal ")
                        + number.unit().orElse("")
                        + number.most().map(m -> " to " + m.intValue()).orElse("");
            case Answer.Moment moment -> moment.date() ? "date" : "time";
            case Answer.Text text -> text.lines() == 1 ? "text " + text.length() : "lines";
            case Answer.Nothing nothing -> "nothing";
        };
    }

    /** What a field of a printed form asks, in the words of {@link #kind(Answer)}. */
    private static String kind(FieldZone zone) {
        return switch (zone) {
            case FieldZone.Tick tick -> {
                List<String> values = tick.options().stream()
                        .map(o -> FieldIds.slug(o.value()))
                        .toList();
                yield !tick.multiple() && (values.equals(List.of("yes", "no")) || values.equals(List.of("no", "yes")))
                        ? "yes or no"
                        : (tick.multiple() ? "many of " : "one of ") + values;
            }
            case FieldZone.Comb comb -> {
                Optional<String> unit = comb.unit();
                yield switch (comb.alphabet()) {
                    case DATE -> "date";
                    case TIME -> "time";
                    case LETTERS, ALPHANUMERIC -> "text " + comb.cells().size();
                    case DIGITS, DECIMAL ->
                        comb.alphabet() == Alphabet.DIGITS
                                        && unit.isEmpty()
                                        && comb.range().isEmpty()
                                ? "text " + comb.cells().size()
                                : (comb.alphabet() == Alphabet.DIGITS ? "whole " : "decimal ")
                                        + unit.orElse("")
                                        + comb.range()
                                                .map(r -> " to " + (int) r.highest())
                                                .orElse("");
                };
            }
            case FieldZone.Line line -> "text 0";
            case FieldZone.Area area -> "lines";
            case FieldZone.Signature signature -> "yes or no";
            case FieldZone.Label label -> "nothing";
            case FieldZone.Print print -> "nothing";
        };
    }

    private static List<String> errors(String json) {
        Stream<SingleValidationMessage> messages = VALIDATOR.validateWithResult(json).getMessages().stream();
        return messages.filter(
                        m -> m.getSeverity() == ResultSeverityEnum.ERROR || m.getSeverity() == ResultSeverityEnum.FATAL)
                .map(m -> m.getLocationString() + ": " + m.getMessage())
                .toList();
    }

    private static FhirValidator validator() {
        FhirContext fhir = FhirContext.forR4Cached();
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir));
        return fhir.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
    }
}
