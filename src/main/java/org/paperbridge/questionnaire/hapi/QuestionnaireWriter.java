package org.paperbridge.questionnaire.hapi;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.NumberRange;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.questionnaire.FormExport;

/** A form to a FHIR R4 Questionnaire in French, with the English words as translations. */
public final class QuestionnaireWriter {

    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String LOINC = "http://loinc.org";
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String OURS = "urn:paperbridge:form:";
    private static final Set<String> YES_NO = Set.of("yes", "no");

    private final FhirContext fhir = FhirContext.forR4Cached();

    public FormExport write(FormTemplate form) {
        Map<String, Integer> unsaid = new TreeMap<>();
        Questionnaire resource = new Questionnaire();
        String url = OURS + form.ref().form();
        resource.setUrl(url)
                .setVersion(Integer.toString(form.ref().version()))
                .setStatus(PublicationStatus.ACTIVE)
                .setLanguage("fr");
        resource.setId(form.ref().form());
        resource.setTitleElement(words(
                new StringType(),
                form.titles().getOrDefault("fr", ""),
                form.titles().getOrDefault("en", "")));
        resource.addSubjectType("Patient");
        Set<String> required = new HashSet<>();
        form.rules().stream().filter(r -> r.kind().equals("required")).forEach(r -> required.addAll(r.fields()));
        count(
                unsaid,
                "rules across fields",
                form.rules().stream().filter(r -> !r.kind().equals("required")).count());
        for (LayoutPage page : form.layout().pages()) {
            QuestionnaireItemComponent group = resource.addItem();
            group.setLinkId("page-" + page.page()).setType(QuestionnaireItemType.GROUP);
            group.setTextElement(words(new StringType(), "Page " + page.page(), "Page " + page.page()));
            for (FieldZone zone : page.fields()) {
                item(form, zone, unsaid).ifPresent(item -> {
                    if (required.contains(zone.id())) {
                        item.setRequired(true);
                    }
                    group.addItem(item);
                });
            }
            if (group.getItem().isEmpty()) {
                resource.getItem().remove(group);
            }
        }
        List<String> lines = new ArrayList<>();
        unsaid.forEach((what, n) -> lines.add(n + " " + what));
        return new FormExport(fhir.newJsonParser().setPrettyPrint(true).encodeResourceToString(resource), lines);
    }

    private Optional<QuestionnaireItemComponent> item(FormTemplate form, FieldZone zone, Map<String, Integer> unsaid) {
        QuestionnaireItemComponent item = new QuestionnaireItemComponent();
        item.setLinkId(zone.id());
        item.setTextElement(label(form, "field." + zone.id()));
        Optional<BackEntryTarget> target = form.backEntry().stream()
                .filter(t ->
                        zone.id().equals(t.fields().get("value")) && t.codes().containsKey("loinc"))
                .findFirst();
        target.ifPresent(t ->
                item.addCode(new Coding(LOINC, t.codes().get("loinc"), t.codes().get("display"))));
        switch (zone) {
            case FieldZone.Tick tick -> tick(form, tick, target, item);
            case FieldZone.Comb comb -> comb(comb, target, item, unsaid);
            case FieldZone.Line line -> {
                item.setType(QuestionnaireItemType.STRING);
                line.lexicon().ifPresent(l -> count(unsaid, "word lists", 1));
            }
            case FieldZone.Area area -> item.setType(QuestionnaireItemType.TEXT);
            case FieldZone.Signature signature -> {
                item.setType(QuestionnaireItemType.BOOLEAN);
                count(unsaid, "signatures; the answer says only whether there is one", 1);
            }
            case FieldZone.Label label -> {
                count(unsaid, "places for a patient sticker", 1);
                return Optional.empty();
            }
            case FieldZone.Print print -> {
                count(unsaid, "printed values", 1);
                return Optional.empty();
            }
        }
        return Optional.of(item);
    }

    private static void tick(
            FormTemplate form, FieldZone.Tick tick, Optional<BackEntryTarget> target, QuestionnaireItemComponent item) {
        List<String> values = tick.options().stream().map(TickOption::value).toList();
        if (!tick.multiple() && values.size() == 2 && YES_NO.containsAll(values)) {
            item.setType(QuestionnaireItemType.BOOLEAN);
            return;
        }
        item.setType(QuestionnaireItemType.CHOICE);
        if (tick.multiple()) {
            item.setRepeats(true);
        }
        Map<String, String> codes = target.map(BackEntryTarget::codes).orElse(Map.of());
        for (String value : values) {
            String coded = codes.get("answer." + value);
            Coding coding = coded != null && codes.containsKey("answers")
                    ? new Coding().setSystem(codes.get("answers")).setCode(coded)
                    : new Coding()
                            .setSystem(OURS + form.ref().form() + ":" + tick.id())
                            .setCode(value);
            coding.setDisplayElement(label(form, "field." + tick.id() + "." + value));
            item.addAnswerOption().setValue(coding);
        }
    }

    private static void comb(
            FieldZone.Comb comb,
            Optional<BackEntryTarget> target,
            QuestionnaireItemComponent item,
            Map<String, Integer> unsaid) {
        comb.check().ifPresent(c -> count(unsaid, "check digits", 1));
        switch (comb.alphabet()) {
            case DATE -> item.setType(QuestionnaireItemType.DATE);
            case TIME -> item.setType(QuestionnaireItemType.TIME);
            case LETTERS, ALPHANUMERIC -> text(comb, item);
            case DIGITS, DECIMAL -> {
                boolean number = comb.alphabet() == Alphabet.DECIMAL
                        || comb.unit().isPresent()
                        || comb.range().isPresent();
                if (number) {
                    number(comb, target, item);
                } else {
                    text(comb, item);
                }
            }
        }
    }

    /** Numbers that are names keep their leading zeros. */
    private static void text(FieldZone.Comb comb, QuestionnaireItemComponent item) {
        item.setType(QuestionnaireItemType.STRING).setMaxLength(comb.cells().size());
    }

    private static void number(FieldZone.Comb comb, Optional<BackEntryTarget> target, QuestionnaireItemComponent item) {
        boolean whole = comb.alphabet() == Alphabet.DIGITS;
        item.setType(whole ? QuestionnaireItemType.INTEGER : QuestionnaireItemType.DECIMAL);
        comb.unit().ifPresent(unit -> {
            Coding coding = new Coding().setDisplay(unit);
            target.map(t -> t.codes().get("ucum"))
                    .ifPresent(ucum -> coding.setSystem(UCUM).setCode(ucum));
            item.addExtension(new Extension(BASE + "questionnaire-unit", coding));
        });
        comb.range().ifPresent(range -> limits(range, whole, item));
    }

    private static void limits(NumberRange range, boolean whole, QuestionnaireItemComponent item) {
        item.addExtension(new Extension(BASE + "minValue", value(range.lowest(), whole)));
        item.addExtension(new Extension(BASE + "maxValue", value(range.highest(), whole)));
    }

    private static PrimitiveType<?> value(double limit, boolean whole) {
        return whole ? new IntegerType((int) limit) : new DecimalType(limit);
    }

    private static StringType label(FormTemplate form, String key) {
        return words(new StringType(), word(form, "fr", key), word(form, "en", key));
    }

    private static String word(FormTemplate form, String language, String key) {
        return form.labels().getOrDefault(language, Map.of()).getOrDefault(key, key.substring(key.indexOf('.') + 1));
    }

    private static StringType words(StringType text, String french, String english) {
        text.setValue(french.replaceAll("\\s+", " ").strip());
        if (!english.equals(french)) {
            Extension translation = new Extension(Translations.URL);
            translation.addExtension(new Extension("lang", new CodeType("en")));
            translation.addExtension(new Extension(
                    "content", new StringType(english.replaceAll("\\s+", " ").strip())));
            text.addExtension(translation);
        }
        return text;
    }

    private static void count(Map<String, Integer> unsaid, String what, long n) {
        if (n > 0) {
            unsaid.merge(what, (int) n, Integer::sum);
        }
    }
}
