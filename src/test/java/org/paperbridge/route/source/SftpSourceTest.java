package org.paperbridge.route.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.route.Pipeline;
import org.paperbridge.source.profile.Source;

/** Files of copiers, fetched from an SSH server that is really there. */
final class SftpSourceTest {

    @TempDir
    private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private SourceRoom room;

    @SuppressWarnings("NullAway.Init")
    private SftpServer server;

    @BeforeEach
    void open() throws IOException {
        room = new SourceRoom(home);
        server = new SftpServer(home.resolve("copiers"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        room.close();
    }

    @Test
    void everyFileIsFetchedOnceAndStaysOnTheServer() throws Exception {
        drop("DURAND-Jeanne.txt", stack(1, 3));
        drop("scan 2.txt", stack(2, 4));
        drop("again.txt", stack(2, 4));
        drop("half.txt.part", "STACK\nsure");
        try (Pipeline running = room.start(source(server.knownHost(), SftpServer.PASSWORD))) {
            SourceRoom.await(() -> SourceRoom.names(done()).size() == 3);
            SourceRoom.await(() -> room.store.situations().count().outcomes().getOrDefault("read", 0L) == 7);
        }
        assertThat(room.originals()).isEqualTo(2);
        assertThat(room.store.situations().count().batches()).isEqualTo(3);
        assertThat(SourceRoom.names(server.folder())).containsExactly("half.txt.part");
        assertThat(SourceRoom.names(done())).anyMatch(n -> n.endsWith("DURAND-Jeanne.txt"));
        assertThat(room.activity.of("copiers").files()).isEqualTo(3);
    }

    @Test
    void aLineCutInTheMiddleOfAFileLosesAndDoublesNothing() throws Exception {
        drop("big.txt", "STACK\nblank " + "x".repeat(900_000) + "\n");
        drop("small.txt", stack(2, 1));
        server.cuts.set(2);
        try (Pipeline running = room.start(source(server.knownHost(), SftpServer.PASSWORD))) {
            SourceRoom.await(() -> SourceRoom.names(done()).size() == 2);
        }
        assertThat(server.cut.get()).as("the line was cut").isEqualTo(2);
        assertThat(room.originals()).as("no half file was kept").isEqualTo(2);
        assertThat(room.store.situations().count().batches()).isEqualTo(2);
    }

    @Test
    void aFileThatWasKeptWhenThePowerWentIsKnownAtTheNextStart() throws Exception {
        drop("one.txt", stack(1, 3));
        room.powerCuts.set(1);
        try (Pipeline running = room.start(source(server.knownHost(), SftpServer.PASSWORD))) {
            SourceRoom.await(() -> SourceRoom.names(done()).size() == 1);
        }
        assertThat(room.originals()).isEqualTo(1);
        assertThat(room.store.situations().count().batches()).isEqualTo(2);
        assertThat(room.store.situations().count().scans().values().stream()
                        .mapToLong(n -> n)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void aServerWithAnotherHostKeyGetsNeitherPasswordNorTrust() throws Exception {
        drop("one.txt", stack(1, 1));
        String other = "[127.0.0.1]:" + server.port()
                + " ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKqP3rmFjkXoXhKD8v0T0sNYnO6dVmzPpG0c1nXzX0aB\n";
        try (Pipeline running = room.start(source(other, SftpServer.PASSWORD))) {
            SourceRoom.await(() -> room.activity.of("copiers").trouble().equals(Optional.of("not-trusted")));
        }
        assertThat(room.originals()).isZero();
        assertThat(SourceRoom.names(server.folder())).containsExactly("one.txt");
    }

    @Test
    void aWrongPasswordIsSaidInAWord() throws Exception {
        try (Pipeline running = room.start(source(server.knownHost(), "guess"))) {
            SourceRoom.await(() -> room.activity.of("copiers").trouble().equals(Optional.of("not-allowed")));
        }
    }

    @Test
    void aServerThatIsNotThereIsAskedAgain() throws Exception {
        List<Source> source = source(server.knownHost(), SftpServer.PASSWORD);
        server.close();
        try (Pipeline running = room.start(source)) {
            SourceRoom.await(() -> room.activity.of("copiers").trouble().equals(Optional.of("unreachable")));
        }
    }

    private List<Source> source(String knownHosts, String password) throws IOException {
        return SourceRoom.source(
                        "copiers",
                        "sftp-mfp",
                        "host",
                        "127.0.0.1",
                        "port",
                        server.port(),
                        "user",
                        "paperbridge",
                        "known-hosts",
                        server.file("known_hosts", knownHosts).toString(),
                        "password-file",
                        server.file("password", password + "\n").toString(),
                        "leave",
                        ".*[.]part",
                        "quiet",
                        "1",
                        "period",
                        "1")
                .stream()
                .map(s -> new Source(s.name(), s.profile(), Map.copyOf(s.keys())))
                .toList();
    }

    private Path done() {
        return server.folder().resolve(".done");
    }

    private void drop(String name, String content) throws IOException {
        Files.writeString(server.folder().resolve(name), content);
    }

    /** Sides that nobody has to look at. */
    static String stack(int number, int sides) {
        StringBuilder text = new StringBuilder("STACK\n");
        for (int i = 0; i < sides; i++) {
            text.append(String.format("asks %04d%06d%n", number, i));
        }
        return text.toString();
    }
}
