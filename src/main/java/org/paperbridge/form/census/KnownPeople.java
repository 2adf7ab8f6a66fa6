package org.paperbridge.form.census;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who the census knows, found by any number that stands for them: patient number, visit number, national number. */
public final class KnownPeople {

    private final Map<String, Patient> byId = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    private KnownPeople() {}

    /** Knows nobody: what depends on names is not checked. */
    public static KnownPeople nobody() {
        return new KnownPeople();
    }

    public static KnownPeople of(Census census) {
        KnownPeople people = new KnownPeople();
        for (Patient patient : census.patients()) {
            people.byId.put(patient.id(), patient);
            people.own(patient.id(), patient.id());
            patient.nationalId().ifPresent(number -> people.own(number, patient.id()));
        }
        census.encounters().forEach(stay -> people.own(stay.id(), stay.patientId()));
        return people;
    }

    /** @param patientId as in the page code */
    public Optional<Patient> find(String patientId) {
        return Optional.ofNullable(byId.get(patientId));
    }

    /**
     * Whose number this is.
     *
     * @return the patient number; empty when nobody's, or of several people
     */
    public Optional<String> ownerOf(String number) {
        String key = fold(number);
        return shared.contains(key) ? Optional.empty() : Optional.ofNullable(owners.get(key));
    }

    private void own(String number, String patientId) {
        String key = fold(number);
        String before = owners.putIfAbsent(key, patientId);
        if (before != null && !before.equals(patientId)) {
            shared.add(key);
        }
    }

    private static String fold(String number) {
        return number.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    }
}
