package org.paperbridge.template.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.paperbridge.form.layout.BackEntryTarget;

/** {@code back-entry.yaml}: which facts fields become, and which stay on paper. */
final class BackEntryReader {

    private static final int MOST_NUMBERED = 40;

    private BackEntryReader() {}

    static List<BackEntryTarget> readTargets(JsonNode root) {
        return FormSourceReader.list(root.path("targets")).stream()
                .flatMap(t -> FormSourceReader.numbers(t).map(n -> target(t, n)))
                .toList();
    }

    static Set<String> readKeptOnPaper(JsonNode root) {
        Set<String> kept = new HashSet<>();
        root.path("keepOnPaper").fieldNames().forEachRemaining(id -> {
            for (int n = 1; n <= (id.contains("{n}") ? MOST_NUMBERED : 1); n++) {
                kept.add(FormSourceReader.numbered(id, n));
            }
        });
        return kept;
    }

    private static BackEntryTarget target(JsonNode node, int n) {
        Map<String, String> fields = FormSourceReader.strings(node.path("fields")).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> FormSourceReader.numbered(e.getValue(), n)));
        return new BackEntryTarget(
                FormSourceReader.numbered(node.path("id").asText(), n),
                node.path("kind").asText(),
                fields,
                FormSourceReader.strings(node.path("codes")),
                FormSourceReader.list(node.path("needs")).stream()
                        .map(f -> FormSourceReader.numbered(f.asText(), n))
                        .toList());
    }
}
