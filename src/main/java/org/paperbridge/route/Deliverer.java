package org.paperbridge.route;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.backentry.DeliveryReason;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.RecordDelivery;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.store.Store;
import org.paperbridge.store.sql.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due. What a destination says is kept before the next record is taken. */
public final class Deliverer {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);
    private static final Duration LEASE = Duration.ofMinutes(15);

    private final Store store;
    private final Map<String, RecordSender> senders = new HashMap<>();
    private final Crew crew;

    public Deliverer(Store store, List<RecordSender> senders, Crew crew) {
        this.store = store;
        senders.forEach(s -> this.senders.put(s.destination(), s));
        this.crew = crew;
    }

    /** @return how many deliveries were tried */
    public int sendDue() {
        int tried = 0;
        Optional<Outbox.Due> due = store.outbox().lease(crew.name(), LEASE);
        while (due.isPresent()) {
            send(due.get());
            tried++;
            due = store.outbox().lease(crew.name(), LEASE);
        }
        return tried;
    }

    private void send(Outbox.Due due) {
        RecordSender sender = senders.get(due.destination());
        if (sender == null) {
            settle(
                    due,
                    new DeliveryResult.Retry(DeliveryReason.of(
                            "no-such-destination", "Destination non configurée.", "Destination not configured.")));
            return;
        }
        List<RecordDelivery> results = sender.send(List.of(due.record()));
        settle(
                due,
                results.stream()
                        .filter(r -> r.record().equals(due.record().id()))
                        .map(RecordDelivery::result)
                        .findFirst()
                        .orElse(new DeliveryResult.Retry(DeliveryReason.of(
                                "no-answer", "Aucune réponse pour cet élément.", "No answer for this record."))));
    }

    private void settle(Outbox.Due due, DeliveryResult result) {
        switch (result) {
            case DeliveryResult.Accepted accepted -> store.outbox().acknowledge(due, accepted.receipt());
            case DeliveryResult.Retry retry -> {
                store.outbox().retry(due, retry.reason().code());
                LOG.info(
                        "{} to {}: try {} failed, {}",
                        due.record().id(),
                        due.destination(),
                        due.attempt(),
                        retry.reason().code());
            }
            case DeliveryResult.Rejected rejected -> {
                store.outbox().park(due, rejected.reason().code());
                LOG.warn(
                        "{} to {} parked: {}",
                        due.record().id(),
                        due.destination(),
                        rejected.reason().message("en"));
            }
        }
    }
}
