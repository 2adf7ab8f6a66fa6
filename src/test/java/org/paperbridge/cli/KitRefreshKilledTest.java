package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.app.Paperbridge;
import org.paperbridge.kit.folder.KitCheck;

/** A process of its own that refreshes a kit is killed in the middle of it. */
final class KitRefreshKilledTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRefreshThatIsKilledLeavesEveryByteOfTheKitBeforeAndTheNextOneIsWhole()
            throws IOException, InterruptedException {
        Path feed = Files.createDirectories(folder.resolve("feed"));
        Files.copy(Path.of("src/main/resources/demo/adt.hl7"), feed.resolve("adt.hl7"));
        rested(feed.resolve("adt.hl7"));
        assertThat(here(watch())).isZero();
        Map<String, String> before = hashes();
        Files.writeString(
                feed.resolve("mllp-2026.hl7"),
                "MSH|^~\\&|S|H|P|H|20261231230000||ADT^A08|X9|P|2.5\rEVN|A08|20261231230000\r"
                        + "PID|||90010181^^^H^PI||DEMO-AUTRE^X^^^^^L\rPV1||I|CARD^201^P||||||||||||||||269020189\r");
        rested(feed.resolve("mllp-2026.hl7"));
        try (WatchService watcher = folder.getFileSystem().newWatchService()) {
            folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = elsewhere(watch());
            try {
                assertThat(created(watcher, ".kits.building")).isTrue();
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        assertThat(hashes()).isEqualTo(before).isNotEmpty();
        assertThat(here(watch())).isZero();
        assertThat(hashes()).isNotEqualTo(before);
        assertThat(here(List.of("kit", "verify", folder.resolve("kits").toString(), "--max-age", "1000000")))
                .isZero();
        assertThat(folder.resolve(".kits.building")).doesNotExist();
    }

    /** A file is taken when it has stopped growing for a while. */
    private static void rested(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private List<String> watch() {
        return List.of(
                "kit",
                "watch",
                "--once",
                "--seal",
                "--keep",
                "0",
                "--feed",
                folder.resolve("feed").toString(),
                "--out",
                folder.resolve("kits").toString());
    }

    private int here(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--home", folder.resolve("home").toString()));
        return Paperbridge.commandLine().execute(all.toArray(String[]::new));
    }

    private Process elsewhere(List<String> words) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Paperbridge.class.getName()));
        all.addAll(words);
        all.addAll(List.of("--home", folder.resolve("home").toString()));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean created(WatchService watcher, String name) throws InterruptedException {
        WatchKey key = watcher.poll(2, TimeUnit.MINUTES);
        while (key != null) {
            for (WatchEvent<?> event : key.pollEvents()) {
                if (name.equals(String.valueOf(event.context()))) {
                    return true;
                }
            }
            key.reset();
            key = watcher.poll(2, TimeUnit.MINUTES);
        }
        return false;
    }

    private Map<String, String> hashes() throws IOException {
        Map<String, String> hashes = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder.resolve("kits"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                hashes.put(path.toString(), KitCheck.sha256(path));
            }
        }
        return hashes;
    }
}
