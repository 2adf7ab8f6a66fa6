package org.paperbridge.census;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.census.Patient;

/** How two statements about one person become one. */
final class Traits {

    private Traits() {}

    /** What the newer one says holds; where it is silent the older one does. Allergies only ever add up. */
    static Patient newer(Patient older, Patient newer) {
        Set<String> allergies = new LinkedHashSet<>(older.allergies());
        allergies.addAll(newer.allergies());
        boolean none = (older.noKnownAllergy() || newer.noKnownAllergy()) && allergies.isEmpty();
        return new Patient(
                newer.id(),
                newer.birthName().isEmpty() ? older.birthName() : newer.birthName(),
                newer.usedName().or(older::usedName),
                newer.given().isEmpty() ? older.given() : newer.given(),
                newer.birthDate().or(older::birthDate),
                newer.sex().or(older::sex),
                newer.birthPlace().or(older::birthPlace),
                newer.nationalId().or(older::nationalId),
                newer.nationalId().isPresent() ? newer.nationalIdOid() : older.nationalIdOid(),
                new ArrayList<>(allergies),
                none,
                newer.weightKg().or(older::weightKg),
                newer.weightKg().isPresent() ? newer.weighedAt() : older.weighedAt());
    }

    static Patient withId(Patient patient, String id) {
        return new Patient(
                id,
                patient.birthName(),
                patient.usedName(),
                patient.given(),
                patient.birthDate(),
                patient.sex(),
                patient.birthPlace(),
                patient.nationalId(),
                patient.nationalIdOid(),
                patient.allergies(),
                patient.noKnownAllergy(),
                patient.weightKg(),
                patient.weighedAt());
    }

    static Patient unnamed(String id) {
        return nameless(id, List.of(), false, Optional.empty(), Optional.empty());
    }

    static Patient allergic(String id, String allergy) {
        return nameless(id, List.of(allergy), false, Optional.empty(), Optional.empty());
    }

    static Patient withoutAllergy(String id) {
        return nameless(id, List.of(), true, Optional.empty(), Optional.empty());
    }

    static Patient weighing(String id, double kilograms, Optional<Instant> at) {
        return nameless(id, List.of(), false, Optional.of(kilograms), at);
    }

    private static Patient nameless(
            String id, List<String> allergies, boolean none, Optional<Double> weightKg, Optional<Instant> weighedAt) {
        return new Patient(
                id,
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                allergies,
                none,
                weightKg,
                weighedAt);
    }
}
