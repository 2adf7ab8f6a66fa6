package org.paperbridge.cli.bench.kill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.cli.Forms;
import org.paperbridge.cli.Json;
import org.paperbridge.cli.RefusedException;
import org.paperbridge.cli.bench.FilledPages;
import org.paperbridge.demo.DemoReviewers;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.SiteKeys;
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
        name = "kill",
        description = {
            "Kills a real server (SIGKILL) at random moments while it takes a stack in, restarts it, and lets it finish:",
            "every page once, none lost, originals with the same bytes, every record delivered once.",
            "Now and then a reviewer answers what waits, so that deliveries are hit, too.",
            "Exit code 1 when anything is missing, doubled or changed; listed."
        },
        mixinStandardHelpOptions = true)
public final class BenchKillCommand implements Callable<Integer> {

    private static final long PATIENCE_NS = 3_600_000_000_000L;
    private static final int REVIEW_EVERY = 4;
    private static final String DESTINATION = "billing";
    private static final List<String> MOVING = List.of("waiting", "reading", "read", "accepted");

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--kills", defaultValue = "100", description = "Default: ${DEFAULT-VALUE}.")
    private int kills;

    @Option(
            names = "--pages",
            defaultValue = "12",
            description = "Dropped before every start (default: ${DEFAULT-VALUE}).")
    private int pages;

    @Option(
            names = "--longest",
            defaultValue = "4000",
            description = "Killed at most so many ms after it runs; one in five is killed while it starts"
                    + " (default: ${DEFAULT-VALUE}).")
    private int longestMs;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--handwriting", defaultValue = "test-scans/handwriting", description = "The sample.")
    private Path handwriting = Path.of("");

    @Option(names = "--home", description = "An empty folder that is kept; without it a temporary one.")
    private Optional<Path> kept = Optional.empty();

    private final Map<String, Integer> hitWhile = new TreeMap<>();
    private int answered;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home =
                kept.isPresent() ? Files.createDirectories(kept.get()) : Files.createTempDirectory("paperbridge-bench");
        try {
            KeyRing keys = new SiteKeys(home, Optional.empty()).create(1, new SecureRandom());
            Files.writeString(
                    home.resolve(SettingsFile.NAME),
                    "web.port=0\ndestination." + DESTINATION + ".kind=csv\ndestination." + DESTINATION + ".file="
                            + home.resolve("billing.csv").toAbsolutePath() + "\n",
                    StandardCharsets.ISO_8859_1);
            ServerSettings settings =
                    SettingsFile.load(home, Map.of(), Runtime.getRuntime().availableProcessors());
            Files.createDirectories(settings.inbox());
            List<String> problems = run(settings, keys);
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

    private List<String> run(ServerSettings settings, KeyRing keys) throws IOException, InterruptedException {
        ReleasedForms released = forms.released();
        DroppedFiles dropped = new DroppedFiles(new FilledPages(released, keys, handwriting, seed), settings.inbox());
        Random random = new Random(seed);
        List<String> problems = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            dropped.drop(pages);
            hit(settings, kill, random);
            if (kill % REVIEW_EVERY == REVIEW_EVERY - 1) {
                try (Store store = open(settings, keys, released)) {
                    review(store, dropped, problems);
                }
            }
            System.err.printf("killed %d of %d%n", kill + 1, kills);
        }
        try (ServeProcess last = ServeProcess.start(settings.home(), "last", List.of())) {
            if (!last.awaitRunning()) {
                throw new RefusedException("The server did not start again; see serve-logs/last.log");
            }
            try (Store store = open(settings, keys, released)) {
                finish(store, dropped, settings, last, problems);
                problems.addAll(dropped.problems(store, settings.done()));
                problems.addAll(deliveries(store, dropped, settings.home().resolve("billing.csv")));
                report(store.situations().count(), dropped, problems);
            }
        }
        return problems;
    }

    /** Starts the server and kills it where it happens to be. */
    private void hit(ServerSettings settings, int number, Random random) throws IOException, InterruptedException {
        ServeProcess server = ServeProcess.start(settings.home(), "start-" + number, List.of());
        boolean early = random.nextInt(5) == 0;
        if (early) {
            Thread.sleep(random.nextInt(longestMs));
        } else if (!server.awaitRunning()) {
            throw new RefusedException("The server did not start; see serve-logs/start-" + number + ".log");
        } else {
            Thread.sleep(random.nextInt(longestMs));
        }
        if (!server.isAlive()) {
            throw new RefusedException("The server ended by itself; see serve-logs/start-" + number + ".log");
        }
        server.kill();
        hitWhile.merge(early ? "starting" : "running", 1, Integer::sum);
    }

    private void review(Store store, DroppedFiles dropped, List<String> problems) {
        DemoReviewers reviewers = new DemoReviewers(store, dropped.sides());
        while (reviewers.work()) {
            // a page that was named comes back
        }
        answered += reviewers.answered();
        problems.addAll(reviewers.refused());
    }

    private void finish(
            Store store, DroppedFiles dropped, ServerSettings settings, ServeProcess last, List<String> problems)
            throws InterruptedException {
        await(last, () -> {
            Situation now = store.situations().count();
            return now.originals().getOrDefault("split", 0L) == dropped.files()
                    && MOVING.stream().noneMatch(state -> now.scans().containsKey(state))
                    && isEmpty(settings.inbox());
        });
        review(store, dropped, problems);
        await(last, () -> {
            Situation now = store.situations().count();
            return now.deliveries().keySet().stream().allMatch("acknowledged"::equals);
        });
    }

    private static boolean isEmpty(Path inbox) {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.noneMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void await(ServeProcess server, BooleanSupplier reached) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NS;
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end || !server.isAlive()) {
                throw new RefusedException("The stack was not finished; see serve-logs/last.log");
            }
            Thread.sleep(200);
        }
    }

    /** Every released record must stand in the receiver's file once. */
    private static List<String> deliveries(Store store, DroppedFiles dropped, Path csv) throws IOException {
        List<String> problems = new ArrayList<>();
        List<String> lines = Files.exists(csv) ? Files.readAllLines(csv) : List.of();
        long records = 0;
        for (ScanRef scan : dropped.sides().keySet()) {
            for (ClinicalRecord record : store.releases().listRecords(scan)) {
                records++;
                long found = lines.stream()
                        .filter(line -> line.contains(record.id() + ";") || line.contains(record.id() + "\""))
                        .count();
                if (found != 1) {
                    problems.add("record " + record.id() + " arrived " + found + " times");
                }
            }
        }
        if (records == 0 || records != store.situations().count().records()) {
            problems.add(records + " records belong to pages, "
                    + store.situations().count().records() + " are kept");
        }
        return problems;
    }

    private void report(Situation end, DroppedFiles dropped, List<String> problems) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("kills", kills);
        report.put("killedWhile", hitWhile);
        report.put("files", dropped.files());
        report.put("pages", dropped.sides().size());
        report.put("outcomes", end.outcomes());
        report.put("tasksAnswered", answered);
        report.put("records", end.records());
        report.put("deliveries", end.deliveries());
        report.put("problems", problems.size());
        System.out.println(Json.pretty(report));
    }

    private static Store open(ServerSettings settings, KeyRing keys, ReleasedForms released) {
        return Store.open(
                settings.store(),
                settings.objects(),
                StoreKeys.of(keys.storeKey()),
                new StoredReleases.Rulebook(released, new RecordBuilder(settings.ward()), List.of(DESTINATION)),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString());
    }
}
