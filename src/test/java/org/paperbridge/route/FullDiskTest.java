package org.paperbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.TestJvm;
import org.paperbridge.store.Store;
import org.paperbridge.store.StoreSettings;
import org.paperbridge.store.TestStore;

/** A process that may write no file of more than some MiB stands for a full disk: the same error at the same place. */
final class FullDiskTest {

    private static final int LARGEST_KIB = 4096;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void aFileThatFindsNoRoomStaysUntilThereIsSome() throws Exception {
        Files.createDirectories(home.resolve("inbox"));
        Process full = start("full", true);
        String name = "DURAND Jeanne.txt";
        try {
            PipelineTest.await(() -> Files.exists(home.resolve("ready-full")));
            drop("small.txt", "STACK\nsure AAAAAAAAA1\n");
            drop(name, "STACK\nblank " + "x".repeat(LARGEST_KIB * 1500) + "\n");
            PipelineTest.await(() -> log("full").contains("Step intake failed"));
            assertThat(full.isAlive()).isTrue();
            assertThat(home.resolve("inbox").resolve(name)).exists();
            assertThat(log("full")).contains("stays in the drop folder").doesNotContain("DURAND");
            try (Store store = open()) {
                PipelineTest.await(() -> store.situations().count().scans().equals(Map.of("released", 1L)));
            }
        } finally {
            full.destroyForcibly().waitFor();
        }

        Process roomy = start("roomy", false);
        try (Store store = open()) {
            PipelineTest.await(() -> store.situations().count().outcomes().equals(Map.of("read", 1L, "blank", 1L)));
            PipelineTest.await(() -> waiting().isEmpty());
            assertThat(store.situations().count().originals()).isEqualTo(Map.of("split", 2L));
        } finally {
            roomy.destroyForcibly().waitFor();
        }
    }

    private List<Path> waiting() {
        try (Stream<Path> files = Files.list(home.resolve("inbox"))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drop(String name, String content) throws IOException {
        Path part = home.resolve(name + ".part");
        Files.writeString(part, content);
        Files.move(part, home.resolve("inbox").resolve(name));
    }

    private String log(String name) {
        try {
            return Files.readString(home.resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Store open() {
        return TestStore.open(
                new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", ""), home, Clock.systemUTC());
    }

    private Process start(String name, boolean full) throws IOException {
        List<String> command = new ArrayList<>();
        if (full) {
            command.addAll(List.of("bash", "-c", "ulimit -f " + LARGEST_KIB + " && exec \"$@\"", "bash"));
        }
        command.addAll(TestJvm.command(List.of("-Xmx512m"), KillableServer.class, home.toString(), name));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile())
                .start();
    }
}
