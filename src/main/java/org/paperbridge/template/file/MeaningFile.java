package org.paperbridge.template.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperbridge.form.layout.BackEntryTarget;

/**
 * {@code meaning.json}: the words and the mapping of a form as they were when it was released. They may be corrected
 * afterwards; this says what they were, so that a correction that changes what paper says is noticed.
 *
 * @param words the form's own, by language, then by key
 * @param targets what the fields became
 */
public record MeaningFile(Map<String, Map<String, String>> words, List<BackEntryTarget> targets) {

    public static final String NAME = "meaning.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public MeaningFile {
        words = Map.copyOf(words);
        targets = List.copyOf(targets);
    }

    /** The text of the file for a form as it stands. */
    public static String write(FormFolder folder) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode words = root.putObject("words");
        FormFolder.LANGUAGES.forEach(
                l -> words.set(l, folder.labels().containsKey(l) ? labels(folder, l) : JSON.createObjectNode()));
        root.set("targets", folder.backEntry().root().path("targets").deepCopy());
        try {
            return JSON.writeValueAsString(root)
                    .replace("\",\"", "\",\n\"")
                    .replace("},{", "},\n{")
                    .concat("\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was read as YAML can be written as JSON", e);
        }
    }

    private static JsonNode labels(FormFolder folder, String language) {
        return java.util.Optional.ofNullable(folder.labels().get(language))
                .orElseThrow()
                .root();
    }

    /** @throws IllegalArgumentException when it is not such a file */
    public static MeaningFile read(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            Map<String, Map<String, String>> words = new HashMap<>();
            root.path("words").properties().forEach(e -> words.put(e.getKey(), FormSourceReader.strings(e.getValue())));
            return new MeaningFile(words, BackEntryReader.readTargets(root));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the meaning of a form: " + e.getOriginalMessage(), e);
        }
    }
}
