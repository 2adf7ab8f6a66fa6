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
 */
public record PrintedForm(
        int site,
        String serial,
        FormRef form,
        int fingerprint,
        Instant issuedAt,
        Optional<String> patientId,
        Optional<String> encounterId) {}
