package org.paperbridge.validation.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.page.ScanNote;

/** Reads {@code risk-policy.yaml} and says everything that is wrong with it at once. */
public final class RiskPolicyFile {

    private static final Set<String> KEYS =
            Set.of("version", "accept", "blank", "doubleEntry", "support", "suspectPage");

    private final String name;
    private final List<String> mistakes = new ArrayList<>();

    private RiskPolicyFile(String name) {
        this.name = name;
    }

    /**
     * Loads a policy.
     *
     * @throws InvalidPolicyException listing every mistake
     * @throws UncheckedIOException when the file cannot be read
     */
    public static RiskPolicy load(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Parses the text of a policy; {@code name} stands in messages. */
    public static RiskPolicy parse(String name, String yaml) {
        return new RiskPolicyFile(name).parse(yaml);
    }

    private RiskPolicy parse(String yaml) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new InvalidPolicyException(List.of(name + ": " + e.getOriginalMessage()));
        }
        onlyKeys(root, "", KEYS);
        if (root.path("version").asInt() != 1) {
            mistakes.add(name + ": version must be 1");
        }
        onlyKeys(root.path("accept"), "accept.", Set.of("low", "medium"));
        Map<Criticality, Map<FieldClass, Double>> accept = new EnumMap<>(Criticality.class);
        accept.put(Criticality.LOW, byClass(root.path("accept").path("low"), "accept.low."));
        accept.put(Criticality.MEDIUM, byClass(root.path("accept").path("medium"), "accept.medium."));
        onlyKeys(root.path("blank"), "blank.", Set.of("low", "medium", "high"));
        Map<Criticality, Double> blank = new EnumMap<>(Criticality.class);
        for (Criticality criticality : Criticality.values()) {
            String key = criticality.name().toLowerCase(Locale.ROOT);
            blank.put(criticality, probability(root.path("blank").path(key), "blank." + key));
        }
        JsonNode suspect = root.path("suspectPage");
        onlyKeys(suspect, "suspectPage.", Set.of("notes", "residualMmAbove"));
        double residual = suspect.path("residualMmAbove").asDouble();
        if (!(residual > 0)) {
            mistakes.add(name + ": suspectPage.residualMmAbove must be a number of mm above 0");
        }
        RiskPolicy policy = new RiskPolicy(
                accept,
                blank,
                patterns(root.path("doubleEntry")),
                support(root.path("support")),
                notes(suspect.path("notes")),
                residual);
        if (!mistakes.isEmpty()) {
            throw new InvalidPolicyException(mistakes);
        }
        return policy;
    }

    private void onlyKeys(JsonNode node, String prefix, Set<String> known) {
        if (!node.isObject()) {
            mistakes.add(name + ": " + (prefix.isEmpty() ? "the file" : prefix.substring(0, prefix.length() - 1))
                    + " must be a table of " + String.join(", ", new TreeSet<>(known)));
            return;
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                mistakes.add(name + ": unknown key " + prefix + key);
            }
        });
    }

    private Map<FieldClass, Double> byClass(JsonNode node, String prefix) {
        Set<FieldClass> written = EnumSet.complementOf(EnumSet.of(FieldClass.PRINT));
        Set<String> known = new TreeSet<>();
        Map<FieldClass, Double> accepted = new EnumMap<>(FieldClass.class);
        for (FieldClass kind : written) {
            known.add(kind.code());
            accepted.put(kind, probability(node.path(kind.code()), prefix + kind.code()));
        }
        onlyKeys(node, prefix, known);
        return accepted;
    }

    private double probability(JsonNode node, String key) {
        double value = node.isNumber() ? node.asDouble() : -1;
        if (!(value >= 0 && value <= 1)) {
            mistakes.add(name + ": " + key + " must be a probability from 0 to 1");
            return 0;
        }
        return value;
    }

    private List<Pattern> patterns(JsonNode node) {
        List<Pattern> patterns = new ArrayList<>();
        if (!node.isArray()) {
            mistakes.add(name + ": doubleEntry must be a list of field ids");
        }
        for (JsonNode id : node) {
            if (id.asText().matches("[a-z0-9*-]+")) {
                patterns.add(Pattern.compile(id.asText().replace("*", ".*")));
            } else {
                mistakes.add(name + ": doubleEntry has " + id.asText() + ", which is no field id");
            }
        }
        return patterns;
    }

    private Map<String, Double> support(JsonNode node) {
        Map<String, Double> support = new TreeMap<>();
        if (!node.isObject()) {
            mistakes.add(name + ": support must be a table of rule kinds");
        }
        node.properties().forEach(e -> support.put(e.getKey(), probability(e.getValue(), "support." + e.getKey())));
        return support;
    }

    private Set<ScanNote> notes(JsonNode node) {
        Set<ScanNote> notes = EnumSet.noneOf(ScanNote.class);
        for (JsonNode note : node) {
            String wanted = note.asText().toUpperCase(Locale.ROOT).replace('-', '_');
            List<ScanNote> found = EnumSet.allOf(ScanNote.class).stream()
                    .filter(n -> n.name().equals(wanted))
                    .toList();
            if (found.isEmpty()) {
                mistakes.add(name + ": suspectPage.notes has the unknown note " + note.asText());
            }
            notes.addAll(found);
        }
        return notes;
    }
}
