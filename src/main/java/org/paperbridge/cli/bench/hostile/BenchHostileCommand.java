package org.paperbridge.cli.bench.hostile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.cli.Forms;
import org.paperbridge.cli.Json;
import org.paperbridge.cli.bench.FilledPages;
import org.paperbridge.cli.bench.kill.ServeProcess;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.SiteKeys;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.HostileFiles;
import org.paperbridge.simulate.HostileFiles.Hostile;
import org.paperbridge.simulate.pdfbox.ScanFiles;
import org.paperbridge.store.Store;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.store.sql.StoredReleases;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.validation.release.RecordBuilder;
import org.paperbridge.validation.situation.Situation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "hostile",
        description = {
            "Feeds a real server with damaged files and bombs, with sound ones in between:",
            "it must stay alive within its memory, keep every file, read every sound page, and come to an end.",
            "Exit code 1 when it does not; listed."
        },
        mixinStandardHelpOptions = true)
public final class BenchHostileCommand implements Callable<Integer> {

    private static final int SOUND_EVERY = 100;
    /** Files without an end are the rule here: what waits ten minutes in earnest waits five seconds. */
    private static final String PATIENCE = "-Dintake.patience=5000";

    private static final int AT_ONCE = 50;
    private static final int BOMB_BYTES = 1 << 30;
    private static final Set<String> MOVING = Set.of("waiting", "reading", "read", "accepted");

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--files", defaultValue = "2000", description = "Default: ${DEFAULT-VALUE}.")
    private int files;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--heap", defaultValue = "512", description = "Of the server, MiB (default: ${DEFAULT-VALUE}).")
    private int heapMib;

    @Option(
            names = "--most-rss",
            defaultValue = "1400",
            description = "What its whole process may take, MiB (default: ${DEFAULT-VALUE}).")
    private int mostMib;

    @Option(
            names = "--stall",
            defaultValue = "300",
            description = "Seconds without any progress that count as hanging (default: ${DEFAULT-VALUE}).")
    private int stallSeconds;

    @Option(names = "--handwriting", defaultValue = "test-scans/handwriting", description = "The sample.")
    private Path handwriting = Path.of("");

    @Option(names = "--home", description = "An empty folder that is kept; without it a temporary one.")
    private Optional<Path> kept = Optional.empty();

    private final Set<String> hashes = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();
    private int dropped;
    private int soundPages;
    private long highestMib;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home =
                kept.isPresent() ? Files.createDirectories(kept.get()) : Files.createTempDirectory("paperbridge-bench");
        try {
            KeyRing keys = new SiteKeys(home, Optional.empty()).create(1, new SecureRandom());
            Files.writeString(home.resolve(SettingsFile.NAME), "web.port=0\n", StandardCharsets.ISO_8859_1);
            ServerSettings settings =
                    SettingsFile.load(home, Map.of(), Runtime.getRuntime().availableProcessors());
            Files.createDirectories(settings.inbox());
            feed(settings, keys);
            problems.forEach(System.err::println);
            return problems.isEmpty() ? 0 : 1;
        } finally {
            if (kept.isEmpty()) {
                try (Stream<Path> all = Files.walk(home)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
    }

    private void feed(ServerSettings settings, KeyRing keys) throws IOException, InterruptedException {
        ReleasedForms released = forms.released();
        FilledPages made = new FilledPages(released, keys, handwriting, seed);
        HostileFiles hostile = new HostileFiles(SoundFiles.make(made), BOMB_BYTES, new SplittableRandom(seed));
        long start = System.nanoTime();
        try (ServeProcess server =
                ServeProcess.start(settings.home(), "hostile", List.of("-Xmx" + heapMib + "m", PATIENCE))) {
            if (!server.awaitRunning()) {
                problems.add("the server did not start");
                return;
            }
            try (Store store = open(settings, keys, released)) {
                for (int number = 0; number < files && server.isAlive(); number++) {
                    drop(settings.inbox(), hostile.make(number));
                    if (number % SOUND_EVERY == SOUND_EVERY - 1) {
                        dropSound(settings.inbox(), made);
                    }
                    if (number % AT_ONCE == AT_ONCE - 1) {
                        settle(server, store, settings);
                        System.err.printf("%d of %d, %d MiB%n", number + 1, files, highestMib);
                    }
                }
                settle(server, store, settings);
                check(store, settings);
                report(store.situations().count(), (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private void drop(Path inbox, Hostile file) throws IOException {
        String name = String.format("%05d", dropped) + (file.ending().isEmpty() ? "" : "." + file.ending());
        put(inbox, name, file.content());
    }

    private void dropSound(Path inbox, FilledPages made) throws IOException {
        Path file = Files.createTempFile("paperbridge-bench", ".pdf");
        try {
            FilledPages.Sheet sheet = made.make(1, true).getFirst();
            ScanFiles.writePdf(file, List.of(BadScanner.scan(sheet.paper(), Damage.MILD, made.random())), 300);
            put(inbox, String.format("%05d-sound.pdf", dropped), Files.readAllBytes(file));
            soundPages++;
        } finally {
            Files.delete(file);
        }
    }

    private void put(Path inbox, String name, byte[] content) throws IOException {
        Path part = inbox.resolveSibling(name + ".part");
        Files.write(part, content);
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        hashes.add(sha256(new java.io.ByteArrayInputStream(content)));
        dropped++;
    }

    /** Waits until nothing moves any more; a server that makes no progress for too long hangs. */
    private void settle(ServeProcess server, Store store, ServerSettings settings)
            throws IOException, InterruptedException {
        String last = "";
        long changed = System.nanoTime();
        while (true) {
            highestMib = Math.max(highestMib, residentMib(server.pid()));
            Situation now = store.situations().count();
            long kept =
                    now.originals().values().stream().mapToLong(Long::longValue).sum();
            boolean done = kept >= hashes.size()
                    && now.originals().keySet().stream().allMatch(Set.of("split", "refused")::contains)
                    && now.scans().keySet().stream().noneMatch(MOVING::contains)
                    && count(settings.inbox()) == 0;
            if (done) {
                return;
            }
            if (!server.isAlive()) {
                problems.add("the server died after " + dropped + " files");
                return;
            }
            String state = now.originals() + " " + now.scans() + " " + count(settings.inbox());
            if (!state.equals(last)) {
                last = state;
                changed = System.nanoTime();
            } else if (System.nanoTime() - changed > stallSeconds * 1_000_000_000L) {
                problems.add("no progress for " + stallSeconds + " s: " + state);
                return;
            }
            Thread.sleep(100);
        }
    }

    private void check(Store store, ServerSettings settings) throws IOException {
        for (String hash : hashes) {
            if (!store.objects().has(hash)) {
                problems.add("a file was not kept: " + hash.substring(0, 12));
            } else if (!sha256(Channels.newInputStream(store.objects().open(hash)))
                    .equals(hash)) {
                problems.add("a kept file has other bytes: " + hash.substring(0, 12));
            }
        }
        if (count(settings.done()) != dropped) {
            problems.add(count(settings.done()) + " files were moved to done, " + dropped + " were delivered");
        }
        long read = store.situations().count().outcomes().getOrDefault("read", 0L);
        if (read < soundPages) {
            problems.add("only " + read + " pages were read, " + soundPages + " were sound");
        }
        if (highestMib > mostMib) {
            problems.add("the process took " + highestMib + " MiB");
        }
    }

    private void report(Situation end, double seconds) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("files", dropped);
        report.put("different", hashes.size());
        report.put("originals", end.originals());
        report.put("outcomes", end.outcomes());
        report.put("tasks", end.tasks());
        report.put("soundPages", soundPages);
        report.put("highestRssMib", highestMib);
        report.put("heapMib", heapMib);
        report.put("seconds", Math.round(seconds));
        report.put("problems", problems.size());
        System.out.println(Json.pretty(report));
    }

    private static int count(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return (int) all.filter(Files::isRegularFile).count();
        }
    }

    /** Of a process on Linux; 0 where nobody says. */
    private static long residentMib(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0;
        }
    }

    private static String sha256(InputStream content) throws IOException {
        try (InputStream in = content) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new java.security.DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static Store open(ServerSettings settings, KeyRing keys, ReleasedForms released) {
        return Store.open(
                settings.store(),
                settings.objects(),
                StoreKeys.of(keys.storeKey()),
                new StoredReleases.Rulebook(released, new RecordBuilder(settings.ward()), List.of()),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }
}
