package org.paperbridge.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.publish.jsch.SftpTarget;

/** FEATURE UNDER TEST: a kit on an SFTP server appears whole or not at all, and only on the server that is known. */
final class SftpTargetTest {

    @TempDir
    private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private SftpServer server;

    private Path knownHosts = Path.of("");
    private Path key = Path.of("");
    private Path password = Path.of("");

    @BeforeEach
    void start() throws Exception {
        KeyPair user = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(user, "", null, written);
        key = Files.write(home.resolve("key"), written.toByteArray());
        password = Files.writeString(home.resolve("password"), "s3cret é\n");
        server = new SftpServer(home.resolve("server"), user.getPublic(), "s3cret é");
        knownHosts = Files.writeString(home.resolve("known-hosts"), server.knownHost());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void eachKitIsAFolderOfItsOwnAndTheLastOnesStay() throws Exception {
        Files.createDirectories(home.resolve("server/kits/other people's"));
        for (int hour = 1; hour <= 3; hour++) {
            target(Optional.of(key), Optional.empty()).publish(kit(hour));
        }
        List<String> kits = names();
        assertThat(kits).hasSize(3).last().isEqualTo("other people's");
        assertThat(kits.get(0)).startsWith("kit-7-2026-02-09T020000Z-");
        assertThat(kits.get(1)).startsWith("kit-7-2026-02-09T030000Z-");
        Path newest = home.resolve("server/kits").resolve(kits.get(1));
        assertThat(KitCheck.compare(newest, SmallKit.read(newest).expected()).none())
                .isTrue();
    }

    @Test
    void aPasswordFileDoesInPlaceOfAKeyAndTheSameKitIsSentOnce() throws Exception {
        SignedKit kit = kit(1);
        target(Optional.empty(), Optional.of(password)).publish(kit);
        server.breakAfter.set(0);
        target(Optional.empty(), Optional.of(password)).publish(kit);
        assertThat(names()).hasSize(1);
        Files.writeString(password, "wrong");
        assertThatThrownBy(() -> target(Optional.empty(), Optional.of(password)).publish(kit(2)))
                .hasMessageContaining("refuses this account");
    }

    @Test
    void aBrokenLineLeavesOnlyWholeKitsInSightAndTheNextTryFinishes() throws Exception {
        target(Optional.of(key), Optional.empty()).publish(kit(1));
        server.breakAfter.set(2);
        assertThatThrownBy(() -> target(Optional.of(key), Optional.empty()).publish(kit(2)))
                .isInstanceOf(PublishException.class);
        assertThat(names()).hasSize(2);
        assertThat(names().getFirst()).startsWith(".kit-7-2026-02-09T02").endsWith(".part");
        assertThat(names().getLast()).startsWith("kit-7-2026-02-09T01");

        server.breakAfter.set(-1);
        target(Optional.of(key), Optional.empty()).publish(kit(2));
        assertThat(names()).hasSize(2).allMatch(name -> name.startsWith("kit-7-"));
    }

    @Test
    void aServerThatIsNotKnownGetsNothing() throws Exception {
        Files.writeString(knownHosts, "");
        assertThatThrownBy(() -> target(Optional.of(key), Optional.of(password)).publish(kit(1)))
                .hasMessageContaining("Unknown server");
        try (SftpServer other = new SftpServer(home.resolve("other"), server(), "x")) {
            Files.writeString(
                    knownHosts, other.knownHost().replace(":" + other.port() + " ", ":" + server.port() + " "));
            assertThatThrownBy(() ->
                            target(Optional.of(key), Optional.of(password)).publish(kit(1)))
                    .hasMessageContaining("has CHANGED");
        }
        assertThat(home.resolve("server")).isEmptyDirectory();
    }

    @Test
    void aServerThatIsAwayIsToldInPlainWords() throws Exception {
        SftpTarget target = target(Optional.of(key), Optional.empty());
        server.close();
        assertThatThrownBy(() -> target.publish(kit(1))).hasMessageContaining("cannot be reached: ConnectException");
    }

    private static java.security.PublicKey server() throws Exception {
        return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256)
                .getPublic();
    }

    private SignedKit kit(int hour) throws IOException, PublishException {
        return SmallKit.read(SmallKit.write(home.resolve("kit"), 2, hour, true));
    }

    private SftpTarget target(Optional<Path> identity, Optional<Path> word) {
        return new SftpTarget("127.0.0.1", server.port(), "kits", "/kits", knownHosts, identity, word, 2, false);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("server/kits"))) {
            return files.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
