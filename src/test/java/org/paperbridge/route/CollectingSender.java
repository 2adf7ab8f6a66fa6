package org.paperbridge.route;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.paperbridge.backentry.DeliveryReason;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.RecordDelivery;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.form.record.ClinicalRecord;

/** A destination that counts what it gets, and is away for the first few tries. */
final class CollectingSender implements RecordSender {

    private final String name;
    private final AtomicInteger awayFor;
    final Map<String, Integer> received = new ConcurrentHashMap<>();

    CollectingSender(String name, int awayFor) {
        this.name = name;
        this.awayFor = new AtomicInteger(awayFor);
    }

    @Override
    public String destination() {
        return name;
    }

    @Override
    public List<RecordDelivery> send(List<ClinicalRecord> records) {
        return records.stream().map(r -> new RecordDelivery(r.id(), send(r))).toList();
    }

    private DeliveryResult send(ClinicalRecord record) {
        if (awayFor.getAndDecrement() > 0) {
            return new DeliveryResult.Retry(DeliveryReason.of("away", "Absent.", "Away."));
        }
        received.merge(record.id(), 1, Integer::sum);
        return new DeliveryResult.Accepted("receipt-" + record.id());
    }

    @Override
    public void close() {}
}
