package org.paperbridge.backentry;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.record.ClinicalRecord;

/** Which failures hold back the rest of a stay: a silent receiver, and a refused admission. */
public final class Blocking {

    private Blocking() {}

    /** The first record of these that everything later must wait for. */
    public static Optional<String> first(List<ClinicalRecord> records, List<RecordDelivery> results) {
        for (RecordDelivery result : results) {
            boolean admission = records.stream()
                    .anyMatch(record -> record.id().equals(result.record()) && SendingOrder.opensStay(record));
            boolean blocks = switch (result.result()) {
                case DeliveryResult.Accepted accepted -> false;
                case DeliveryResult.Rejected rejected -> admission;
                case DeliveryResult.Retry retry -> true;
            };
            if (blocks) {
                return Optional.of(result.record());
            }
        }
        return Optional.empty();
    }

    /** Records that were not tried. */
    public static List<RecordDelivery> waiting(List<ClinicalRecord> records, String blockedBy) {
        return records.stream()
                .map(record -> new RecordDelivery(record.id(), new DeliveryResult.Retry(Reasons.waits(blockedBy))))
                .toList();
    }
}
