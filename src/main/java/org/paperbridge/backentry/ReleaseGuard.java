package org.paperbridge.backentry;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * The last gate before a wire: a record leaves only if a release made it.
 *
 * <p>Mappings read nothing but a record's decided values, and every value must belong to a field of the record's own
 * target, so a field that nobody released has no way out.
 */
public final class ReleaseGuard {

    /** Ward clocks run ahead; more than this is a wrong day, not a wrong clock. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    private ReleaseGuard() {}

    /** @throws RecordRefusedException when the record is not wholly released */
    public static void check(ClinicalRecord record) {
        Map<String, String> fields = record.target().fields();
        Set<String> roles = record.values().keySet();
        boolean foreign = !fields.keySet().containsAll(roles);
        boolean missing = record.target().needs().stream()
                .anyMatch(need -> fields.entrySet().stream()
                        .noneMatch(field -> field.getValue().equals(need) && roles.contains(field.getKey())));
        boolean unsigned = record.enteredBy().isBlank()
                || record.occurredAt()
                        .filter(at -> at.isAfter(record.recordedAt().plus(CLOCK_SKEW)))
                        .isPresent();
        if (foreign || missing || unsigned || roles.isEmpty()) {
            throw new RecordRefusedException(
                    "not-released",
                    "Ce fait contient un champ non validé, ou est daté d'après sa validation : rien n'est envoyé.",
                    "This fact holds a field that was not released, or is dated after its release: nothing is sent.");
        }
        if (record.patientId().isBlank()) {
            throw new RecordRefusedException(
                    "no-patient", "Patient inconnu : rien n'est envoyé.", "Patient unknown: nothing is sent.");
        }
    }
}
