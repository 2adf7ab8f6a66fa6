package org.paperbridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paperbridge.validation.SmallForm.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.store.sql.Outbox;
import org.paperbridge.validation.SmallForm;
import org.paperbridge.validation.audit.AuditEntry;
import org.paperbridge.validation.delivery.DestinationCounts;
import org.paperbridge.validation.delivery.ParkedDelivery;

/** FEATURE UNDER TEST: what a person sees and does about records that did not arrive. */
abstract class DeliveriesContract {

    private static final Duration LEASE = Duration.ofMinutes(5);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private final WardClock clock = new WardClock(Instant.parse("2026-09-22T12:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    private Store store;

    abstract StoreSettings settings();

    @BeforeEach
    void openStore() {
        store = TestStore.open(settings(), home, clock);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void everyDestinationIsListedWithWhatBecameOfItsRecords() throws IOException {
        assertThat(store.deliveries().count()).containsExactly(quiet("billing", 0, 0, 0, 0), quiet("fhir", 0, 0, 0, 0));
        release("AAAAAAAAAA");
        Outbox.Due first = due("fhir");
        store.outbox().retry(first, "unreachable");

        DestinationCounts fhir = counts("fhir");
        assertThat(fhir.waiting()).isEqualTo(2);
        assertThat(fhir.trouble()).contains("unreachable");
        assertThat(fhir.triedAgainAt()).contains(clock.instant().plusSeconds(2));
        assertThat(counts("billing").waiting()).isEqualTo(2);
    }

    @Test
    void aParkedRecordIsSentAgainBeforeLaterOnesOfItsStay() throws IOException {
        release("AAAAAAAAAA");
        Outbox.Due first = due("fhir");
        store.outbox().park(first, "refused");
        ParkedDelivery parked = onlyParked();
        assertThat(parked.reason()).isEqualTo("refused");
        assertThat(parked.form()).contains(SmallForm.REF);
        assertThat(parked.record()).isEqualTo(first.record());

        assertThat(store.deliveries().resend(parked.position(), "ada")).isTrue();
        assertThat(store.deliveries().resend(parked.position(), "bob"))
                .as("twice")
                .isFalse();

        Outbox.Due again = due("fhir");
        assertThat(again.record()).isEqualTo(first.record());
        assertThat(again.attempt()).as("patience begins anew").isEqualTo(1);
        assertThat(said("resend-delivery")).isEqualTo("ada: " + first.record().id());
    }

    @Test
    void allOfOneReasonAreSentAgainAtOnceAndNoOthers() throws IOException {
        release("AAAAAAAAAA");
        store.outbox().park(due("fhir"), "refused");
        store.outbox().park(due("fhir"), "several-matches");

        assertThat(store.deliveries().resend("fhir", "refused", "ada")).isEqualTo(1);
        assertThat(store.deliveries().resend("fhir", "refused", "ada")).isZero();
        assertThat(onlyParked().reason()).isEqualTo("several-matches");
        assertThat(said("resend-deliveries")).isEqualTo("ada: fhir");
    }

    @Test
    void whatSomebodyKeyedAtTheReceiverIsNoLongerParked() throws IOException {
        release("AAAAAAAAAA");
        store.outbox().park(due("fhir"), "refused");
        ParkedDelivery parked = onlyParked();

        assertThat(store.deliveries().enteredByHand(parked.position(), "ada")).isTrue();
        assertThat(store.deliveries().enteredByHand(parked.position(), "ada")).isFalse();
        assertThat(store.deliveries().resend(parked.position(), "ada"))
                .as("it would arrive twice")
                .isFalse();
        assertThat(counts("fhir").byHand()).isEqualTo(1);
        assertThat(store.deliveries().findParked(parked.position())).isEmpty();
        assertThat(said("entered-by-hand")).isEqualTo("ada: " + parked.record().id());
    }

    @Test
    void aSecondRecordOfOneFactIsNeverSentByItself() throws IOException {
        release("AAAAAAAAAA");
        store.outbox().park(due("fhir"), ParkedDelivery.CHANGED);

        assertThat(store.deliveries().resend(onlyParked().position(), "ada")).isFalse();
        assertThat(store.deliveries().resend("fhir", ParkedDelivery.CHANGED, "ada"))
                .isZero();
        assertThat(onlyParked().mayBeResent()).isFalse();
    }

    @Test
    void aPausedDestinationGetsNothingUntilItGoesOn() throws IOException {
        release("AAAAAAAAAA");
        store.deliveries().pause("fhir", "ada");
        store.deliveries().pause("fhir", "bob");

        assertThat(dueOrNone("fhir")).isEmpty();
        assertThat(counts("fhir").pause()).contains(new DestinationCounts.Pause("ada", clock.instant()));
        assertThat(counts("billing").acknowledged()).as("others go on").isEqualTo(2);

        store.deliveries().resume("fhir", "bob");
        store.deliveries().resume("fhir", "bob");
        assertThat(dueOrNone("fhir")).isPresent();
        assertThat(store.audit().list(0, 100))
                .extracting(AuditEntry::action)
                .containsOnlyOnce("pause-destination")
                .containsOnlyOnce("resume-destination");
    }

    private void release(String serial) throws IOException {
        store.originals()
                .receive(
                        store.objects().put(new ByteArrayInputStream(serial.getBytes(StandardCharsets.UTF_8))),
                        serial + ".pdf",
                        "scan-folder");
        ScanRef scan =
                new ScanRef(store.originals().lease("w", LEASE).orElseThrow().original(), 0);
        store.originals().split(scan.original(), 1);
        assertThat(store.scans().lease("w", 1, LEASE)).isNotEmpty();
        PageIdentity identity = SmallForm.identity(serial);
        PageOutcome.Read page = SmallForm.page(
                serial, read("pulse-1", 0.9999, "72"), read("pulse-band-1", 1, "normal"), read("signs", 0.999, "pain"));
        assertThat(store.scans()
                        .keep(
                                "w",
                                scan,
                                new PageOutcome.Read(identity, page.registration(), page.readings()),
                                Set.of(),
                                12.5))
                .isTrue();
        store.scans().judge(scan, TestStore.judge());
        assertThat(store.releases().releaseByPolicy(scan)).isTrue();
    }

    private static DestinationCounts quiet(String name, long waiting, long acknowledged, long parked, long byHand) {
        return new DestinationCounts(
                name, waiting, acknowledged, parked, byHand, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private DestinationCounts counts(String destination) {
        return store.deliveries().count().stream()
                .filter(d -> d.destination().equals(destination))
                .findFirst()
                .orElseThrow();
    }

    private ParkedDelivery onlyParked() {
        List<ParkedDelivery> parked = store.deliveries().listParked(10);
        assertThat(parked).hasSize(1);
        assertThat(store.deliveries().findParked(parked.getFirst().position())).contains(parked.getFirst());
        return parked.getFirst();
    }

    /** Who did it to what. */
    private String said(String action) {
        return store.audit().list(0, 100).stream()
                .filter(e -> e.action().equals(action))
                .map(e -> e.actor() + ": " + e.subject())
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
    }

    private Outbox.Due due(String destination) {
        return dueOrNone(destination).orElseThrow();
    }

    private Optional<Outbox.Due> dueOrNone(String destination) {
        while (true) {
            Optional<Outbox.Due> due = store.outbox().lease("sender", LEASE);
            if (due.isEmpty() || due.get().destination().equals(destination)) {
                return due;
            }
            store.outbox().acknowledge(due.get(), "");
        }
    }
}
