package org.paperbridge.form.census;

import java.time.Instant;
import java.util.Optional;

/**
 * An imaging exam that was done.
 *
 * @param exam name as printed
 * @param conclusion what the report concludes, else the report; empty when none came
 */
public record PastExam(String patientId, String exam, Optional<Instant> at, Optional<String> conclusion) {

    /** The same exam under the number that survived a merge. */
    public PastExam under(String patient) {
        return new PastExam(patient, exam, at, conclusion);
    }
}
