package org.paperbridge.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteKeysTest {

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path home = Path.of("");

    @Test
    void aNewMachineMakesItsRingOnceAndOpensItAgain() {
        AtomicInteger made = new AtomicInteger();
        KeyRing first = keys().openOrCreate(1, random, made::incrementAndGet);
        KeyRing again = keys().openOrCreate(1, random, made::incrementAndGet);
        assertThat(made).hasValue(1);
        assertThat(again.storeKey()).isEqualTo(first.storeKey());
    }

    @Test
    void processesThatStartAtOnceShareOneRing() throws Exception {
        Callable<KeyRing> start = () -> keys().openOrCreate(1, random, () -> {});
        try (ExecutorService processes = Executors.newFixedThreadPool(3)) {
            List<Future<KeyRing>> rings = processes.invokeAll(List.of(start, start, start));
            byte[] kept = keys().open().storeKey();
            for (Future<KeyRing> ring : rings) {
                assertThat(ring.get().storeKey()).isEqualTo(kept);
            }
        }
    }

    @Test
    void aPassphraseFileThatOthersReadIsRefused() throws IOException {
        keys().create(1, random);
        Path file = home.resolve(SiteKeys.PASSPHRASE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> keys().open())
                .isInstanceOf(KeyRingException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aPassphraseFromTheEnvironmentLeavesNoFile() {
        SiteKeys keys = new SiteKeys(home, Optional.of("of the night nurse"));
        keys.create(42, random);
        assertThat(home.resolve(SiteKeys.PASSPHRASE)).doesNotExist();
        assertThat(keys.open().site()).isEqualTo(42);
        assertThatThrownBy(() -> keys().open()).hasMessageContaining("PAPERBRIDGE_PASSPHRASE");
    }

    @Test
    void anEmptyPassphraseIsNone() throws IOException {
        assertThat(new SiteKeys(home, Optional.of(" ")).hasPassphrase()).isFalse();
        keys().create(1, random);
        Files.writeString(home.resolve(SiteKeys.PASSPHRASE), "\n");
        assertThatThrownBy(() -> keys().open()).hasMessageContaining("empty");
    }

    @Test
    void aChangedRingKeepsItsPassphrase() {
        KeyRing ring = keys().create(1, random);
        keys().replace(ring.withNewPageKey(random), random);
        assertThat(keys().open().pageKeyIds()).containsExactly(1, 2);
    }

    private SiteKeys keys() {
        return new SiteKeys(home, Optional.empty());
    }
}
