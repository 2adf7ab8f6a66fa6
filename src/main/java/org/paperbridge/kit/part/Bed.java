package org.paperbridge.kit.part;

import java.util.List;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;

/** Who lies where, with running drugs. */
public record Bed(Patient patient, Encounter encounter, List<ActiveDrug> drugs) {

    public Bed {
        drugs = List.copyOf(drugs);
    }
}
