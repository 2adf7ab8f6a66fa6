package org.paperbridge.read.character;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What turns the network's outputs into probabilities, and from which probability a character needs no person.
 *
 * <p>Set by {@code src/training/calibrate.py} on handwriting that trained nothing; the counts are in the file.
 */
public final class Calibration {

    private static final String RESOURCE = "/models/calibration.json";

    private final Map<CharacterSet, Setting> settings;

    private Calibration(Map<CharacterSet, Setting> settings) {
        this.settings = settings;
    }

    /**
     * @param temperature the outputs are divided by it before they become probabilities
     * @param acceptFrom probability from which a character was practically never wrong
     */
    public record Setting(double temperature, double acceptFrom) {}

    /** The calibration that belongs to the shipped network. */
    public static Calibration shipped() {
        try (InputStream in = Objects.requireNonNull(Calibration.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            JsonNode root = new ObjectMapper().readTree(in);
            Map<CharacterSet, Setting> settings = new EnumMap<>(CharacterSet.class);
            for (CharacterSet set : CharacterSet.values()) {
                JsonNode node = root.required(set.code());
                settings.put(
                        set,
                        new Setting(
                                node.required("temperature").asDouble(),
                                node.required("acceptFrom").asDouble()));
            }
            return new Calibration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    public Setting of(CharacterSet set) {
        return Objects.requireNonNull(settings.get(set));
    }

    /** Probabilities over {@link CharacterClasses}; 0 for what the set does not allow. */
    public CharacterDistribution probabilities(float[] logits, CharacterSet set) {
        double temperature = of(set).temperature();
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logits.length; i++) {
            if (set.allows(i)) {
                highest = Math.max(highest, logits[i]);
            }
        }
        double[] raised = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            raised[i] = set.allows(i) ? Math.exp((logits[i] - highest) / temperature) : 0;
            sum += raised[i];
        }
        for (int i = 0; i < raised.length; i++) {
            raised[i] /= sum;
        }
        return new CharacterDistribution(raised);
    }
}
