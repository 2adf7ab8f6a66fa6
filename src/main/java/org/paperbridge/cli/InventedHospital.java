package org.paperbridge.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;

/** A census of nobody, of any size: names and numbers are made from a counter. */
record InventedHospital(int beds, int unitBeds) {

    int units() {
        return (beds + unitBeds - 1) / unitBeds;
    }

    /**
     * @param changedUnits in so many units the first patient has another dose than at first
     * @param dose the other dose
     */
    CensusLoad load(Instant asOf, int changedUnits, String dose) {
        List<Unit> units = new ArrayList<>();
        List<Patient> people = new ArrayList<>();
        List<Encounter> stays = new ArrayList<>();
        List<ActiveDrug> drugs = new ArrayList<>();
        for (int i = 0; i < beds; i++) {
            String unit = String.format(Locale.ROOT, "U%02d", i / unitBeds);
            if (i % unitBeds == 0) {
                units.add(new Unit(unit, "Unit " + unit));
            }
            Patient patient = patient(i);
            people.add(patient);
            stays.add(new Encounter(
                    String.format(Locale.ROOT, "26%07d", i),
                    patient.id(),
                    unit,
                    Optional.of(String.format(Locale.ROOT, "%03d-P", 100 + i % unitBeds)),
                    Optional.of(LocalDateTime.of(2026, 1, 1, 8, 0)),
                    Optional.empty()));
            boolean changed = i % unitBeds == 0 && i / unitBeds < changedUnits;
            for (String name : List.of("furosémide", "ramipril", "bisoprolol")) {
                drugs.add(new ActiveDrug(
                        patient.id(),
                        name,
                        Optional.empty(),
                        Optional.of(changed ? dose : "40"),
                        Optional.of("mg"),
                        Optional.of("oral"),
                        Optional.of("8 h")));
            }
        }
        return new CensusLoad(new Census(asOf, units, people, stays, drugs), List.of());
    }

    private static Patient patient(int i) {
        return new Patient(
                String.format(Locale.ROOT, "7%07d", i),
                "DEMO-PATIENT-" + i,
                Optional.empty(),
                List.of("Élodie"),
                Optional.of(LocalDate.of(1930 + i % 80, 1 + i % 12, 1 + i % 28)),
                Optional.of(i % 2 == 0 ? "F" : "M"),
                Optional.empty(),
                Optional.empty(),
                i % 3 == 0 ? List.of("pénicilline") : List.of(),
                i % 3 == 1,
                Optional.of(60.0 + i % 40));
    }
}
