package org.paperbridge.kit.part;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.BedsideNote;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.LabResult;
import org.paperbridge.form.census.Letter;
import org.paperbridge.form.census.PastExam;
import org.paperbridge.form.census.Patient;

/** Who lies where, with everything the census knows of them. */
public record Bed(
        Patient patient,
        Encounter encounter,
        List<ActiveDrug> drugs,
        List<LabResult> results,
        List<BedsideNote> notes,
        List<PastExam> exams,
        Optional<Letter> letter) {

    public Bed {
        drugs = List.copyOf(drugs);
        results = List.copyOf(results);
        notes = List.copyOf(notes);
        exams = List.copyOf(exams);
    }

    /** With running drugs only. */
    public Bed(Patient patient, Encounter encounter, List<ActiveDrug> drugs) {
        this(patient, encounter, drugs, List.of(), List.of(), List.of(), Optional.empty());
    }
}
