package org.paperbridge.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
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
import java.util.stream.Stream;
import org.paperbridge.app.Stages;
import org.paperbridge.app.server.Server;
import org.paperbridge.app.server.WebPart;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.cli.Forms;
import org.paperbridge.cli.Json;
import org.paperbridge.cli.Progress;
import org.paperbridge.cli.Reading;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.SiteKeys;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.pdfbox.ScanFiles;
import org.paperbridge.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "How fast a real server takes a stack in: routes, encrypted originals, database, networks and rules.",
            "From the first side of the dropped PDFs being counted until the last is read, judged and kept.",
            "Files to warm up come first: a stack of thousands is read by compiled code."
        })
public final class BenchServeCommand implements Callable<Integer> {

    private static final Set<String> MOVING = Set.of("waiting", "reading", "read");
    private static final int CONTROL_TURNS = 100;
    private static final long PATIENCE_NS = 3_600_000_000_000L;
    /** Counting costs the server a query; looking more often would measure itself. */
    private static final long LOOK_MS = 100;

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--files", defaultValue = "5", description = "How many are dropped (default: ${DEFAULT-VALUE}).")
    private int files;

    @Option(
            names = "--warm-up",
            defaultValue = "4",
            description = "How many before them are not counted (default: ${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--pages", defaultValue = "48", description = "In each, all different (default: ${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--threads", defaultValue = "2", description = "Workers (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--handwriting", defaultValue = "test-scans/handwriting", description = "The sample.")
    private Path handwriting = Path.of("");

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Path home = Files.createTempDirectory("paperbridge-bench");
        try {
            KeyRing keys = new SiteKeys(home, Optional.empty()).create(1, new SecureRandom());
            List<Path> stack = write(home, new FilledPages(forms.released(), keys, handwriting, 1));
            Files.writeString(
                    home.resolve(SettingsFile.NAME),
                    "web.port=0\nworkers=" + threads + "\n",
                    StandardCharsets.ISO_8859_1);
            double control = Control.perSecond(threads, CONTROL_TURNS);
            Map<String, Object> report = run(home, stack, control);
            if (json) {
                System.out.println(Json.pretty(report));
            } else {
                report.forEach((name, value) -> System.out.printf("%-18s %s%n", name, value));
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

    private Map<String, Object> run(Path home, List<Path> stack, double control)
            throws IOException, InterruptedException {
        ServerSettings settings = SettingsFile.load(home, Map.of(), threads);
        try (Server server = Server.start(
                settings,
                Reading.pipeline(),
                Stages.assemble(settings, Map.of()),
                (ports, address, port) -> new WebPart.Screens(port, () -> {}),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString())) {
            Store store = server.store();
            take(store, stack.subList(0, warmUp), settings, 0);
            long sides = settled(store);
            long cpu = cpuNanos();
            double seconds = take(store, stack.subList(warmUp, stack.size()), settings, sides);
            long read = settled(store) - sides;
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("pages", read);
            report.put("threads", threads);
            report.put("pagesPerSecond", round(read / seconds));
            report.put("controlPerSecond", round(control));
            report.put("ratioToControl", round(read / seconds / control));
            report.put("cpuMsPerPage", round((cpuNanos() - cpu) / 1e6 / read));
            report.put("outcomes", store.situations().count().outcomes());
            return report;
        }
    }

    /** Drops files in one step each; returns the seconds from the first side counted until none waits. */
    private double take(Store store, List<Path> stack, ServerSettings settings, long before)
            throws IOException, InterruptedException {
        for (Path file : stack) {
            Files.move(file, settings.inbox().resolve(file.getFileName()));
        }
        long end = System.nanoTime() + PATIENCE_NS;
        long start;
        long sides = before + (long) stack.size() * pages;
        try (Progress progress = Progress.alone("Pages", sides - before)) {
            start = await(store, before, sides, end, progress);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** When the first side was counted. */
    private static long await(Store store, long before, long sides, long end, Progress progress)
            throws IOException, InterruptedException {
        long start = 0;
        for (long settled = settled(store); settled < sides; settled = settled(store)) {
            progress.to(settled - before);
            if (start == 0 && total(store) > before) {
                start = System.nanoTime();
            }
            if (System.nanoTime() > end) {
                throw new IOException("The stack was not read within an hour");
            }
            Thread.sleep(LOOK_MS);
        }
        return start;
    }

    private static long total(Store store) {
        return store.situations().count().scans().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long settled(Store store) {
        return store.situations().count().scans().entrySet().stream()
                .filter(state -> !MOVING.contains(state.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private List<Path> write(Path home, FilledPages made) throws IOException {
        List<Path> written = new ArrayList<>();
        Progress progress = Progress.alone("Stacks made", (long) warmUp + files);
        for (int i = 0; i < warmUp + files; i++) {
            List<BufferedImage> scans = new ArrayList<>();
            for (FilledPages.Sheet sheet : made.make(pages, true)) {
                if (scans.size() < pages) {
                    scans.add(BadScanner.scan(sheet.paper(), Damage.MILD, made.random()));
                }
            }
            Path file = home.resolve("stack-" + i + ".pdf");
            ScanFiles.writePdf(file, scans, 300);
            written.add(file);
            progress.step();
        }
        progress.close();
        return written;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
