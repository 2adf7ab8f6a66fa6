package org.paperbridge.form.census;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing to know at the bedside, printed as its source wrote it. A kind of which there is no note is unknown, never
 * none.
 *
 * @param text empty when the source says explicitly that there is none
 * @param at since when, or when it was written down
 */
public record BedsideNote(String patientId, Kind kind, Optional<String> text, Optional<Instant> at) {

    public enum Kind {
        /** A diagnosis or problem that is open. */
        PROBLEM,
        /** Isolation and additional precautions. */
        ISOLATION,
        /** What was decided about resuscitation and limits of treatment. */
        CODE_STATUS,
        DIET,
        /** Implants, lines, catheters. */
        DEVICE,
        /** A warning of no kind above. */
        ALERT,
        /** Whom to call: name, tie, phone. */
        CONTACT
    }

    public static BedsideNote of(String patient, Kind kind, String text, Optional<Instant> at) {
        return new BedsideNote(patient, kind, Optional.of(text), at);
    }

    /** Somebody asked, and there is none. */
    public static BedsideNote none(String patient, Kind kind, Optional<Instant> at) {
        return new BedsideNote(patient, kind, Optional.empty(), at);
    }

    /** The same note under the number that survived a merge. */
    public BedsideNote under(String patient) {
        return new BedsideNote(patient, kind, text, at);
    }
}
