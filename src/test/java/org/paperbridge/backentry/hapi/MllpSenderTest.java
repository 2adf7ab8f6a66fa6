package org.paperbridge.backentry.hapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.FreePort;
import org.paperbridge.backentry.DeliveryResult;
import org.paperbridge.backentry.Destination;
import org.paperbridge.backentry.RecordDelivery;
import org.paperbridge.backentry.SampleRecords;
import org.paperbridge.demo.hapi.MllpReceiver;
import org.paperbridge.form.record.ClinicalRecord;

final class MllpSenderTest {

    private static final List<ClinicalRecord> RECORDS =
            List.of(SampleRecords.pulse("72"), SampleRecords.order(Map.of()), SampleRecords.admission(Map.of()));

    @Test
    void anIndependentReceiverHoldsEachRecordOnceWithItsAccents() {
        try (MllpReceiver receiver = new MllpReceiver(0);
                MllpSender sender = sender(receiver.port(), 5)) {
            List<RecordDelivery> first = sender.send(RECORDS);
            assertThat(first).extracting(FhirSenderTest::code).containsOnly("accepted");
            assertThat(first.getFirst().record()).endsWith("-admission");
            assertThat(sender.send(RECORDS)).isEqualTo(first);
            assertThat(receiver.received()).isEqualTo(6);
            assertThat(receiver.messages()).hasSize(3);
            assertThat(receiver.messages().getFirst()).contains("ADT^A01").contains("DEMO-ÉCLAIR");
            RECORDS.forEach(record -> assertThat(receiver.holding(record.id())).isEqualTo(1));
        }
    }

    @Test
    void aReceiverThatIsNotThereIsTriedLaterInOrder() {
        int port = FreePort.pick();
        try (MllpSender sender = sender(port, 2)) {
            assertThat(sender.send(RECORDS))
                    .extracting(FhirSenderTest::code)
                    .containsExactly("retry unreachable", "retry waits", "retry waits");
            try (MllpReceiver receiver = new MllpReceiver(port)) {
                assertThat(sender.send(RECORDS))
                        .extracting(FhirSenderTest::code)
                        .containsOnly("accepted");
                assertThat(receiver.messages()).hasSize(3);
            }
        }
    }

    @Test
    void aReceiverThatRestartsBetweenTwoSendingsIsFoundAgain() {
        MllpReceiver before = new MllpReceiver(0);
        try (MllpSender sender = sender(before.port(), 5)) {
            assertThat(sender.send(RECORDS)).extracting(FhirSenderTest::code).containsOnly("accepted");
            before.close();
            try (MllpReceiver after = new MllpReceiver(before.port())) {
                assertThat(sender.send(RECORDS))
                        .extracting(FhirSenderTest::code)
                        .containsOnly("accepted");
                assertThat(after.messages()).hasSize(3);
            }
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "MSA|AA|ID, accepted",
        "MSA|CA|ID, accepted",
        "MSA|AE|ID, rejected refused",
        "MSA|AR|ID, rejected refused",
        "MSA|AE|ID+ERR||PID^1|207^internal, retry busy",
        "MSA|AE|ID+ERR||PID^1|206^locked, retry busy",
        "MSA|AE|ID+ERR||PID^1|204^unknown DEMO-ECLAIR, rejected refused",
        "MSA|AA|SOMETHINGELSE, retry unclear-answer",
        "MSA|XX|ID, retry unclear-answer",
        "GARBAGE, retry unclear-answer"
    })
    void everyAnswerHasANamedOutcome(String answer, String outcome) throws IOException {
        try (Peer peer = new Peer(
                        id -> frame("MSH|^~\\&|X\r" + answer.replace("ID", id).replace('+', '\r')));
                MllpSender sender = sender(peer.port(), 2)) {
            RecordDelivery result =
                    sender.send(List.of(SampleRecords.pulse("72"))).getFirst();
            assertThat(FhirSenderTest.code(result)).isEqualTo(outcome);
            assertThat(result.toString()).doesNotContain("ECLAIR");
        }
    }

    @Test
    void aSilentAHalfAndAnEndlessAnswerAreTriedLater() throws IOException {
        for (String answer : List.of("", "\u000bMSH|^~", "no start byte")) {
            try (Peer peer = new Peer(id -> answer);
                    MllpSender sender = sender(peer.port(), 1)) {
                assertThat(FhirSenderTest.code(
                                sender.send(List.of(SampleRecords.pulse("72"))).getFirst()))
                        .isEqualTo("retry unreachable");
            }
        }
    }

    @Test
    void anAnswerThatComesTooLateIsNotTakenForTheNext() throws IOException {
        AtomicInteger count = new AtomicInteger();
        try (Peer peer = new Peer(id -> {
                    if (count.getAndIncrement() == 0) {
                        pause();
                    }
                    return frame("MSH|^~\\&|X\rMSA|AA|" + id);
                });
                MllpSender sender = sender(peer.port(), 1)) {
            List<ClinicalRecord> one = List.of(SampleRecords.pulse("72"));
            assertThat(FhirSenderTest.code(sender.send(one).getFirst())).isEqualTo("retry unreachable");
            DeliveryResult second = sender.send(List.of(SampleRecords.order(Map.of())))
                    .getFirst()
                    .result();
            assertThat(second).isInstanceOf(DeliveryResult.Accepted.class);
            assertThat(sender.send(one).getFirst().result()).isInstanceOf(DeliveryResult.Accepted.class);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String frame(String message) {
        return "\u000b" + message + "\u001c\r";
    }

    private static MllpSender sender(int port, int seconds) {
        Destination.Hl7v2 his = new Destination.Hl7v2(
                "his", "localhost", port, false, "DPI", "CH", "8859/15", Duration.ofSeconds(seconds));
        return new MllpSender(his, new Hl7Messages(SampleRecords.SITE, his, id -> Optional.empty()));
    }

    /** A peer that answers whatever a test wants, given MSH-10 of what came; a new thread for each connection. */
    private static final class Peer implements AutoCloseable {

        private final ServerSocket server;
        private final UnaryOperator<String> answer;

        Peer(UnaryOperator<String> answer) throws IOException {
            this.answer = answer;
            this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return server.getLocalPort();
        }

        private void serve() {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    Thread.ofVirtual().start(() -> talk(socket));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void talk(Socket socket) {
            try (socket) {
                InputStream in = socket.getInputStream();
                StringBuilder message = new StringBuilder();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    message.append((char) next);
                    if (next == 0x1c) {
                        String id = message.toString().split("\\|", -1)[9];
                        message.setLength(0);
                        socket.getOutputStream().write(answer.apply(id).getBytes(StandardCharsets.ISO_8859_1));
                        socket.getOutputStream().flush();
                    }
                }
            } catch (IOException e) {
                // the sender hung up, which some tests want
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
