package org.paperbridge.form.census;

import java.time.Instant;
import java.util.List;

/**
 * A dated snapshot of who is where.
 *
 * @param asOf newest fact in it
 * @param results laboratory values of the patients, in no order
 * @param notes what to know at the bedside, in no order
 * @param exams imaging exams that were done, in no order
 * @param letters the last one of each patient
 */
public record Census(
        Instant asOf,
        List<Unit> units,
        List<Patient> patients,
        List<Encounter> encounters,
        List<ActiveDrug> drugs,
        List<LabResult> results,
        List<BedsideNote> notes,
        List<PastExam> exams,
        List<Letter> letters) {

    public Census {
        units = List.copyOf(units);
        patients = List.copyOf(patients);
        encounters = List.copyOf(encounters);
        drugs = List.copyOf(drugs);
        results = List.copyOf(results);
        notes = List.copyOf(notes);
        exams = List.copyOf(exams);
        letters = List.copyOf(letters);
    }

    /** Who is where, with drugs and laboratory values only. */
    public Census(
            Instant asOf,
            List<Unit> units,
            List<Patient> patients,
            List<Encounter> encounters,
            List<ActiveDrug> drugs,
            List<LabResult> results) {
        this(asOf, units, patients, encounters, drugs, results, List.of(), List.of(), List.of());
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
