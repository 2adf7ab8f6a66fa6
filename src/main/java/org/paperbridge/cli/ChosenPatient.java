package org.paperbridge.cli;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.FormIssuer.Subject;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.Beds;

/**
 * The one patient that forms are printed for.
 *
 * @param stay empty when the source tells of the person only
 */
record ChosenPatient(Census census, Patient patient, Optional<Encounter> stay) {

    static ChosenPatient of(Census census, Patient patient) {
        Optional<Encounter> stay = census.encounters().stream()
                .filter(each -> each.patientId().equals(patient.id()))
                .findFirst();
        return new ChosenPatient(census, patient, stay);
    }

    /** By number of the patient or of the stay. */
    static List<ChosenPatient> numbered(Census census, String number) {
        return census.patients().stream()
                .map(patient -> of(census, patient))
                .filter(each -> each.patient().id().equals(number)
                        || each.stay().map(Encounter::id).filter(number::equals).isPresent())
                .toList();
    }

    Subject subject() {
        return new Subject(patient.id(), stay.map(Encounter::id));
    }

    /** Everything the source knows of the patient, as for a sheet of a kit. */
    Bed bed() {
        Encounter nowhere = new Encounter("", patient.id(), "", Optional.empty(), Optional.empty(), Optional.empty());
        return Beds.of(census, patient, stay.orElse(nowhere));
    }

    /** Where the patient is; empty when the source does not say. */
    Optional<Unit> unit() {
        return stay.map(Encounter::unit)
                .filter(code -> !code.isEmpty())
                .map(code -> census.units().stream()
                        .filter(unit -> unit.code().equals(code))
                        .findFirst()
                        .orElse(new Unit(code, code)));
    }
}
