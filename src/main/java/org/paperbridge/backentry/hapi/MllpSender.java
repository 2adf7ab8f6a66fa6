package org.paperbridge.backentry.hapi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.backentry.Blocking;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.Destination;
import org.paperbridge.backentry.Reasons;
import org.paperbridge.backentry.RecordDelivery;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.backentry.SendingOrder;
import org.paperbridge.form.record.ClinicalRecord;

/** One message a record, each acknowledged before the next. */
public final class MllpSender implements RecordSender {

    private final String name;
    private final Hl7Messages messages;
    private final MllpConnection connection;

    public MllpSender(Destination.Hl7v2 destination, Hl7Messages messages) {
        this.name = destination.name();
        this.messages = messages;
        this.connection = new MllpConnection(destination);
    }

    @Override
    public String destination() {
        return name;
    }

    @Override
    public synchronized List<RecordDelivery> send(List<ClinicalRecord> records) {
        List<ClinicalRecord> sorted = SendingOrder.sort(records);
        List<RecordDelivery> results = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            ClinicalRecord record = sorted.get(i);
            results.add(new RecordDelivery(record.id(), one(record)));
            Optional<String> blockedBy = Blocking.first(List.of(record), List.of(results.getLast()));
            if (blockedBy.isPresent()) {
                results.addAll(Blocking.waiting(sorted.subList(i + 1, sorted.size()), blockedBy.get()));
                return results;
            }
        }
        return results;
    }

    @Override
    public void close() {
        connection.close();
    }

    private DeliveryResult one(ClinicalRecord record) {
        Hl7Messages.Encoded message;
        byte[] bytes;
        try {
            message = messages.encode(record);
            bytes = messages.bytes(message);
        } catch (RecordRefusedException e) {
            return new DeliveryResult.Rejected(e.reason());
        }
        try {
            String answer = new String(connection.exchange(bytes), messages.charset());
            DeliveryResult result = Acknowledgement.judge(answer, message.controlId());
            if (result instanceof DeliveryResult.Retry) {
                connection.close();
            }
            return result;
        } catch (IOException e) {
            return new DeliveryResult.Retry(Reasons.unreachable());
        }
    }
}
