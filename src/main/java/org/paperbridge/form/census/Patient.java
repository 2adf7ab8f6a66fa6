package org.paperbridge.form.census;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Identity traits of a patient as the hospital system knows them.
 *
 * @param id hospital patient number (IPP)
 * @param birthName name at birth
 * @param usedName name in use, when another
 * @param given first given name first
 * @param sex {@code M}, {@code F} or {@code I}
 * @param birthPlace INSEE code of the birthplace, five characters
 * @param nationalId INS or NHS number, only when the identity is qualified
 * @param nationalIdOid space of the national number, e.g. {@code 1.2.250.1.213.1.4.8}; empty when it is no INS
 * @param allergies as printed; empty means unknown, never "none"
 * @param noKnownAllergy the record says explicitly that none is known
 * @param weightKg last weight
 * @param weighedAt when that was; empty when the source does not say
 */
public record Patient(
        String id,
        String birthName,
        Optional<String> usedName,
        List<String> given,
        Optional<LocalDate> birthDate,
        Optional<String> sex,
        Optional<String> birthPlace,
        Optional<String> nationalId,
        Optional<String> nationalIdOid,
        List<String> allergies,
        boolean noKnownAllergy,
        Optional<Double> weightKg,
        Optional<Instant> weighedAt) {

    public Patient {
        given = List.copyOf(given);
        allergies = List.copyOf(allergies);
    }

    /** A patient of whom nobody says when the weight was taken. */
    public Patient(
            String id,
            String birthName,
            Optional<String> usedName,
            List<String> given,
            Optional<LocalDate> birthDate,
            Optional<String> sex,
            Optional<String> birthPlace,
            Optional<String> nationalId,
            Optional<String> nationalIdOid,
            List<String> allergies,
            boolean noKnownAllergy,
            Optional<Double> weightKg) {
        this(
                id,
                birthName,
                usedName,
                given,
                birthDate,
                sex,
                birthPlace,
                nationalId,
                nationalIdOid,
                allergies,
                noKnownAllergy,
                weightKg,
                Optional.empty());
    }

    /** A patient whose national number, if any, is no INS. */
    public Patient(
            String id,
            String birthName,
            Optional<String> usedName,
            List<String> given,
            Optional<LocalDate> birthDate,
            Optional<String> sex,
            Optional<String> birthPlace,
            Optional<String> nationalId,
            List<String> allergies,
            boolean noKnownAllergy,
            Optional<Double> weightKg) {
        this(
                id,
                birthName,
                usedName,
                given,
                birthDate,
                sex,
                birthPlace,
                nationalId,
                Optional.empty(),
                allergies,
                noKnownAllergy,
                weightKg);
    }
}
