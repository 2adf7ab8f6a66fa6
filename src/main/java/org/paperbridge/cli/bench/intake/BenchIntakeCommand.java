package org.paperbridge.cli.bench.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.paperbridge.cli.Forms;
import org.paperbridge.cli.Json;
import org.paperbridge.cli.Reading;
import org.paperbridge.cli.bench.FilledPages;
import org.paperbridge.cli.bench.intake.IntakeLevels.Level;
import org.paperbridge.cli.bench.intake.PrintedSheets.Sheet;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.read.FieldReader;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.simulate.opencv.RoughScanner;
import org.paperbridge.template.ReleasedForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "intake",
        description = {
            "How much damage a page may have until it is not known or not located any more:",
            "every form in both languages through growing faults and two mixtures, against the truth.",
            "Exit code 1 when a page was given to another patient, or misplaced unnoticed."
        },
        mixinStandardHelpOptions = true)
public final class BenchIntakeCommand implements Callable<Integer> {

    /** Printing a sheet takes longer than scanning it: each is scanned this often in a mixture. */
    private static final int SCANS_OF_A_SHEET = 4;

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--pages", defaultValue = "100", description = "At each level (default: ${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--mix-pages", defaultValue = "3000", description = "In each mixture (default: ${DEFAULT-VALUE}).")
    private int mixPages;

    @Option(names = "--series", defaultValue = "", description = "Only series whose name contains this.")
    private String series = "";

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--threads", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--handwriting", defaultValue = "test-scans/handwriting", description = "The sample.")
    private Path handwriting = Path.of("");

    @Option(
            names = "--charts",
            paramLabel = "DIR",
            description = "Where to write intake-shares.svg and intake-residuals.svg.")
    private Optional<Path> charts = Optional.empty();

    @Option(names = "--keep", paramLabel = "DIR", description = "Where to keep scans that were not read.")
    private Optional<Path> keep = Optional.empty();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    private final Map<Level, IntakeTally> tallies = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        ReleasedForms released = forms.released();
        PrintedSheets sheets = new PrintedSheets(released, handwriting, seed);
        List<Level> growing = IntakeLevels.series().stream()
                .filter(level -> level.series().contains(series))
                .toList();
        List<Level> mixtures = List.of(IntakeLevels.production(), IntakeLevels.harsh());
        growing.forEach(level -> tallies.put(level, new IntakeTally()));
        mixtures.forEach(level -> tallies.put(level, new IntakeTally()));
        try (PrintedLineReader lines = FilledPages.lines(threads)) {
            IntakeTrial trial = new IntakeTrial(
                    new RoughScanner(),
                    Reading.processor(sheets.keys(), released, new NoFields(), lines, sheets.printed()),
                    keep);
            if (!growing.isEmpty()) {
                scan(sheets, trial, growing, 1, pages);
            }
            scan(sheets, trial, mixtures, SCANS_OF_A_SHEET, mixPages);
        }
        if (charts.isPresent()) {
            writeCharts(charts.get(), growing);
        }
        report();
        return tallies.values().stream().anyMatch(tally -> tally.wrongOnes() > 0) ? 1 : 0;
    }

    /** Sheets until each level has had enough; what a sheet meets depends on its number alone. */
    private void scan(PrintedSheets sheets, IntakeTrial trial, List<Level> levels, int times, int most)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger scanned = new AtomicInteger();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                done.add(workers.submit(() -> {
                    while (scanned.get() < most) {
                        int number = next.getAndIncrement();
                        for (Sheet sheet : sheets.form(number)) {
                            SplittableRandom random = new SplittableRandom(seed * 7_000_003
                                    + number * 16L
                                    + sheet.layout().page());
                            for (Level level : levels) {
                                for (int time = 0; time < times; time++) {
                                    trial.run(sheet, level, tally(level), random.split());
                                }
                            }
                            scanned.addAndGet(times);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        }
    }

    private IntakeTally tally(Level level) {
        return java.util.Objects.requireNonNull(tallies.get(level));
    }

    private void report() {
        if (json) {
            List<Map<String, Object>> rows = new ArrayList<>();
            tallies.forEach((level, tally) -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("series", level.series());
                row.put("level", level.value());
                row.putAll(tally.toJson());
                rows.add(row);
            });
            System.out.println(Json.pretty(rows));
        } else {
            tallies.forEach(
                    (level, tally) -> System.out.println(level.series() + " " + level.value() + "  " + tally.toJson()));
        }
    }

    private void writeCharts(Path folder, List<Level> growing) throws IOException {
        Map<String, Map<String, IntakeTally>> bySeries = new LinkedHashMap<>();
        for (Level level : growing) {
            bySeries.computeIfAbsent(level.series(), s -> new LinkedHashMap<>()).put(level.value(), tally(level));
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("intake-shares.svg"), LevelCharts.svg(LevelCharts.shares(), bySeries));
        Files.writeString(folder.resolve("intake-residuals.svg"), LevelCharts.svg(LevelCharts.residuals(), bySeries));
    }

    /** Where a page lies is measured before anything is read. */
    private static final class NoFields implements FieldReader {

        @Override
        public List<FieldReading> read(PageImage image, PageRegistration registration, LayoutPage layout) {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
