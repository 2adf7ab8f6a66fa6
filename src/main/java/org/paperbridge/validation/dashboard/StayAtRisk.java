package org.paperbridge.validation.dashboard;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stay that cannot be billed yet, by what its paper says.
 *
 * @param sheet serial of one of its sheets, which names it without saying whose it is
 * @param patientId empty when the paper was printed for nobody, and for those who may not see patients
 * @param encounterId visit number; empty like the patient, or when the paper does not say it
 * @param unit code; empty when no sheet of it is in a registry here
 * @param since when its first billing page came in
 * @param lacks in the order of its sheets and pages; never empty
 */
public record StayAtRisk(
        String sheet,
        Optional<String> patientId,
        Optional<String> encounterId,
        String unit,
        Instant since,
        List<Lack> lacks) {

    public StayAtRisk {
        lacks = List.copyOf(lacks);
    }
}
