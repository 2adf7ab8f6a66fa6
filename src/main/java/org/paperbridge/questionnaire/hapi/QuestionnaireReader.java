package org.paperbridge.questionnaire.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Enumerations.ResourceType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.paperbridge.questionnaire.FieldIds;
import org.paperbridge.questionnaire.QuestionnaireRefusedException;
import org.paperbridge.questionnaire.Survey;
import org.paperbridge.questionnaire.Words;

/** A FHIR R4 Questionnaire in JSON to what paper can ask of it. */
public final class QuestionnaireReader {

    private static final int LONGEST_NAME = 40;

    private final FhirContext fhir = FhirContext.forR4Cached();

    /**
     * @param json as delivered
     * @param name of the form, empty to take it from the resource
     * @throws QuestionnaireRefusedException when it is no R4 Questionnaire or asks nothing
     */
    public Survey read(String json, String name) {
        refuseOthers(json);
        Strangers strangers = new Strangers();
        Questionnaire resource;
        try {
            resource = fhir.newJsonParser().setParserErrorHandler(strangers).parseResource(Questionnaire.class, json);
        } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
            throw new QuestionnaireRefusedException("No FHIR R4 Questionnaire: " + oneLine(e.getMessage()), e);
        }
        Set<String> links = new HashSet<>();
        checkLinks(resource.getItem(), links);
        if (links.isEmpty()) {
            throw new QuestionnaireRefusedException("The questionnaire has no items: there is nothing to print.");
        }
        List<String> warnings = new ArrayList<>(strangers.warnings());
        Translations translations = new Translations(resource.getLanguage(), warnings);
        ItemReader items = new ItemReader(resource, translations, warnings);
        Words title = title(resource, translations);
        List<org.paperbridge.questionnaire.Question> questions = items.read(resource.getItem());
        translations.report();
        return new Survey(
                name.isEmpty() ? nameOf(resource) : name,
                title,
                aboutPatient(resource),
                questions,
                warnings.stream().distinct().toList(),
                json);
    }

    private static void refuseOthers(String json) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new QuestionnaireRefusedException("Not JSON: " + oneLine(e.getOriginalMessage()), e);
        }
        String type = root.path("resourceType").asText();
        if (!type.equals("Questionnaire")) {
            throw new QuestionnaireRefusedException(
                    type.isEmpty()
                            ? "Not a FHIR resource: it has no resourceType."
                            : "This is a " + type + ", not a Questionnaire.");
        }
        if (root.has("group")) {
            throw new QuestionnaireRefusedException("This is a DSTU2 Questionnaire (group); convert it to R4.");
        }
        refuseOtherReleases(root.path("item"));
    }

    private static void refuseOtherReleases(JsonNode items) {
        for (JsonNode item : items) {
            String link = item.path("linkId").asText();
            if (item.has("option") || item.has("options")) {
                throw new QuestionnaireRefusedException(
                        "This is an STU3 Questionnaire (option in item " + link + "); convert it to R4.");
            }
            if (item.has("answerConstraint")
                    || item.has("disabledDisplay")
                    || item.path("type").asText().equals("coding")) {
                throw new QuestionnaireRefusedException(
                        "This is an R5 Questionnaire (coding or answerConstraint in item " + link
                                + "); convert it to R4.");
            }
            refuseOtherReleases(item.path("item"));
        }
    }

    private static void checkLinks(List<QuestionnaireItemComponent> items, Set<String> links) {
        for (QuestionnaireItemComponent item : items) {
            if (item.getLinkId() == null || item.getLinkId().isBlank()) {
                throw new QuestionnaireRefusedException("An item has no linkId: \"" + oneLine(item.getText()) + "\".");
            }
            if (!links.add(item.getLinkId())) {
                throw new QuestionnaireRefusedException("Two items have the linkId " + item.getLinkId() + ".");
            }
            if (!item.hasType()) {
                throw new QuestionnaireRefusedException("Item " + item.getLinkId() + " has no type that R4 knows.");
            }
            checkLinks(item.getItem(), links);
        }
    }

    private static Words title(Questionnaire resource, Translations translations) {
        if (resource.hasTitle()) {
            return translations.of(resource.getTitleElement());
        }
        return Words.same(resource.hasName() ? resource.getName() : nameOf(resource));
    }

    private static String nameOf(Questionnaire resource) {
        for (String each : new String[] {
            resource.getTitle(), resource.getName(), resource.getIdElement().getIdPart()
        }) {
            String slug = each == null ? "" : FieldIds.slug(each);
            if (!slug.isEmpty()) {
                String named = Character.isLetter(slug.charAt(0)) ? slug : "form-" + slug;
                return named.substring(0, Math.min(LONGEST_NAME, named.length()))
                        .replaceAll("-+$", "");
            }
        }
        return "questionnaire";
    }

    private static boolean aboutPatient(Questionnaire resource) {
        return !resource.hasSubjectType()
                || resource.getSubjectType().stream().anyMatch(t -> t.getValue().equals(ResourceType.PATIENT.toCode()));
    }

    static String oneLine(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text.replaceAll("\\s+", " ").strip();
    }
}
