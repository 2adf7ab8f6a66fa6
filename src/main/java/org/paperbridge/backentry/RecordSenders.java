package org.paperbridge.backentry;

import org.paperbridge.backentry.csv.BillingCsv;
import org.paperbridge.backentry.hapi.FhirBundles;
import org.paperbridge.backentry.hapi.FhirEndpoint;
import org.paperbridge.backentry.hapi.FhirSender;
import org.paperbridge.backentry.hapi.Hl7Messages;
import org.paperbridge.backentry.hapi.MllpSender;

/** Configured destinations to senders. */
public final class RecordSenders {

    private final BackEntrySite site;
    private final KnownPatients patients;
    private final ProofImages images;

    public RecordSenders(BackEntrySite site, KnownPatients patients, ProofImages images) {
        this.site = site;
        this.patients = patients;
        this.images = images;
    }

    /** Nothing is connected before the first record is sent. */
    public RecordSender open(Destination destination) {
        return switch (destination) {
            case Destination.Fhir fhir ->
                new FhirSender(fhir.name(), new FhirBundles(site, images), new FhirEndpoint(fhir));
            case Destination.Hl7v2 hl7 -> new MllpSender(hl7, new Hl7Messages(site, hl7, patients));
            case Destination.Csv csv -> new BillingCsv(csv.name(), csv.file(), site);
        };
    }
}
