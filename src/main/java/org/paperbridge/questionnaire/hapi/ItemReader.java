package org.paperbridge.questionnaire.hapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Type;
import org.paperbridge.questionnaire.Answer;
import org.paperbridge.questionnaire.Question;
import org.paperbridge.questionnaire.Words;

/** Items to questions; what paper cannot do becomes guidance and a warning. */
final class ItemReader {

    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";
    private static final String LOINC = "http://loinc.org";
    private static final int MOST_QUOTED = 48;
    private static final int PLACES = 3;
    private static final int GROUP_PLACES = 2;

    /** Used when reading answers, or of no meaning for paper. */
    private static final Set<String> SPOKEN_FOR = Set.of(
            BASE + "minValue",
            BASE + "maxValue",
            BASE + "questionnaire-unit",
            BASE + "questionnaire-itemControl",
            BASE + "questionnaire-choiceOrientation",
            BASE + "questionnaire-hidden",
            Translations.URL);

    private final Translations translations;
    private final List<String> warnings;
    private final AnswerReader answers;
    private final Map<String, Words> textOf = new LinkedHashMap<>();
    private final Map<String, Set<String>> without = new TreeMap<>();

    ItemReader(Questionnaire resource, Translations translations, List<String> warnings) {
        this.translations = translations;
        this.warnings = warnings;
        this.answers = new AnswerReader(resource, translations, warnings);
        resource.getExtension()
                .forEach(e -> without.computeIfAbsent(e.getUrl(), u -> new TreeSet<>())
                        .add("the questionnaire"));
        remember(resource.getItem());
    }

    List<Question> read(List<QuestionnaireItemComponent> items) {
        List<Question> questions =
                items.stream().flatMap(i -> question(i).stream()).toList();
        without.forEach((url, where) ->
                warnings.add("extension " + url + " has no effect on paper: " + String.join(", ", where)));
        without.clear();
        return questions;
    }

    private void remember(List<QuestionnaireItemComponent> items) {
        for (QuestionnaireItemComponent item : items) {
            textOf.put(item.getLinkId(), Words.same(QuestionnaireReader.oneLine(item.getText())));
            remember(item.getItem());
        }
    }

    private Optional<Question> question(QuestionnaireItemComponent item) {
        String link = item.getLinkId();
        if (flag(item, BASE + "questionnaire-hidden")) {
            warnings.add("item " + link + " is hidden and is not printed");
            return Optional.empty();
        }
        item.getExtension().stream()
                .map(Extension::getUrl)
                .filter(url -> !SPOKEN_FOR.contains(url))
                .forEach(url ->
                        without.computeIfAbsent(url, u -> new TreeSet<>()).add(link));
        if (item.getReadOnly()) {
            warnings.add("item " + link + " is read-only; paper leaves its space open");
        }
        List<Words> guidance = new ArrayList<>();
        condition(item).ifPresent(guidance::add);
        initial(item).ifPresent(guidance::add);
        boolean group = item.getType() == QuestionnaireItemType.GROUP;
        Answer answer = answers.read(item, guidance);
        int places = 1;
        if (item.getRepeats() && !(answer instanceof Answer.Choice choice && choice.many())) {
            places = group ? GROUP_PLACES : PLACES;
            warnings.add("item " + link + " repeats without end; paper has " + places + " places");
        }
        boolean required = item.getRequired();
        if (required && item.hasEnableWhen()) {
            warnings.add("item " + link + " is required only under its condition; no rule asks for it");
            required = false;
        }
        if (required && group) {
            warnings.add("group " + link + " is required; only its own questions can be asked for");
            required = false;
        }
        return Optional.of(new Question(
                link,
                text(item),
                group,
                answer,
                required,
                places,
                guidance,
                item.getCode().stream()
                        .filter(c -> LOINC.equals(c.getSystem()) && c.hasCode())
                        .map(Coding::getCode)
                        .findFirst(),
                item.getItem().stream().flatMap(i -> question(i).stream()).toList()));
    }

    private Words text(QuestionnaireItemComponent item) {
        Words text = translations.of(item.getTextElement());
        if (text.isEmpty() && item.getType() == QuestionnaireItemType.GROUP) {
            return item.hasPrefix() ? Words.same(item.getPrefix()) : Words.NONE;
        }
        if (text.isEmpty()) {
            String display = item.getCode().stream()
                    .map(Coding::getDisplay)
                    .filter(d -> d != null && !d.isBlank())
                    .findFirst()
                    .orElse(item.getLinkId());
            warnings.add("item " + item.getLinkId() + " has no text; \"" + display + "\" is printed");
            text = Words.same(display);
        }
        if (text.fr()
                .codePoints()
                .anyMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)) {
            warnings.add("item " + item.getLinkId() + " is written right to left; look at its preview");
        }
        return item.hasPrefix() ? Words.same(item.getPrefix()).plus(text) : text;
    }

    private Optional<Words> condition(QuestionnaireItemComponent item) {
        if (!item.hasEnableWhen()) {
            return Optional.empty();
        }
        warnings.add("item " + item.getLinkId() + " depends on other answers (enableWhen); printed as guidance");
        boolean all = item.getEnableBehavior() == Questionnaire.EnableWhenBehavior.ALL;
        Words parts = Words.NONE;
        for (Questionnaire.QuestionnaireItemEnableWhenComponent when : item.getEnableWhen()) {
            String asked = textOf.getOrDefault(when.getQuestion(), Words.NONE).en();
            String question = "« " + (asked.isEmpty() ? when.getQuestion() : brief(asked)) + " »";
            String shown = answers.shown(when.getAnswer(), when.getQuestion());
            boolean exists = when.getOperator() == Questionnaire.QuestionnaireItemOperator.EXISTS;
            String sign = when.getOperator() == null ? "=" : when.getOperator().toCode();
            String none = "false".equals(shown) ? "non " : "";
            Words part = exists
                    ? new Words(
                            question + " : " + none + "répondu",
                            question + ": " + (none.isEmpty() ? "" : "not ") + "answered")
                    : new Words(
                            question + " " + sign + " " + yes(shown, "oui", "non"),
                            question + " " + sign + " " + yes(shown, "yes", "no"));
            parts = parts.isEmpty()
                    ? part
                    : parts.plus(all ? new Words("et", "and") : new Words("ou", "or"))
                            .plus(part);
        }
        return Optional.of(new Words("Seulement si", "Only if").plus(parts));
    }

    /** Enough to find the question again. */
    private static String brief(String text) {
        int space = text.lastIndexOf(' ', MOST_QUOTED);
        return text.length() <= MOST_QUOTED ? text : text.substring(0, space > 0 ? space : MOST_QUOTED) + "…";
    }

    private static String yes(String shown, String yes, String no) {
        return shown.equals("true") ? yes : shown.equals("false") ? no : shown;
    }

    private Optional<Words> initial(QuestionnaireItemComponent item) {
        List<String> values = new ArrayList<>();
        item.getInitial().forEach(i -> values.add(answers.shown(i.getValue(), item.getLinkId())));
        item.getAnswerOption().stream()
                .filter(Questionnaire.QuestionnaireItemAnswerOptionComponent::getInitialSelected)
                .forEach(o -> values.add(answers.shown(o.getValue(), item.getLinkId())));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        warnings.add("item " + item.getLinkId() + " has an initial value; printed as guidance");
        String all = String.join(", ", values);
        return Optional.of(new Words("Usuel : " + yes(all, "oui", "non"), "Usual: " + yes(all, "yes", "no")));
    }

    private static boolean flag(QuestionnaireItemComponent item, String url) {
        return Optional.ofNullable(item.getExtensionByUrl(url))
                .map(Extension::getValue)
                .map(Type::primitiveValue)
                .filter("true"::equals)
                .isPresent();
    }
}
