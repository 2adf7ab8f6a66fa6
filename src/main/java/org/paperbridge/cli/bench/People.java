package org.paperbridge.cli.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;

/** Invented patients as an admission book has them: neighbours differ by one in their numbers, names come in families. */
public final class People {

    private static final List<String> NAMES = List.of(
            "Demoulin",
            "Fictifay",
            "Testard-Exemplon",
            "Modellier",
            "Inventeux",
            "Essayard",
            "Nullepart",
            "De la Preuve",
            "Gâteau-Imaginé",
            "L’Hypothèse");
    private static final List<String> GIVEN =
            List.of("Anne", "Bruno", "Chloé", "Denis", "Élise", "Félix", "Gilles", "Hugo", "Irène", "Jean-Jules");
    private static final int FIRST_PATIENT = 90_010_181;
    private static final int FIRST_STAY = 269_020_189;

    private People() {}

    /** A ward of so many people. */
    public static Census ward(int size, RandomGenerator random) {
        List<Patient> patients = new ArrayList<>();
        List<Encounter> stays = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = Integer.toString(FIRST_PATIENT + i);
            patients.add(new Patient(
                    id,
                    pick(NAMES, random),
                    random.nextInt(4) == 0 ? Optional.of(pick(NAMES, random)) : Optional.empty(),
                    List.of(pick(GIVEN, random)),
                    Optional.of(LocalDate.of(1930, 1, 1).plusDays(random.nextInt(33_000))),
                    Optional.of(random.nextBoolean() ? "F" : "M"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    true,
                    Optional.empty()));
            stays.add(new Encounter(
                    Integer.toString(FIRST_STAY + i),
                    id,
                    "CARD",
                    Optional.of(Integer.toString(200 + i)),
                    Optional.<LocalDateTime>empty(),
                    Optional.empty()));
        }
        return new Census(Instant.EPOCH, List.of(new Unit("CARD", "Cardiologie")), patients, stays, List.of());
    }

    private static String pick(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
