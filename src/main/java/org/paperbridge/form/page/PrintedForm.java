package org.paperbridge.form.page;

import java.time.Instant;
import java.util.Optional;
import org.paperbridge.form.layout.FormRef;

/**
 * A form as it left the printer.
 *
 * @param site number of the hospital that printed it
 * @param serial ten Crockford base-32 characters
 * @param fingerprint geometry fingerprint it was printed with, 24 bits
 * @param issuedAt when it was printed, to the minute
 * @param patientId hospital patient number; empty on blank forms
 * @param encounterId visit number
 * @param copy 1 for the original; copies of a sheet share its serial
 */
public record PrintedForm(
        int site,
        String serial,
        FormRef form,
        int fingerprint,
        Instant issuedAt,
        Optional<String> patientId,
        Optional<String> encounterId,
        int copy) {

    public PrintedForm {
        copy = Math.max(1, copy); // sheets kept before there were copies say none
    }

    /** An original. */
    public PrintedForm(
            int site,
            String serial,
            FormRef form,
            int fingerprint,
            Instant issuedAt,
            Optional<String> patientId,
            Optional<String> encounterId) {
        this(site, serial, form, fingerprint, issuedAt, patientId, encounterId, 1);
    }
}
