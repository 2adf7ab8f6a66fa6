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
import java.util.Set;

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

    /** All repetitions of a field that holds text, one a line; HL7 line breaks are lines too. */
    static Optional<String> text(Segment segment, int number) {
        try {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < segment.getField(number).length; i++) {
                in(segment, number, i, 1)
                        .ifPresent(line -> lines.append(line.replaceAll("\\\\\\.br\\\\|\\\\X0[AD]\\\\", "\n"))
                                .append('\n'));
            }
            return Optional.of(lines.toString().strip()).filter(all -> !all.isEmpty());
        } catch (HL7Exception e) {
            return Optional.empty();
        }
    }

    /** Segments of these names in the order in which they stand in the message's groups. */
    List<Segment> ordered(Set<String> names) {
        List<Segment> found = new ArrayList<>();
        collect(message, names, found);
        return found;
    }

    /** Segments of that name at the top or in the patient group of a merge, in order. */
    List<Segment> all(String name) {
        return ordered(Set.of(name));
    }

    private static void collect(ca.uhn.hl7v2.model.Group group, Set<String> names, List<Segment> found) {
        for (String child : group.getNames()) {
            for (Structure structure : structures(group, child)) {
                if (structure instanceof Segment segment && names.contains(segment.getName())) {
                    if (!isEmpty(segment)) {
                        found.add(segment);
                    }
                } else if (structure instanceof ca.uhn.hl7v2.model.Group inner) {
                    collect(inner, names, found);
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
