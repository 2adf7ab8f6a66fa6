package org.paperbridge.questionnaire.hapi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.paperbridge.questionnaire.Answer;
import org.paperbridge.questionnaire.FieldIds;
import org.paperbridge.questionnaire.Words;

/** Item types to answers on paper. */
final class AnswerReader {

    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String UCUM = "http://unitsofmeasure.org";

    private final Questionnaire resource;
    private final Translations translations;
    private final List<String> warnings;

    AnswerReader(Questionnaire resource, Translations translations, List<String> warnings) {
        this.resource = resource;
        this.translations = translations;
        this.warnings = warnings;
    }

    Answer read(QuestionnaireItemComponent item, List<Words> guidance) {
        String link = item.getLinkId();
        return switch (item.getType()) {
            case GROUP, DISPLAY, NULL -> new Answer.Nothing();
            case BOOLEAN -> new Answer.YesNo();
            case CHOICE -> choice(item, false);
            case OPENCHOICE -> choice(item, true);
            case INTEGER -> number(item, true);
            case DECIMAL, QUANTITY -> number(item, false);
            case DATE -> new Answer.Moment(true, false);
            case DATETIME -> new Answer.Moment(true, true);
            case TIME -> new Answer.Moment(false, true);
            case STRING, URL -> text(item, 1);
            case TEXT -> text(item, 3);
            case ATTACHMENT -> {
                warnings.add("item " + link + " asks for an attachment; printed as guidance");
                guidance.add(new Words("Agrafer le document derrière.", "Staple the document behind."));
                yield new Answer.Text(0, 1);
            }
            case REFERENCE -> {
                warnings.add("item " + link + " asks for a reference; a line takes its name or number");
                yield new Answer.Text(0, 1);
            }
            case QUESTION -> {
                warnings.add("item " + link + " has the abstract type question; a line takes its answer");
                yield new Answer.Text(0, 1);
            }
        };
    }

    /** Words of a value, as printed in guidance. */
    String shown(@Nullable Type value, String link) {
        if (value instanceof Coding coding) {
            return coding.hasDisplay()
                    ? coding.getDisplay()
                    : displayOf(coding, link).orElse(coding.getCode());
        }
        if (value instanceof Quantity quantity) {
            return quantity.getValue() + " " + (quantity.hasUnit() ? quantity.getUnit() : "");
        }
        if (value instanceof Reference reference) {
            return reference.hasDisplay() ? reference.getDisplay() : reference.getReference();
        }
        return value == null || !value.isPrimitive() ? "…" : value.primitiveValue();
    }

    private Optional<String> displayOf(Coding coding, String link) {
        return find(resource.getItem(), link).stream()
                .flatMap(i -> i.getAnswerOption().stream())
                .map(o -> o.getValue())
                .filter(v -> v instanceof Coding c
                        && c.hasDisplay()
                        && coding.getCode() != null
                        && coding.getCode().equals(c.getCode()))
                .map(v -> ((Coding) v).getDisplay())
                .findFirst();
    }

    private static Optional<QuestionnaireItemComponent> find(List<QuestionnaireItemComponent> items, String link) {
        for (QuestionnaireItemComponent item : items) {
            if (link.equals(item.getLinkId())) {
                return Optional.of(item);
            }
            Optional<QuestionnaireItemComponent> below = find(item.getItem(), link);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private Answer choice(QuestionnaireItemComponent item, boolean open) {
        List<Answer.Option> options = new ArrayList<>();
        Set<String> used = new HashSet<>();
        item.getAnswerOption().forEach(o -> options.add(option(o.getValue(), used)));
        if (item.hasAnswerValueSet()) {
            contained(item.getAnswerValueSet())
                    .ifPresentOrElse(
                            set -> fromValueSet(set, item.getLinkId(), used, options),
                            () -> warnings.add("item " + item.getLinkId() + " takes its answers from "
                                    + item.getAnswerValueSet()
                                    + ", which is not in the file; a line takes the answer"));
        }
        if (options.isEmpty()) {
            if (!item.hasAnswerValueSet()) {
                warnings.add("item " + item.getLinkId() + " is a choice of nothing; a line takes the answer");
            }
            return new Answer.Text(0, 1);
        }
        return new Answer.Choice(options, item.getRepeats(), open);
    }

    private void fromValueSet(ValueSet set, String link, Set<String> used, List<Answer.Option> options) {
        set.getExpansion()
                .getContains()
                .forEach(c -> options.add(option(new Coding(c.getSystem(), c.getCode(), c.getDisplay()), used)));
        if (!options.isEmpty()) {
            return;
        }
        for (ValueSet.ConceptSetComponent include : set.getCompose().getInclude()) {
            if (include.getConcept().isEmpty() || include.hasFilter() || include.hasValueSet()) {
                warnings.add("item " + link + ": part of its contained value set lists no codes and is left out");
            }
            include.getConcept().forEach(c -> {
                Coding coding = new Coding(include.getSystem(), c.getCode(), c.getDisplay());
                c.getDisplayElement()
                        .getExtension()
                        .forEach(e -> coding.getDisplayElement().addExtension(e.copy()));
                options.add(option(coding, used));
            });
        }
    }

    private Answer.Option option(@Nullable Type value, Set<String> used) {
        if (value instanceof Coding coding) {
            PrimitiveType<?> text = coding.hasDisplay() ? coding.getDisplayElement() : new StringType(coding.getCode());
            String code = coding.hasCode() ? coding.getCode() : "";
            Words words = coding.hasDisplay() ? translations.of(text) : Words.same(code);
            return new Answer.Option(
                    unique(code.isEmpty() ? words.en() : code, used),
                    coding.hasSystem() ? coding.getSystem() : "",
                    code,
                    words);
        }
        Words words = value instanceof StringType text ? translations.of(text) : Words.same(shown(value, ""));
        return new Answer.Option(unique(words.en(), used), "", "", words);
    }

    private static String unique(String text, Set<String> used) {
        String slug = FieldIds.slug(text);
        String base = slug.isEmpty() ? "o" : slug.substring(0, Math.min(30, slug.length()));
        String value = base;
        for (int n = 2; !used.add(value); n++) {
            value = base + "-x" + n;
        }
        return value;
    }

    private Optional<ValueSet> contained(String reference) {
        String id = reference.startsWith("#") ? reference.substring(1) : reference;
        for (Resource each : resource.getContained()) {
            if (each instanceof ValueSet set
                    && (id.equals(set.getIdElement().getIdPart().replace("#", "")) || reference.equals(set.getUrl()))) {
                return Optional.of(set);
            }
        }
        return Optional.empty();
    }

    private Answer number(QuestionnaireItemComponent item, boolean whole) {
        Optional<Coding> unit = Optional.ofNullable(item.getExtensionByUrl(BASE + "questionnaire-unit"))
                .map(Extension::getValue)
                .filter(Coding.class::isInstance)
                .map(Coding.class::cast)
                .or(() -> item.getInitial().stream()
                        .map(i -> i.getValue())
                        .filter(Quantity.class::isInstance)
                        .map(Quantity.class::cast)
                        .filter(Quantity::hasUnit)
                        .map(q -> new Coding(q.getSystem(), q.getCode(), q.getUnit()))
                        .findFirst());
        if (item.getType() == QuestionnaireItemType.QUANTITY && unit.isEmpty()) {
            warnings.add("item " + item.getLinkId() + " names no unit; a line takes number and unit");
            return new Answer.Text(0, 1);
        }
        Optional<Double> least = limit(item, "minValue");
        if (least.filter(l -> l < 0).isPresent()) {
            warnings.add("item " + item.getLinkId() + " may be negative; a line takes it, a comb has no sign");
            return new Answer.Text(0, 1);
        }
        return new Answer.Number(
                whole,
                unit.map(u -> u.hasDisplay() ? u.getDisplay() : u.getCode()),
                unit.filter(u -> UCUM.equals(u.getSystem())).map(Coding::getCode),
                least,
                limit(item, "maxValue"));
    }

    private static Optional<Double> limit(QuestionnaireItemComponent item, String name) {
        return Optional.ofNullable(item.getExtensionByUrl(BASE + name))
                .map(Extension::getValue)
                .map(v -> v instanceof Quantity q ? q.getValue().toPlainString() : v.primitiveValue())
                .filter(v -> v.matches("-?\\d+(\\.\\d+)?"))
                .map(Double::valueOf);
    }

    private Answer text(QuestionnaireItemComponent item, int lines) {
        if (item.getMaxLength() > 0 && (item.getMaxLength() > 16 || lines > 1)) {
            warnings.add("item " + item.getLinkId() + " takes at most " + item.getMaxLength()
                    + " characters; paper does not count them");
        }
        return new Answer.Text(item.getMaxLength(), lines);
    }
}
