package org.paperbridge.form.census;

import java.time.Instant;
import java.util.List;

/**
 * A dated snapshot of who is where.
 *
 * @param asOf newest fact in it
 * @param results laboratory values of the patients, in no order
 */
public record Census(
        Instant asOf,
        List<Unit> units,
        List<Patient> patients,
        List<Encounter> encounters,
        List<ActiveDrug> drugs,
        List<LabResult> results) {

    public Census {
        units = List.copyOf(units);
        patients = List.copyOf(patients);
        encounters = List.copyOf(encounters);
        drugs = List.copyOf(drugs);
        results = List.copyOf(results);
    }

    /** Without laboratory values. */
    public Census(
            Instant asOf,
            List<Unit> units,
            List<Patient> patients,
            List<Encounter> encounters,
            List<ActiveDrug> drugs) {
        this(asOf, units, patients, encounters, drugs, List.of());
    }
}
