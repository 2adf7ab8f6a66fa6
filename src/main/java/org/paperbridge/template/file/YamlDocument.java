package org.paperbridge.template.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.paperbridge.template.InvalidTemplateException;
import org.paperbridge.template.TemplateFinding;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file as JSON nodes that remember their lines. */
public final class YamlDocument {

    private final String file;
    private final JsonNode root;
    private final Map<String, Integer> lines = new HashMap<>();

    private YamlDocument(String file, Node node) {
        this.file = file;
        this.root = convert(node, "");
    }

    /**
     * @param file name used in messages
     * @throws InvalidTemplateException when the text is no YAML
     */
    public static YamlDocument parse(String file, String text) {
        try {
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (node == null) {
                throw new InvalidTemplateException(
                        java.util.List.of(new TemplateFinding(file, 0, "the file is empty")));
            }
            return new YamlDocument(file, node);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new InvalidTemplateException(
                    java.util.List.of(new TemplateFinding(file, line, "not valid YAML: " + e.getProblem())));
        }
    }

    public String file() {
        return file;
    }

    public JsonNode root() {
        return root;
    }

    /** Line, from 1, of the node at a JSON pointer, or of its nearest parent. */
    public int lineOf(String pointer) {
        String at = pointer;
        while (true) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            int slash = at.lastIndexOf('/');
            if (slash < 0) {
                return 0;
            }
            at = at.substring(0, slash);
        }
    }

    public TemplateFinding finding(String pointer, String message) {
        return new TemplateFinding(file, lineOf(pointer), message);
    }

    private JsonNode convert(Node node, String pointer) {
        lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
        return switch (node) {
            case MappingNode mapping -> convertMapping(mapping, pointer);
            case SequenceNode sequence -> convertSequence(sequence, pointer);
            case ScalarNode scalar -> convertScalar(scalar);
            default -> MissingNode.getInstance();
        };
    }

    private ObjectNode convertMapping(MappingNode mapping, String pointer) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            String key = ((ScalarNode) entry.getKeyNode()).getValue();
            String at = pointer + "/" + key;
            lines.put(at, entry.getKeyNode().getStartMark().getLine() + 1);
            object.set(key, convert(entry.getValueNode(), at));
        }
        return object;
    }

    private ArrayNode convertSequence(SequenceNode sequence, String pointer) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : sequence.getValue()) {
            array.add(convert(item, pointer + "/" + array.size()));
        }
        return array;
    }

    private static JsonNode convertScalar(ScalarNode scalar) {
        String value = scalar.getValue();
        JsonNodeFactory json = JsonNodeFactory.instance;
        try {
            if (scalar.getTag().equals(Tag.INT)) {
                return json.numberNode(Integer.parseInt(value));
            }
            if (scalar.getTag().equals(Tag.FLOAT)) {
                return json.numberNode(Double.parseDouble(value));
            }
        } catch (NumberFormatException e) {
            return json.textNode(value);
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return json.booleanNode(value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes"));
        }
        return scalar.getTag().equals(Tag.NULL) ? json.nullNode() : json.textNode(value);
    }
}
