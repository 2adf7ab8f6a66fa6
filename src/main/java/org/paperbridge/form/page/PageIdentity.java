package org.paperbridge.form.page;

import java.time.Instant;
import java.util.Optional;
import org.paperbridge.form.layout.FormRef;

/**
 * Which printed page this is.
 *
 * @param site number of the hospital that printed it
 * @param form form and version
 * @param fingerprint geometry fingerprint the page was printed with, 24 bits
 * @param serial serial of the printed form, ten Crockford base-32 characters
 * @param page from 1
 * @param copy from 1; the pharmacy copy of a prescription is copy 2
 * @param issuedAt when it was printed, to the minute; 1970 when a person only knew its form
 * @param patientId hospital patient number (IPP); empty on blank forms
 * @param encounterId visit number (NDA); empty when unknown at printing
 * @param by how it was identified
 */
public record PageIdentity(
        int site,
        FormRef form,
        int fingerprint,
        String serial,
        int page,
        int copy,
        Instant issuedAt,
        Optional<String> patientId,
        Optional<String> encounterId,
        IdentifiedBy by) {

    public enum IdentifiedBy {
        PAGE_CODE,
        SHORT_CODE,
        REVIEWER
    }
}
