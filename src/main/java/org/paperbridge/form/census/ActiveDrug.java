package org.paperbridge.form.census;

import java.util.List;
import java.util.Optional;

/**
 * A running prescription, to be printed on the prefilled chart.
 *
 * @param name generic name (DCI/INN) as printed
 * @param code ATC code
 * @param dose number as printed, decimal comma, no trailing zero
 * @param unit {@code g}, {@code mg}, {@code µg}, {@code UI}, {@code mL}
 * @param route {@code oral}, {@code iv}, {@code sc}, {@code im}, {@code inhaled}, {@code other}
 * @param timing as printed, e.g. {@code 8 h - 20 h}
 * @param plan of a day, only when the order says every moment; empty when it does not
 */
public record ActiveDrug(
        String patientId,
        String name,
        Optional<String> code,
        Optional<String> dose,
        Optional<String> unit,
        Optional<String> route,
        Optional<String> timing,
        List<Intake> plan) {

    public ActiveDrug {
        plan = List.copyOf(plan);
    }

    /** A drug whose moments of the day are not known. */
    public ActiveDrug(
            String patientId,
            String name,
            Optional<String> code,
            Optional<String> dose,
            Optional<String> unit,
            Optional<String> route,
            Optional<String> timing) {
        this(patientId, name, code, dose, unit, route, timing, List.of());
    }

    /** The same drug under the number that survived a merge. */
    public ActiveDrug under(String patient) {
        return new ActiveDrug(patient, name, code, dose, unit, route, timing, plan);
    }
}
