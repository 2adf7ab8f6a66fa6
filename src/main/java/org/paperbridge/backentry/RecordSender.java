package org.paperbridge.backentry;

import java.util.List;
import org.paperbridge.form.record.ClinicalRecord;

/** One destination. Sending a record twice changes nothing at the receiver. */
public interface RecordSender extends AutoCloseable {

    /** Name of the destination, as configured. */
    String destination();

    /**
     * Sends records of one encounter, admission first and then by time at the bedside, whatever the order given.
     *
     * <p>A refused record does not stop the others, unless it is the admission: what follows needs the stay. When the
     * receiver is not there, everything not yet sent comes back as {@link DeliveryResult.Retry}.
     *
     * @return one result for every record, in the order tried
     */
    List<RecordDelivery> send(List<ClinicalRecord> records);

    @Override
    void close();
}
