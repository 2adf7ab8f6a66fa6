package org.paperbridge.census;

import java.time.Instant;
import java.util.Optional;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.BedsideNote;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.LabResult;
import org.paperbridge.form.census.Letter;
import org.paperbridge.form.census.PastExam;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;

/** What one message or resource says about who is where. */
public sealed interface CensusFact {

    /** Traits of a person; what is absent leaves what was known before. */
    record PersonKnown(Patient patient) implements CensusFact {}

    /** Two numbers were one person; the retired number lives on under the survivor's. */
    record PersonMerged(String survivor, String retired) implements CensusFact {}

    /** A stay begins here, or begins again. */
    record StayOpened(Encounter stay) implements CensusFact {}

    /** The patient is now elsewhere. */
    record StayMoved(Encounter stay) implements CensusFact {}

    /** Details of a stay were corrected in place. */
    record StayUpdated(Encounter stay) implements CensusFact {}

    /** The last move did not happen. */
    record MoveCancelled(String stay) implements CensusFact {}

    record StayEnded(String stay) implements CensusFact {}

    /** The patient had not left after all. */
    record EndCancelled(String stay) implements CensusFact {}

    /** The stay never began. */
    record StayCancelled(String stay) implements CensusFact {}

    record AllergyKnown(String patient, String text) implements CensusFact {}

    /** Somebody asked, and there is none: not the same as silence. */
    record NoAllergyKnown(String patient) implements CensusFact {}

    /**
     * @param kilograms last weight, kg
     * @param at when it was taken, where the source says so
     */
    record WeightKnown(String patient, double kilograms, Optional<Instant> at) implements CensusFact {}

    /** @param key the same note again replaces the one before: its identifier, else what it is about */
    record NoteKnown(String key, BedsideNote note) implements CensusFact {}

    /** What was noted no longer holds, or never did. */
    record NoteEnded(String key) implements CensusFact {}

    /** @param key of the exam; a corrected report replaces the one before */
    record ExamKnown(String key, PastExam exam) implements CensusFact {}

    record ExamCancelled(String key) implements CensusFact {}

    /** @param key of the document; a new version replaces the one before */
    record LetterKnown(String key, Letter letter) implements CensusFact {}

    record LetterCancelled(String key) implements CensusFact {}

    /** @param order number of the prescription, which a change or a stop names again; empty when there is none */
    record DrugRunning(ActiveDrug drug, String order) implements CensusFact {
        public DrugRunning(ActiveDrug drug) {
            this(drug, "");
        }
    }

    /**
     * A prescription ended, or is on hold.
     *
     * @param order its number; empty when the message gives none
     * @param drug code or name, for prescriptions that were never numbered
     */
    record DrugStopped(String patient, String order, Optional<String> drug) implements CensusFact {}

    /** A laboratory value. */
    record ResultKnown(LabResult result) implements CensusFact {}

    /** A ward; it gets a kit even while nobody is there. */
    record UnitKnown(Unit unit) implements CensusFact {}

    /** A place that may be a ward, a clinic or a whole site: a ward once somebody lies there. */
    record PlaceNamed(Unit place) implements CensusFact {}
}
