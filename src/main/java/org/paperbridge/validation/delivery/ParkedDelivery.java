package org.paperbridge.validation.delivery;

import java.time.Instant;
import java.util.Optional;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * A record that a destination does not have and that waits for a person.
 *
 * @param position names the delivery
 * @param reason code of what the receiver, or the sender before it, has against it
 * @param form of the page it was read from
 */
public record ParkedDelivery(
        long position,
        String destination,
        String reason,
        Instant releasedAt,
        Optional<FormRef> form,
        ClinicalRecord record) {

    /** The reason of a record that was sent before and now says something else. */
    public static final String CHANGED = "changed-after-release";

    /** Whether sending it again could be right. */
    public boolean mayBeResent() {
        return !reason.equals(CHANGED);
    }
}
