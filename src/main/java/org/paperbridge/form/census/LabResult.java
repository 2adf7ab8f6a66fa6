package org.paperbridge.form.census;

import java.time.Instant;
import java.util.Optional;

/**
 * One laboratory value, to be printed on the page of last results.
 *
 * @param test name as printed
 * @param code LOINC or the laboratory's own
 * @param value as the laboratory wrote it
 * @param unit as the laboratory wrote it
 * @param range reference interval as printed
 * @param flag {@code H}, {@code L}, {@code HH}, … as the laboratory wrote it
 * @param at when the sample was taken, else when the result was given
 */
public record LabResult(
        String patientId,
        String test,
        Optional<String> code,
        String value,
        Optional<String> unit,
        Optional<String> range,
        Optional<String> flag,
        Instant at) {

    /** The same value under the number that survived a merge. */
    public LabResult under(String patient) {
        return new LabResult(patient, test, code, value, unit, range, flag, at);
    }
}
