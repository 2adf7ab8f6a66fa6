package org.paperbridge.form.record;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.BackEntryTarget;
import org.paperbridge.form.page.ScanRef;

/**
 * A clinical fact released from one row, column or block of a page.
 *
 * @param id deterministic: site, serial, page, copy-independent target id, e.g. {@code 1-K7QM3F9TX0-1-pulse-3}
 * @param target what it becomes
 * @param values role to decided value, several ticks joined with a comma; blank roles are absent
 * @param patientId hospital patient number
 * @param encounterId visit number
 * @param occurredAt when it happened at the bedside; empty when the paper does not say
 * @param recordedAt when a reviewer released it
 * @param author who wrote it on paper, as an identifier (RPPS), when known
 * @param enteredBy reviewer account, or {@code policy} when nobody had to look
 * @param proof scan it was read from
 * @param page page number of the form, for the crop
 */
public record ClinicalRecord(
        String id,
        BackEntryTarget target,
        Map<String, String> values,
        String patientId,
        Optional<String> encounterId,
        Optional<Instant> occurredAt,
        Instant recordedAt,
        Optional<String> author,
        String enteredBy,
        ScanRef proof,
        int page) {

    public ClinicalRecord {
        values = Map.copyOf(values);
    }

    /** The same fact under another id. */
    public ClinicalRecord named(String other) {
        return new ClinicalRecord(
                other, target, values, patientId, encounterId, occurredAt, recordedAt, author, enteredBy, proof, page);
    }
}
