package org.paperbridge.cli.bench.review;

import java.awt.image.BufferedImage;
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
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.paperbridge.app.SiteAssembly;
import org.paperbridge.app.Stages;
import org.paperbridge.app.server.Server;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.cli.Forms;
import org.paperbridge.cli.Json;
import org.paperbridge.cli.Progress;
import org.paperbridge.cli.Reading;
import org.paperbridge.cli.bench.FilledPages;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.SiteKeys;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.pdfbox.ScanFiles;
import org.paperbridge.store.Store;
import org.paperbridge.validation.account.Account;
import org.paperbridge.validation.account.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "How fast the screens of a real server answer while several reviewers work without a pause.",
            "Scanned pages are taken in first; then each reviewer takes, sees, answers and sends on page after page."
        })
public final class BenchReviewCommand implements Callable<Integer> {

    private static final Set<String> MOVING = Set.of("waiting", "reading", "read");
    private static final int IN_A_FILE = 50;
    private static final String PASSWORD = "only for the bench";

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--pages", defaultValue = "1000", description = "Waiting (default: ${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--reviewers", defaultValue = "5", description = "At once (default: ${DEFAULT-VALUE}).")
    private int reviewers;

    @Option(names = "--seconds", defaultValue = "60", description = "They work so long (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--handwriting", defaultValue = "test-scans/handwriting", description = "The sample.")
    private Path handwriting = Path.of("");

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Path home = Files.createTempDirectory("paperbridge-bench");
        try {
            KeyRing keys = new SiteKeys(home, Optional.empty()).create(1, new SecureRandom());
            Files.writeString(home.resolve(SettingsFile.NAME), "web.port=0\n", StandardCharsets.ISO_8859_1);
            ServerSettings settings =
                    SettingsFile.load(home, Map.of(), Runtime.getRuntime().availableProcessors());
            Files.createDirectories(settings.inbox());
            Map<String, Object> report = run(settings, new FilledPages(forms.released(), keys, handwriting, 1));
            if (json) {
                System.out.println(Json.pretty(report));
            } else {
                report.forEach((name, value) -> System.out.printf("%-22s %s%n", name, value));
            }
            return 0;
        } finally {
            try (Stream<Path> all = Files.walk(home)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private Map<String, Object> run(ServerSettings settings, FilledPages made)
            throws IOException, InterruptedException, ExecutionException {
        try (Server server = Server.start(
                settings,
                Reading.pipeline(),
                Stages.assemble(settings, Map.of()),
                new SiteAssembly(Map.of()).web(settings),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString())) {
            Store store = server.store();
            takeIn(store, settings, made);
            Latencies latencies = new Latencies();
            AtomicInteger released = new AtomicInteger();
            long waiting = store.situations().count().tasks().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            List<Future<?>> work = new ArrayList<>();
            try (ExecutorService people = Executors.newFixedThreadPool(reviewers)) {
                for (int i = 0; i < reviewers; i++) {
                    String name = "reviewer-" + i;
                    store.accounts().add(new Account(name, name, Set.of(Role.REVIEWER), true), PASSWORD.toCharArray());
                    work.add(people.submit(new ReviewerAtWork(
                            "http://127.0.0.1:" + server.port(),
                            name,
                            PASSWORD,
                            latencies,
                            released,
                            () -> System.nanoTime() < end)));
                }
                for (Future<?> one : work) {
                    one.get();
                }
            }
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("pagesWaiting", waiting);
            report.put("reviewers", reviewers);
            report.put("pagesSentOn", released.get());
            report.putAll(latencies.describe());
            return report;
        }
    }

    private void takeIn(Store store, ServerSettings settings, FilledPages made)
            throws IOException, InterruptedException {
        int dropped = 0;
        try (Progress progress = Progress.alone("Pages scanned", pages)) {
            while (dropped < pages) {
                List<BufferedImage> scans = new ArrayList<>();
                for (FilledPages.Sheet sheet : made.make(Math.min(IN_A_FILE, pages - dropped), true)) {
                    if (dropped + scans.size() < pages) {
                        scans.add(BadScanner.scan(sheet.paper(), Damage.MILD, made.random()));
                    }
                }
                dropped += scans.size();
                Path file = settings.home().resolve("stack-" + dropped + ".pdf");
                ScanFiles.writePdf(file, scans, 300);
                Files.move(file, settings.inbox().resolve(file.getFileName()));
                progress.to(dropped);
            }
        }
        try (Progress progress = Progress.alone("Pages read", dropped)) {
            for (long settled = settled(store); settled < dropped; settled = settled(store)) {
                progress.to(settled);
                Thread.sleep(100);
            }
        }
    }

    private static long settled(Store store) {
        return store.situations().count().scans().entrySet().stream()
                .filter(state -> !MOVING.contains(state.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
