package org.paperbridge.backentry.hapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.Destination;
import org.paperbridge.backentry.ProofImages;
import org.paperbridge.backentry.RecordDelivery;
import org.paperbridge.backentry.SampleRecords;
import org.paperbridge.demo.hapi.FhirReceiver;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.record.ClinicalRecord;

final class FhirSenderTest {

    private static final List<ClinicalRecord> RECORDS = List.of(
            SampleRecords.pulse("72"),
            SampleRecords.order(Map.of()),
            SampleRecords.admission(Map.of()),
            SampleRecords.onPage(SampleRecords.pressure(), 2));

    private final FhirReceiver receiver = new FhirReceiver(0);

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void sendingTwiceLeavesEachRecordOnce() {
        try (FhirSender sender = sender(receiver.url())) {
            List<RecordDelivery> first = sender.send(RECORDS);
            Map<String, Integer> counts = receiver.counts();
            List<RecordDelivery> second = sender.send(RECORDS);
            assertThat(first).allMatch(FhirSenderTest::accepted);
            assertThat(first.getFirst().record()).endsWith("-admission");
            assertThat(second).isEqualTo(first);
            assertThat(receiver.counts()).isEqualTo(counts);
        }
        assertThat(receiver.counts())
                .containsEntry("Patient", 1)
                .containsEntry("Encounter", 1)
                .containsEntry("Observation", 2)
                .containsEntry("Provenance", 4);
        RECORDS.forEach(record ->
                assertThat(receiver.holding(FhirNames.PROVENANCE, record.id())).isEqualTo(1));
    }

    @Test
    void aKnownPatientIsFoundNotCreated() {
        receiver.knows(census(1), SampleRecords.SITE.patientSystem(), SampleRecords.SITE.encounterSystem());
        try (FhirSender sender = sender(receiver.url())) {
            assertThat(sender.send(List.of(SampleRecords.pulse("72")))).allMatch(FhirSenderTest::accepted);
        }
        assertThat(receiver.counts()).containsEntry("Patient", 1).containsEntry("Encounter", 1);
    }

    @Test
    void twoPatientsWithOneNumberAreWorkForAPersonNeverARetry() {
        receiver.knows(census(2), SampleRecords.SITE.patientSystem(), SampleRecords.SITE.encounterSystem());
        try (FhirSender sender = sender(receiver.url())) {
            assertThat(code(sender.send(List.of(SampleRecords.pulse("72"))).getFirst()))
                    .isEqualTo("rejected several-matches");
        }
        assertThat(receiver.counts()).doesNotContainKey("Observation");
    }

    @Test
    void oneRefusedValueDoesNotHoldThePageBack() {
        try (FhirSender sender = sender(receiver.url())) {
            List<RecordDelivery> results = sender.send(List.of(
                    SampleRecords.admission(Map.of()), SampleRecords.pulse("7Z"), SampleRecords.order(Map.of())));
            assertThat(results)
                    .extracting(FhirSenderTest::code)
                    .containsExactly("accepted", "accepted", "rejected not-a-number");
        }
    }

    @Test
    void aRefusedAdmissionHoldsTheStayBack() {
        try (FhirSender sender = sender(receiver.url())) {
            List<RecordDelivery> results = sender.send(List.of(
                    SampleRecords.admission(Map.of("birth-name", "", "given-name", "")),
                    SampleRecords.onPage(SampleRecords.pulse("72"), 2)));
            assertThat(results).extracting(FhirSenderTest::code).containsExactly("rejected no-name", "retry waits");
        }
        assertThat(receiver.counts()).isEmpty();
    }

    @Test
    void aReceiverThatIsNotThereIsTriedLaterAndNothingIsLost() {
        URI gone = receiver.url();
        receiver.close();
        try (FhirSender sender = sender(gone)) {
            assertThat(sender.send(RECORDS))
                    .hasSize(4)
                    .extracting(FhirSenderTest::code)
                    .containsExactly("retry unreachable", "retry waits", "retry waits", "retry waits");
        }
        try (FhirReceiver back = new FhirReceiver(gone.getPort());
                FhirSender sender = sender(gone)) {
            assertThat(sender.send(RECORDS)).allMatch(FhirSenderTest::accepted);
            assertThat(back.counts()).containsEntry("Provenance", 4);
        }
    }

    @ParameterizedTest(name = "HTTP {0} is {1}")
    @CsvSource({
        "400, rejected refused",
        "404, rejected refused",
        "412, rejected several-matches",
        "422, rejected refused",
        "401, retry not-authorised",
        "409, retry busy",
        "429, retry busy",
        "500, retry busy",
        "503, retry busy",
        "200, retry unclear-answer",
        "302, retry unclear-answer"
    })
    void statusesHaveNamedOutcomes(int status, String outcome) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] words = "DEMO-ÉCLAIR refused".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, words.length);
            exchange.getResponseBody().write(words);
            exchange.close();
        });
        server.start();
        try (FhirSender sender =
                sender(URI.create("http://localhost:" + server.getAddress().getPort() + "/"))) {
            RecordDelivery result =
                    sender.send(List.of(SampleRecords.pulse("72"))).getFirst();
            assertThat(code(result)).isEqualTo(outcome);
            assertThat(result.toString()).doesNotContain("DEMO-");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aServerThatStoredButWhoseAnswerWasLostHoldsEachRecordOnceAfterTheRetry() throws IOException {
        HttpServer cutter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        cutter.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            java.net.HttpURLConnection real =
                    (java.net.HttpURLConnection) receiver.url().toURL().openConnection();
            real.setDoOutput(true);
            real.getOutputStream().write(body);
            assertThat(real.getResponseCode()).isEqualTo(200);
            exchange.close();
        });
        cutter.start();
        List<ClinicalRecord> page = RECORDS.subList(0, 3);
        try (FhirSender lossy =
                sender(URI.create("http://localhost:" + cutter.getAddress().getPort() + "/"))) {
            assertThat(lossy.send(page)).extracting(FhirSenderTest::code).containsOnly("retry unreachable");
        } finally {
            cutter.stop(0);
        }
        Map<String, Integer> stored = receiver.counts();
        assertThat(stored).containsEntry("Provenance", 3);
        try (FhirSender sender = sender(receiver.url())) {
            assertThat(sender.send(page)).allMatch(FhirSenderTest::accepted);
        }
        assertThat(receiver.counts()).isEqualTo(stored);
    }

    private static FhirSender sender(URI url) {
        return new FhirSender(
                "ehr",
                new FhirBundles(SampleRecords.SITE, ProofImages.NONE),
                new FhirEndpoint(new Destination.Fhir("ehr", url, Optional.empty(), Duration.ofSeconds(5))));
    }

    private static boolean accepted(RecordDelivery delivery) {
        return delivery.result() instanceof DeliveryResult.Accepted ok
                && ok.receipt().contains("/_history/");
    }

    static String code(RecordDelivery delivery) {
        return switch (delivery.result()) {
            case DeliveryResult.Accepted accepted -> "accepted";
            case DeliveryResult.Rejected rejected ->
                "rejected " + rejected.reason().code();
            case DeliveryResult.Retry retry -> "retry " + retry.reason().code();
        };
    }

    private static Census census(int copies) {
        Patient patient = new Patient(
                "90010181",
                "DEMO-ALOUETTE",
                Optional.empty(),
                List.of("ANATOLE"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty());
        Encounter stay = new Encounter(
                "269020189",
                "90010181",
                "CARD",
                Optional.empty(),
                Optional.of(LocalDateTime.of(2026, 11, 16, 7, 0)),
                Optional.empty());
        return new Census(
                Instant.EPOCH, List.of(), java.util.Collections.nCopies(copies, patient), List.of(stay), List.of());
    }
}
