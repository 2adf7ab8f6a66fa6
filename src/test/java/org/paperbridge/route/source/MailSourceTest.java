package org.paperbridge.route.source;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.route.Pipeline;
import org.paperbridge.route.source.MailServer.Attachment;
import org.paperbridge.source.profile.Source;
import org.slf4j.LoggerFactory;

/** Scans that devices send by e-mail, from an IMAP server that is really there. */
final class MailSourceTest {

    private static final String PDF = "application/pdf";

    @TempDir
    private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private SourceRoom room;

    @SuppressWarnings("NullAway.Init")
    private MailServer server;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void open() throws IOException {
        room = new SourceRoom(home);
        server = new MailServer("imap");
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        server.close();
        room.close();
    }

    @Test
    void everyAttachmentIsKeptAndTheMessageMovedToWhereItBelongs() throws Exception {
        server.deliver(
                "Madame DURAND",
                Attachment.of("DURAND.pdf", PDF, SftpSourceTest.stack(1, 2)),
                Attachment.of("DURAND2.pdf", "application/octet-stream", SftpSourceTest.stack(2, 1)));
        server.deliver("no scan at all");
        server.deliver("a letter", Attachment.of("letter.docx", "application/vnd.ms-word", "words"));
        server.deliver(
                "scan and invoice",
                Attachment.of("scan.pdf", PDF, SftpSourceTest.stack(3, 1)),
                Attachment.of("macro.xlsm", "application/vnd.ms-excel", "words"));
        server.deliver("huge", new Attachment("huge.pdf", PDF, new byte[(1 << 20) + 1]));
        try (Pipeline running = room.start(source(server.port()))) {
            SourceRoom.await(() -> server.subjects("INBOX").isEmpty());
            SourceRoom.await(() -> room.store.situations().count().outcomes().getOrDefault("read", 0L) == 4);
        }
        assertThat(server.subjects("Paperbridge")).containsExactly("Madame DURAND");
        assertThat(server.subjects("Paperbridge refused"))
                .containsExactlyInAnyOrder("no scan at all", "a letter", "scan and invoice", "huge");
        assertThat(room.originals()).isEqualTo(3);
        assertThat(messages())
                .noneMatch(m -> m.contains("DURAND") || m.contains("mfp-3b") || m.contains("letter.docx"))
                .anyMatch(m -> m.contains("[mail-too-large]"))
                .anyMatch(m -> m.contains("[mail-without-scan]"))
                .anyMatch(m -> m.contains("[mail-other-attachment]"));
    }

    @Test
    void aLineCutInTheMiddleOfAnAttachmentLosesAndDoublesNothing() throws Exception {
        server.deliver(
                "stack",
                Attachment.of("small.pdf", PDF, SftpSourceTest.stack(1, 1)),
                Attachment.of("big.pdf", PDF, "STACK\nblank " + "x".repeat(700_000) + "\n"));
        try (CuttableLine line = new CuttableLine(Integer.parseInt(server.port()), 400_000, 2);
                Pipeline running = room.start(source(Integer.toString(line.port())))) {
            SourceRoom.await(() -> server.subjects("Paperbridge").size() == 1);
            assertThat(line.cut.get()).as("the line was cut").isEqualTo(2);
        }
        assertThat(room.originals()).as("no half file was kept").isEqualTo(2);
        assertThat(server.subjects("INBOX")).isEmpty();
    }

    @Test
    void aMessageThatWasKeptWhenThePowerWentIsKnownAtTheNextLook() throws Exception {
        server.deliver("stack", Attachment.of("one.pdf", PDF, SftpSourceTest.stack(1, 3)));
        room.powerCuts.set(1);
        try (Pipeline running = room.start(source(server.port()))) {
            SourceRoom.await(() -> server.subjects("Paperbridge").size() == 1);
        }
        assertThat(room.originals()).isEqualTo(1);
        assertThat(room.store.situations().count().batches()).isEqualTo(2);
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForIsNotTrusted() throws Exception {
        try (MailServer secure = new MailServer("imaps")) {
            secure.deliver("stack", Attachment.of("one.pdf", PDF, SftpSourceTest.stack(1, 1)));
            List<Source> source = SourceRoom.source(
                    "mailbox",
                    "mail-mfp",
                    "host",
                    "127.0.0.1",
                    "port",
                    secure.port(),
                    "user",
                    MailServer.USER,
                    "password-file",
                    password(MailServer.PASSWORD),
                    "period",
                    "1");
            try (Pipeline running = room.start(source)) {
                SourceRoom.await(() -> room.activity.of("mailbox").trouble().equals(Optional.of("not-trusted")));
            }
            assertThat(secure.subjects("INBOX")).hasSize(1);
        }
    }

    @Test
    void aWrongPasswordIsSaidInAWord() throws Exception {
        List<Source> source = SourceRoom.source(
                "mailbox",
                "mail-mfp",
                "host",
                "127.0.0.1",
                "port",
                server.port(),
                "user",
                MailServer.USER,
                "password-file",
                password("guess"),
                "security",
                "none",
                "period",
                "1");
        try (Pipeline running = room.start(source)) {
            SourceRoom.await(() -> room.activity.of("mailbox").trouble().equals(Optional.of("not-allowed")));
        }
    }

    private List<Source> source(String port) throws IOException {
        return SourceRoom.source(
                "mailbox",
                "mail-mfp",
                "host",
                "127.0.0.1",
                "port",
                port,
                "user",
                MailServer.USER,
                "password-file",
                password(MailServer.PASSWORD),
                "security",
                "none",
                "period",
                "1",
                "largest-mb",
                "1");
    }

    private String password(String word) throws IOException {
        return Files.writeString(home.resolve("password"), word + "\n").toString();
    }

    private List<String> messages() {
        return log.list.stream()
                .map(e -> e.getFormattedMessage()
                        + (e.getThrowableProxy() == null
                                ? ""
                                : e.getThrowableProxy().getMessage()))
                .toList();
    }
}
