package org.paperbridge.form.census;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A stay.
 *
 * @param id visit number (NDA, PV1-19)
 * @param patientId whose
 * @param unit unit code, e.g. {@code CARD}
 * @param bed room and bed as printed, e.g. {@code 214-B}
 * @param admittedAt ward time
 * @param attending as printed
 */
public record Encounter(
        String id,
        String patientId,
        String unit,
        Optional<String> bed,
        Optional<LocalDateTime> admittedAt,
        Optional<String> attending) {}
