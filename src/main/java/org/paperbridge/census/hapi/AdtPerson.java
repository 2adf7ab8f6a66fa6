package org.paperbridge.census.hapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.census.Patient;

/**
 * PID as PAM-FR fills it: PID-5 by name type (L birth, D used), INSEE birthplace in PID-11 of type BDL, and INS only when
 * PID-32 says the identity is validated.
 */
final class AdtPerson {

    /** NIR, NIA and test space of the French national identifier. */
    private static final Set<String> INS_OIDS =
            Set.of("1.2.250.1.213.1.4.8", "1.2.250.1.213.1.4.9", "1.2.250.1.213.1.4.10");

    private AdtPerson() {}

    static Optional<String> number(AdtMessage message) {
        Optional<String> untyped = Optional.empty();
        for (int i = 0; i < message.repetitions("PID", 3); i++) {
            Optional<String> id = message.field("PID", 3, i, 1);
            String type = message.field("PID", 3, i, 5).orElse("");
            if (type.equals("PI")) {
                return id;
            }
            if (untyped.isEmpty() && (type.isEmpty() || type.equals("MR") || type.equals("PT"))) {
                untyped = id;
            }
        }
        return untyped;
    }

    static Patient read(AdtMessage message, String id) {
        int birth = nameOfType(message, "L").orElse(0);
        String first = message.field("PID", 5, birth, 2).orElse("");
        Set<String> given = new LinkedHashSet<>();
        if (!first.isEmpty()) {
            given.add(first);
        }
        given.addAll(otherGiven(first, message.field("PID", 5, birth, 3).orElse("")));
        Optional<NationalId> national = nationalId(message);
        return new Patient(
                id,
                message.field("PID", 5, birth, 1).orElse(""),
                nameOfType(message, "D").flatMap(i -> message.field("PID", 5, i, 1)),
                List.copyOf(given),
                message.field("PID", 7).flatMap(HapiTime::date),
                message.field("PID", 8).flatMap(AdtPerson::sex),
                birthPlace(message),
                national.map(NationalId::value),
                national.flatMap(NationalId::oid),
                List.of(),
                false,
                Optional.empty());
    }

    private static List<String> otherGiven(String first, String listed) {
        String rest = listed.startsWith(first) ? listed.substring(first.length()) : listed;
        return new ArrayList<>(Arrays.stream(rest.trim().split("[ ,]+"))
                .filter(name -> !name.isEmpty())
                .toList());
    }

    private static Optional<Integer> nameOfType(AdtMessage message, String type) {
        for (int i = 0; i < message.repetitions("PID", 5); i++) {
            if (message.field("PID", 5, i, 7).orElse("").equals(type)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sex(String code) {
        return switch (code) {
            case "M", "F" -> Optional.of(code);
            case "O", "A", "U", "I" -> Optional.of("I");
            default -> Optional.empty();
        };
    }

    private static Optional<String> birthPlace(AdtMessage message) {
        for (int i = 0; i < message.repetitions("PID", 11); i++) {
            if (message.field("PID", 11, i, 7).orElse("").equals("BDL")) {
                return message.field("PID", 11, i, 9);
            }
        }
        return Optional.empty();
    }

    private record NationalId(String value, Optional<String> oid) {}

    private static Optional<NationalId> nationalId(AdtMessage message) {
        boolean validated = false;
        for (int i = 0; i < message.repetitions("PID", 32); i++) {
            validated |= message.field("PID", 32, i, 1).orElse("").equals("VALI");
        }
        for (int i = 0; i < message.repetitions("PID", 3); i++) {
            String type = message.field("PID", 3, i, 5).orElse("");
            boolean nhs = type.equals("NH");
            boolean ins = type.equals("INS") && INS_OIDS.contains(oid(message, i));
            if (nhs || ins && validated) {
                Optional<String> oid = ins ? Optional.of(oid(message, i)) : Optional.empty();
                return message.field("PID", 3, i, 1).map(value -> new NationalId(value, oid));
            }
        }
        return Optional.empty();
    }

    private static String oid(AdtMessage message, int repetition) {
        return AdtMessage.in(message.all("PID").getFirst(), 3, repetition, 4, 2).orElse("");
    }
}
