package org.paperbridge.store.sql;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.validation.queue.Answer;

/** Our records as JSON text, to be sealed. */
final class StoreJson {

    private static final String KIND = "kind";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // a list that a record gained after it was stored is empty in what was stored before
            .withConfigOverride(List.class, o -> o.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private StoreJson() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "A stored " + type.getSimpleName() + " has a form this version cannot read", e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored value has a form this version cannot read", e);
        }
    }

    static String writeOutcome(PageOutcome outcome) {
        return write(tagged(outcome, outcome.code()));
    }

    static PageOutcome readOutcome(String json) {
        JsonNode node = read(json, JsonNode.class);
        Class<? extends PageOutcome> type = switch (node.path(KIND).asText()) {
            case "read" -> PageOutcome.Read.class;
            case "unidentified" -> PageOutcome.Unidentified.class;
            case "unregistered" -> PageOutcome.Unregistered.class;
            case "forged" -> PageOutcome.Forged.class;
            case "foreign" -> PageOutcome.Foreign.class;
            case "unknown-form" -> PageOutcome.UnknownForm.class;
            case "conflicting" -> PageOutcome.Conflicting.class;
            case "blank" -> PageOutcome.Blank.class;
            case "rescan" -> PageOutcome.Rescan.class;
            case "batch-header" -> PageOutcome.BatchHeader.class;
            case "batch-trailer" -> PageOutcome.BatchTrailer.class;
            case "separator" -> PageOutcome.Separator.class;
            case "undecodable" -> PageOutcome.Undecodable.class;
            default -> throw new IllegalStateException("A stored outcome has an unknown kind");
        };
        return untag(node, type);
    }

    static String writeAnswer(Answer answer) {
        return write(tagged(answer, answer.code()));
    }

    static Answer readAnswer(String json) {
        JsonNode node = read(json, JsonNode.class);
        Class<? extends Answer> type = switch (node.path(KIND).asText()) {
            case "value" -> Answer.Value.class;
            case "illegible" -> Answer.Illegible.class;
            case "refer" -> Answer.Refer.class;
            case "overrule" -> Answer.Overrule.class;
            case "assign-patient" -> Answer.AssignPatient.class;
            case "name-page" -> Answer.NamePage.class;
            case "name-form" -> Answer.NameForm.class;
            case "replace-earlier" -> Answer.ReplaceEarlier.class;
            case "discard" -> Answer.Discard.class;
            default -> throw new IllegalStateException("A stored answer has an unknown kind");
        };
        return untag(node, type);
    }

    private static ObjectNode tagged(Object value, String kind) {
        ObjectNode node = MAPPER.valueToTree(value);
        return node.put(KIND, kind);
    }

    private static <T> T untag(JsonNode node, Class<T> type) {
        try {
            return MAPPER.treeToValue(((ObjectNode) node).without(KIND), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "A stored " + type.getSimpleName() + " has a form this version cannot read", e);
        }
    }
}
