package org.paperbridge.backentry.hapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.paperbridge.backentry.Blocking;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.RecordDelivery;
import org.paperbridge.backentry.RecordRefusedException;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.backentry.SendingOrder;
import org.paperbridge.form.record.ClinicalRecord;

/**
 * One transaction a page; when the server refuses it, one a record, so that a single refused value does not hold the
 * rest of the page back.
 */
public final class FhirSender implements RecordSender {

    private final String name;
    private final FhirBundles bundles;
    private final FhirEndpoint endpoint;

    public FhirSender(String name, FhirBundles bundles, FhirEndpoint endpoint) {
        this.name = name;
        this.bundles = bundles;
        this.endpoint = endpoint;
    }

    @Override
    public String destination() {
        return name;
    }

    @Override
    public List<RecordDelivery> send(List<ClinicalRecord> records) {
        List<RecordDelivery> results = new ArrayList<>();
        Optional<String> blockedBy = Optional.empty();
        for (List<ClinicalRecord> page : pages(SendingOrder.sort(records))) {
            if (blockedBy.isEmpty()) {
                List<RecordDelivery> sent = page.size() == 1 ? List.of(one(page.getFirst())) : sendPage(page);
                results.addAll(sent);
                blockedBy = Blocking.first(page, sent);
            } else {
                results.addAll(Blocking.waiting(page, blockedBy.get()));
            }
        }
        return results;
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private List<RecordDelivery> sendPage(List<ClinicalRecord> page) {
        try {
            FhirEndpoint.Answer answer = endpoint.post(bundles.transaction(page));
            if (!(answer.result() instanceof DeliveryResult.Rejected)) {
                return page.stream().map(record -> delivery(record, answer)).toList();
            }
        } catch (RecordRefusedException e) {
            // one of them; the records say which when they go one by one
        }
        List<RecordDelivery> results = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            results.add(one(page.get(i)));
            Optional<String> blockedBy = Blocking.first(List.of(page.get(i)), List.of(results.getLast()));
            if (blockedBy.isPresent()) {
                results.addAll(Blocking.waiting(page.subList(i + 1, page.size()), blockedBy.get()));
                return results;
            }
        }
        return results;
    }

    private RecordDelivery one(ClinicalRecord record) {
        try {
            Bundle bundle = bundles.transaction(List.of(record));
            return delivery(record, endpoint.post(bundle));
        } catch (RecordRefusedException e) {
            return new RecordDelivery(record.id(), new DeliveryResult.Rejected(e.reason()));
        }
    }

    private static RecordDelivery delivery(ClinicalRecord record, FhirEndpoint.Answer answer) {
        String url =
                FhirNames.fullUrl(SendingOrder.opensStay(record) ? FhirNames.stay(record) : "record:" + record.id());
        return new RecordDelivery(
                record.id(),
                answer.result() instanceof DeliveryResult.Accepted
                        ? new DeliveryResult.Accepted(answer.locations().getOrDefault(url, ""))
                        : answer.result());
    }

    /** Runs of one page, in order. */
    private static List<List<ClinicalRecord>> pages(List<ClinicalRecord> sorted) {
        List<List<ClinicalRecord>> pages = new ArrayList<>();
        for (ClinicalRecord record : sorted) {
            boolean samePage = !pages.isEmpty()
                    && pages.getLast().getLast().proof().equals(record.proof())
                    && pages.getLast().getLast().patientId().equals(record.patientId());
            if (!samePage) {
                pages.add(new ArrayList<>());
            }
            pages.getLast().add(record);
        }
        return pages;
    }
}
