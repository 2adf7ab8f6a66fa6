package org.paperbridge.form.census;

import java.time.Instant;
import java.util.List;

/**
 * A dated snapshot of who is where.
 *
 * @param asOf newest fact in it
 */
public record Census(
        Instant asOf, List<Unit> units, List<Patient> patients, List<Encounter> encounters, List<ActiveDrug> drugs) {

    public Census {
        units = List.copyOf(units);
        patients = List.copyOf(patients);
        encounters = List.copyOf(encounters);
        drugs = List.copyOf(drugs);
    }
}
