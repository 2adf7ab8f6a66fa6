package org.paperbridge.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.KitBuilder;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "kit",
        description = {
            "How fast kits are made, and how large they are: a unit of invented patients, each with drugs, is printed",
            "as files on disk, on one thread, after one round to warm up. The median round counts."
        },
        mixinStandardHelpOptions = true)
public final class BenchKitCommand implements Callable<Integer> {

    private static final Unit UNIT = new Unit("BENCH", "Bench");
    private static final int CONTROL_TURNS = 40;

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--patients", defaultValue = "300", description = "In the unit (default: ${DEFAULT-VALUE}).")
    private int patients = 300;

    @Option(names = "--rounds", defaultValue = "5", description = "Odd number (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    /** One printing of the unit; times of this thread. */
    private record Round(int pages, long bytes, double wallSeconds, double cpuSeconds, double controlPerSecond) {

        double pagesPerCpuSecond() {
            return pages / cpuSeconds;
        }
    }

    @Override
    public Integer call() throws IOException {
        KeyRing keys = KeyRing.generate(1, new SecureRandom());
        Clock clock = Clock.systemUTC();
        KitBuilder builder = Printing.kits(
                keys,
                forms.released(),
                clock,
                ZoneId.of("Europe/Paris"),
                Files.createTempDirectory("paperbridge-bench-home"));
        Census census = invented(clock.instant());
        List<Round> all = new ArrayList<>();
        try (Progress progress = Progress.alone("Rounds", rounds + 1L)) {
            print(builder, census);
            progress.step();
            for (int i = 0; i < rounds; i++) {
                all.add(print(builder, census));
                progress.step();
            }
        }
        all.sort(Comparator.comparingDouble(Round::pagesPerCpuSecond));
        Round median = all.get(all.size() / 2);
        report(median);
        return 0;
    }

    private void report(Round median) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("pages", median.pages());
        map.put("pagesPerSecond", rounded(median.pages() / median.wallSeconds()));
        map.put("pagesPerCpuSecond", rounded(median.pagesPerCpuSecond()));
        map.put("bytesPerPage", Math.round((double) median.bytes() / median.pages()));
        map.put("controlPerCpuSecond", rounded(median.controlPerSecond()));
        map.put("ratioToControl", rounded(median.pagesPerCpuSecond() / median.controlPerSecond()));
        if (json) {
            System.out.println(Json.pretty(map));
        } else {
            map.forEach((name, value) -> System.out.printf("%-20s %s%n", name, value));
        }
    }

    private static Round print(KitBuilder builder, Census census) throws IOException {
        Path folder = Files.createTempDirectory("paperbridge-bench");
        try {
            double control = ControlLoop.perSecond(BenchKitCommand::cpuNanos, CONTROL_TURNS);
            long wall = System.nanoTime();
            long cpu = cpuNanos();
            List<KitFile> files = builder.build(census, UNIT, KitPlan.usual("fr"), folder);
            double cpuSeconds = (cpuNanos() - cpu) / 1e9;
            double wallSeconds = (System.nanoTime() - wall) / 1e9;
            return new Round(
                    files.stream().mapToInt(KitFile::pages).sum(),
                    files.stream().mapToLong(KitFile::bytes).sum(),
                    wallSeconds,
                    cpuSeconds,
                    control);
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Nobody: names and numbers are made from a counter. */
    private Census invented(Instant asOf) {
        List<Patient> people = IntStream.range(0, patients)
                .mapToObj(i -> new Patient(
                        String.format(Locale.ROOT, "9%08d", i),
                        "DEMO-PATIENT-" + letters(i),
                        Optional.empty(),
                        List.of("Élodie"),
                        Optional.of(LocalDate.of(1930 + i % 80, 1 + i % 12, 1 + i % 28)),
                        Optional.of(i % 2 == 0 ? "F" : "M"),
                        Optional.empty(),
                        Optional.empty(),
                        i % 3 == 0 ? List.of("pénicilline") : List.of(),
                        i % 3 == 1,
                        Optional.of(60.0 + i % 40)))
                .toList();
        List<Encounter> stays = IntStream.range(0, patients)
                .mapToObj(i -> new Encounter(
                        String.format(Locale.ROOT, "26%07d", i),
                        people.get(i).id(),
                        UNIT.code(),
                        Optional.of(String.format(Locale.ROOT, "%03d-P", 100 + i)),
                        Optional.of(LocalDateTime.of(2026, 1, 1, 8, 0)),
                        Optional.empty()))
                .toList();
        List<ActiveDrug> drugs = people.stream()
                .flatMap(p -> Stream.of("furosémide", "ramipril", "bisoprolol")
                        .map(name -> new ActiveDrug(
                                p.id(),
                                name,
                                Optional.empty(),
                                Optional.of("40"),
                                Optional.of("mg"),
                                Optional.of("oral"),
                                Optional.of("8 h"))))
                .toList();
        return new Census(asOf, List.of(UNIT), people, stays, drugs);
    }

    private static String letters(int number) {
        return "" + (char) ('A' + number / 26 % 26) + (char) ('A' + number % 26);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
