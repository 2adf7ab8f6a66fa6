package org.paperbridge.census.hapi;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;
import ca.uhn.hl7v2.util.Terser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Fields of one parsed message by their HL7 numbers; absent and {@code ""} both read as absent. */
final class AdtMessage {

    private final Message message;

    AdtMessage(Message message) {
        this.message = message;
    }

    String event() {
        return field("MSH", 9, 0, 2).or(() -> field("EVN", 1)).orElse("");
    }

    Optional<String> field(String segment, int number) {
        return field(segment, number, 0, 1);
    }

    Optional<String> field(String segment, int number, int repetition, int component) {
        List<Segment> found = all(segment);
        return found.isEmpty() ? Optional.empty() : in(found.getFirst(), number, repetition, component);
    }

    static Optional<String> in(Segment segment, int number, int repetition, int component) {
        return in(segment, number, repetition, component, 1);
    }

    static Optional<String> in(Segment segment, int number, int repetition, int component, int subcomponent) {
        try {
            return Optional.ofNullable(Terser.get(segment, number, repetition, component, subcomponent))
                    .map(String::trim)
                    .filter(text -> !text.isEmpty() && !text.equals("\"\""));
        } catch (HL7Exception e) {
            return Optional.empty();
        }
    }

    int repetitions(String segment, int number) {
        List<Segment> found = all(segment);
        try {
            return found.isEmpty() ? 0 : found.getFirst().getField(number).length;
        } catch (HL7Exception e) {
            return 0;
        }
    }

    /** Segments of that name at the top or in the patient group of a merge, in order. */
    List<Segment> all(String name) {
        List<Segment> found = new ArrayList<>();
        collect(message, name, found);
        return found;
    }

    private static void collect(ca.uhn.hl7v2.model.Group group, String name, List<Segment> found) {
        for (String child : group.getNames()) {
            for (Structure structure : structures(group, child)) {
                if (structure instanceof Segment segment && segment.getName().equals(name)) {
                    if (!isEmpty(segment)) {
                        found.add(segment);
                    }
                } else if (structure instanceof ca.uhn.hl7v2.model.Group inner) {
                    collect(inner, name, found);
                }
            }
        }
    }

    private static List<Structure> structures(ca.uhn.hl7v2.model.Group group, String child) {
        try {
            return Arrays.asList(group.getAll(child));
        } catch (HL7Exception e) {
            return List.of();
        }
    }

    private static boolean isEmpty(Segment segment) {
        try {
            return segment.isEmpty();
        } catch (HL7Exception e) {
            return true;
        }
    }
}
