package org.paperbridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.TestJvm;
import org.paperbridge.store.Store;
import org.paperbridge.store.StoreSettings;
import org.paperbridge.store.TestStore;
import org.paperbridge.validation.situation.Situation;

/** The process is killed without warning, again and again, wherever it happens to be. */
final class KillTest {

    private static final int FILES = 12;
    private static final int SIDES = 40;
    private static final int KILLS = 4;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void nothingIsLostOrDoubled(long seed) throws Exception {
        Random random = new Random(seed);
        Files.createDirectories(home.resolve("inbox"));
        TreeSet<String> expected = new TreeSet<>();
        int asks = 0;
        for (int file = 0; file < FILES; file++) {
            StringBuilder text = new StringBuilder("STACK\n");
            for (int side = 0; side < SIDES; side++) {
                String serial = String.format("%010d", file * 1000 + side);
                boolean sure = random.nextBoolean();
                text.append(sure ? "sure " : "asks ").append(serial).append('\n');
                if (sure) {
                    expected.add("1-" + serial + "-1-pulse-1");
                } else {
                    asks++;
                }
            }
            Files.writeString(home.resolve("inbox/" + file + ".txt"), text);
        }

        for (int start = 0; start < KILLS; start++) {
            String name = "start" + start;
            Process server = startServer(name);
            PipelineTest.await(() -> !server.isAlive() || Files.exists(home.resolve("ready-" + name)));
            Thread.sleep(random.nextInt(700));
            assertThat(server.isAlive())
                    .as("it was running until it was killed")
                    .isTrue();
            server.destroyForcibly().waitFor();
        }
        Process last = startServer("last");
        int open = asks;
        try (Store store = TestStore.open(settings(), home, Clock.systemUTC())) {
            PipelineTest.await(() -> {
                Situation now = store.situations().count();
                return now.tasks().equals(Map.of("check-values", (long) open))
                        && now.deliveries().equals(Map.of("acknowledged", 2L * expected.size()))
                        && listing("inbox").isEmpty();
            });
            Situation end = store.situations().count();
            assertThat(end.originals()).isEqualTo(Map.of("split", (long) FILES));
            assertThat(end.outcomes()).isEqualTo(Map.of("read", (long) FILES * SIDES));
            assertThat(end.scans()).isEqualTo(Map.of("released", (long) expected.size(), "review", (long) asks));
            assertThat(end.records()).isEqualTo(expected.size());
            assertThat(store.audit().findBreak()).isEmpty();
            assertThat(listing("fhir")).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(listing("billing")).containsExactlyInAnyOrderElementsOf(expected);
        } finally {
            last.destroyForcibly().waitFor();
        }
    }

    private Process startServer(String name) throws IOException {
        return new ProcessBuilder(TestJvm.command(List.of("-Xmx512m"), KillableServer.class, home.toString(), name))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile())
                .start();
    }

    private StoreSettings settings() {
        return new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", "");
    }

    private List<String> listing(String folder) {
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
