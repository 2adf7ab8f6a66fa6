package org.paperbridge.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.census.Patient;

final class MllpInletTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-09T03:12:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyMessageIsSafeBeforeItIsAnsweredAndKeepsItsCharacters() throws IOException {
        FeedFolder feed = new FeedFolder(folder, CLOCK);
        try (MllpInlet inlet = MllpInlet.open(InetAddress.getLoopbackAddress(), 0, feed::keep, CLOCK);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), inlet.port())) {
            assertThat(send(socket, adt("1", "8859/1", "\u00c9t\u00e9"), "ISO-8859-1"))
                    .contains("MSA|AA|M1\r");
            assertThat(Files.list(folder)).hasSize(1);
            assertThat(send(socket, adt("2", "8859/15", "\u0152uf"), "ISO-8859-15"))
                    .contains("MSA|AA|M2\r");
            assertThat(send(socket, adt("3", "UNICODE UTF-8", "\u0141ukasz"), "UTF-8"))
                    .contains("MSA|AA|M3\r");
            assertThat(send(socket, "hello", "UTF-8")).contains("MSA|AR|");
        }
        CensusLoad load = new CensusReader(ZoneId.of("Europe/Paris"), CLOCK).read(feed.files());
        assertThat(load.findings()).isEmpty();
        assertThat(load.census().patients())
                .extracting(Patient::birthName)
                .containsExactly("\u00c9t\u00e9", "\u0152uf", "\u0141ukasz");
    }

    @Test
    void aSenderIsToldToTryAgainWhenTheDiskIsFull() throws IOException {
        try (MllpInlet inlet = MllpInlet.open(
                        InetAddress.getLoopbackAddress(),
                        0,
                        message -> {
                            throw new IOException("No space left on device");
                        },
                        CLOCK);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), inlet.port())) {
            assertThat(send(socket, adt("1", "", "X"), "UTF-8")).contains("MSA|AE|M1\r");
        }
    }

    @Test
    void aMessageCutOffIsNotKept() throws IOException {
        FeedFolder feed = new FeedFolder(folder, CLOCK);
        try (MllpInlet inlet = MllpInlet.open(InetAddress.getLoopbackAddress(), 0, feed::keep, CLOCK)) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), inlet.port())) {
                socket.getOutputStream().write("\u000bMSH|^~\\&|half".getBytes(StandardCharsets.US_ASCII));
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), inlet.port())) {
                assertThat(send(socket, adt("1", "", "X"), "UTF-8")).contains("AA");
            }
        }
        assertThat(Files.readString(feed.files().getFirst()))
                .doesNotContain("half")
                .contains("|M1|");
    }

    private static String send(Socket socket, String message, String charset) throws IOException {
        socket.getOutputStream().write(("\u000b" + message + "\u001c\r").getBytes(Charset.forName(charset)));
        socket.getOutputStream().flush();
        InputStream in = socket.getInputStream();
        StringBuilder answer = new StringBuilder();
        for (int c = in.read(); c != 0x1c; c = in.read()) {
            answer.append((char) c);
        }
        in.read();
        return answer.toString();
    }

    private static String adt(String number, String charset, String name) {
        return "MSH|^~\\&|S|H|P|H|20260209040000||ADT^A01|M" + number + "|P|2.5|||||FRA|" + charset
                + "\rEVN|A01|20260209040000\rPID|||" + number + "^^^H^PI||" + name
                + "^X^^^^^L\rPV1||I|CARD^1||||||||||||||||S" + number + "\r";
    }
}
