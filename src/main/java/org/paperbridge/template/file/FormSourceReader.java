package org.paperbridge.template.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.CheckRule;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldRule;
import org.paperbridge.template.author.FieldSource;
import org.paperbridge.template.author.FormSource;
import org.paperbridge.template.author.GridSource;
import org.paperbridge.template.author.SectionSource;

/** {@code form.yaml} to the author's records; the schema has been checked before. */
public final class FormSourceReader {

    private static final Pattern SERIES = Pattern.compile("\\{(\\d+)\\.\\.(\\d+)}");

    private FormSourceReader() {}

    public static FormSource read(JsonNode root) {
        return new FormSource(
                root.path("form").asText(),
                root.path("version").asInt(),
                root.path("number").asInt(),
                strings(root.path("titles")),
                integers(root.path("rows")),
                Criticality.valueOf(upper(root.path("criticality").asText("medium"))),
                new FormSource.Paper(
                        root.path("orientation").asText().equals("landscape"),
                        !root.path("subject").asText().equals("ward"),
                        texts(root.path("copies"))),
                list(root.path("pages")).stream()
                        .map(p -> new FormSource.PageSource(list(p.path("sections")).stream()
                                .map(FormSourceReader::section)
                                .toList()))
                        .toList(),
                list(root.path("rules")).stream()
                        .flatMap(r -> numbers(r).map(n -> rule(r, n)))
                        .toList());
    }

    /** 1 to {@code repeat}; a node without {@code repeat} counts once. */
    static Stream<Integer> numbers(JsonNode node) {
        return IntStream.rangeClosed(1, node.path("repeat").asInt(1)).boxed();
    }

    private static SectionSource section(JsonNode node) {
        JsonNode table = node.path("table");
        if (table.isObject()) {
            List<String> labels = texts(table.path("labels"));
            return new SectionSource(
                    text(node, "title"),
                    labels.isEmpty() ? table.path("lines").asInt() : labels.size(),
                    table.path("first").asInt(1),
                    List.of(fields(table.path("columns"))),
                    Optional.of(new SectionSource.TableSource(
                            labels, table.path("labelWidth").asDouble(45), text(table, "head"))),
                    Optional.empty());
        }
        return new SectionSource(
                text(node, "title"),
                node.path("repeat").asInt(1),
                node.path("first").asInt(1),
                list(node.path("rows")).stream().map(FormSourceReader::fields).toList(),
                Optional.empty(),
                Optional.of(node.path("grid")).filter(JsonNode::isObject).map(FormSourceReader::grid));
    }

    private static GridSource grid(JsonNode node) {
        return new GridSource(
                node.path("columns").asInt(),
                node.path("firstColumn").asInt(1),
                node.path("labelWidth").asDouble(36),
                texts(node.path("heads")),
                fields(node.path("rows")));
    }

    private static List<FieldSource> fields(JsonNode row) {
        return list(row).stream().map(FormSourceReader::field).toList();
    }

    private static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::asText).toList();
    }

    private static FieldSource field(JsonNode node) {
        String id = node.path("id").asText();
        return new FieldSource(
                id,
                node.path("kind").asText(),
                node.path("caption").asText(id.replace("-{n}", "")),
                text(node, "criticality").map(c -> Criticality.valueOf(upper(c))),
                Alphabet.valueOf(upper(node.path("alphabet").asText("digits"))),
                node.path("cells").asInt(),
                text(node, "mask"),
                text(node, "unit"),
                text(node, "check").map(c -> CheckRule.valueOf(upper(c))),
                list(node.path("range")).stream().map(JsonNode::asDouble).toList(),
                texts(node.path("options")),
                node.path("multiple").asBoolean(),
                node.path("vertical").asBoolean(),
                text(node, "lexicon"),
                node.path("source").asText(),
                node.path("width").asDouble(),
                node.path("grow").asDouble(),
                node.path("lines").asInt(1),
                node.path("height").asDouble(),
                node.path("columns").asInt(),
                node.path("bare").asBoolean(),
                node.path("bold").asBoolean(),
                text(node, "keepOnPaper"));
    }

    private static FieldRule rule(JsonNode node, int n) {
        return new FieldRule(
                numbered(node.path("id").asText(), n),
                node.path("kind").asText(),
                list(node.path("fields")).stream()
                        .flatMap(f -> series(numbered(f.asText(), n)))
                        .toList(),
                strings(node.path("parameters")).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> numbered(e.getValue(), n))));
    }

    /** {@code line-{1..4}} is four fields; anything else is itself. */
    public static Stream<String> series(String text) {
        Matcher matcher = SERIES.matcher(text);
        if (!matcher.find()) {
            return Stream.of(text);
        }
        return IntStream.rangeClosed(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                .mapToObj(n -> matcher.replaceFirst(Integer.toString(n)));
    }

    static Map<String, String> strings(JsonNode object) {
        Map<String, String> map = new LinkedHashMap<>();
        object.properties().forEach(e -> map.put(e.getKey(), e.getValue().asText()));
        return map;
    }

    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    private static List<Integer> integers(JsonNode array) {
        return list(array).stream().map(JsonNode::asInt).toList();
    }

    private static Optional<String> text(JsonNode node, String key) {
        return node.has(key) ? Optional.of(node.get(key).asText()) : Optional.empty();
    }

    static String numbered(String text, int n) {
        return text.replace("{n}", Integer.toString(n));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
