package org.paperbridge.read.character;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What turns the network's outputs into probabilities that hold for hands it never saw, and from which probability a
 * character needs no person.
 *
 * <p>Set by {@code src/training/paperbridge_training/calibrate.py}; the counts behind it are in the file.
 */
public final class Calibration {

    private static final String RESOURCE = "/models/calibration.json";

    private final Map<CharacterSet, Setting> settings;

    private Calibration(Map<CharacterSet, Setting> settings) {
        this.settings = settings;
    }

    /**
     * @param temperature the outputs are divided by it before they become shares
     * @param errors how often the likeliest class is wrong, by its share
     * @param nextShare of the probability that the likeliest class is wrong, the part that goes to the others by their
     *     shares; the rest goes to all of them alike, because a network that errs surely gives the truth next to nothing
     * @param acceptFrom probability from which a character was practically never wrong
     */
    public record Setting(double temperature, ErrorCurve errors, double nextShare, double acceptFrom) {}

    /** The calibration that belongs to the shipped network. */
    public static Calibration shipped() {
        try (InputStream in = Objects.requireNonNull(Calibration.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            JsonNode root = new ObjectMapper().readTree(in);
            Map<CharacterSet, Setting> settings = new EnumMap<>(CharacterSet.class);
            for (CharacterSet set : CharacterSet.values()) {
                settings.put(set, setting(root.required(set.code())));
            }
            return new Calibration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }

    private static Setting setting(JsonNode node) {
        List<ErrorCurve.Point> points = new ArrayList<>();
        for (JsonNode point : node.required("errors")) {
            points.add(new ErrorCurve.Point(
                    point.required("logOdds").asDouble(),
                    point.required("wrong").asDouble()));
        }
        return new Setting(
                node.required("temperature").asDouble(),
                new ErrorCurve(points),
                node.required("nextShare").asDouble(),
                node.required("acceptFrom").asDouble());
    }

    public Setting of(CharacterSet set) {
        return Objects.requireNonNull(settings.get(set));
    }

    /** Probabilities over {@link CharacterClasses}; 0 for what the set does not allow. */
    public CharacterDistribution probabilities(float[] logits, CharacterSet set) {
        Setting setting = of(set);
        int best = best(logits, set);
        double[] shares = new double[logits.length];
        double others = 0;
        int allowed = 0;
        for (int i = 0; i < logits.length; i++) {
            shares[i] = set.allows(i) ? Math.exp((logits[i] - logits[best]) / setting.temperature()) : 0;
            others += i == best ? 0 : shares[i];
            allowed += set.allows(i) ? 1 : 0;
        }
        double wrong = setting.errors().wrongAt(-Math.log(others));
        for (int i = 0; i < shares.length; i++) {
            double next = others > 0 ? shares[i] / others : 0;
            double alike = set.allows(i) ? 1.0 / (allowed - 1) : 0;
            shares[i] =
                    i == best ? 1 - wrong : wrong * (setting.nextShare() * next + (1 - setting.nextShare()) * alike);
        }
        return new CharacterDistribution(shares);
    }

    private static int best(float[] logits, CharacterSet set) {
        int best = CharacterClasses.NO_CHARACTER;
        for (int i = 0; i < logits.length; i++) {
            if (set.allows(i) && logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }
}
