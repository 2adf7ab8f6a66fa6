package org.paperbridge.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
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
import org.paperbridge.kit.folder.KitFolder;
import org.paperbridge.kit.labels.LabelPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "hospital",
        description = {
            "A whole hospital of invented patients: every kit sealed, forced to disk and put into place, with cover, lists",
            "and twelve form pages a patient (four prescription sheets, four observation charts of two pages). Then two",
            "refreshes: everything that changed is in one unit, and 2 % of the patients spread over as many units."
        },
        mixinStandardHelpOptions = true)
public final class BenchHospitalCommand implements Callable<Integer> {

    private static final int FORM_COPIES = 4;
    private static final int UNIT_BEDS = 25;

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--beds", defaultValue = "1000", description = "In the hospital (default: ${DEFAULT-VALUE}).")
    private int beds = 1000;

    @Option(
            names = "--workers",
            defaultValue = "2",
            description = "Units at the same time (default: ${DEFAULT-VALUE}).")
    private int workers = 2;

    @Option(names = "--open", description = "Without encryption.")
    private boolean open;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        KeyRing keys = KeyRing.generate(1, new SecureRandom());
        Clock clock = Clock.systemUTC();
        Path home = Files.createTempDirectory("paperbridge-bench-hospital");
        try {
            KitBuilder builder = Printing.kits(
                    keys,
                    forms.released(),
                    clock,
                    ZoneId.of("Europe/Paris"),
                    home,
                    open ? Optional.empty() : Optional.of(keys.kitPassword()));
            Census census = invented(clock.instant());
            KitPlan plan = new KitPlan(
                    "fr",
                    Map.of("prescription", FORM_COPIES, "observation", FORM_COPIES),
                    Map.of(),
                    KitPlan.PAGES_PER_FILE,
                    LabelPlan.NONE);
            List<KitFile> files = new ArrayList<>();
            resetPeaks();
            long start = System.nanoTime();
            new KitFolder(home.resolve("kits"), 0).replace(folder -> {
                files.addAll(new KitRun(builder, census, List.of(), unit -> plan)
                        .print(census.units(), folder, workers, (unit, made) -> {}));
                new KitManifest(keys.site(), clock.instant(), census.asOf(), "fr", !open, files, List.of())
                        .write(folder, keys);
            });
            double whole = (System.nanoTime() - start) / 1e9;
            int changed = Math.max(1, beds / 50);
            int spread = Math.min(census.units().size(), changed);
            double one = refresh(builder, census, plan, home, 1);
            double many = refresh(builder, census, plan, home, spread);
            report(files, whole, one, spread, many);
            return 0;
        } finally {
            delete(home);
        }
    }

    /** Prints the first units again and takes the others over, as kit watch does. */
    private double refresh(KitBuilder builder, Census census, KitPlan plan, Path home, int units) throws IOException {
        Path kits = home.resolve("kits");
        long start = System.nanoTime();
        new KitFolder(kits, 0).replace(folder -> {
            for (Unit unit : census.units().subList(units, census.units().size())) {
                Path target = Files.createDirectories(folder.resolve(unit.code()));
                try (Stream<Path> files = Files.list(kits.resolve(unit.code()))) {
                    for (Path file : files.toList()) {
                        Files.createLink(target.resolve(file.getFileName()), file);
                    }
                }
            }
            new KitRun(builder, census, List.of(), unit -> plan)
                    .print(census.units().subList(0, units), folder, workers, (unit, made) -> {});
            Files.copy(kits.resolve(KitFolder.MANIFEST), folder.resolve(KitFolder.MANIFEST));
        });
        return (System.nanoTime() - start) / 1e9;
    }

    private void report(List<KitFile> files, double seconds, double one, int spread, double many) {
        int pages = files.stream().mapToInt(KitFile::pages).sum();
        long bytes = files.stream().mapToLong(KitFile::bytes).sum();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("beds", beds);
        map.put("units", (beds + UNIT_BEDS - 1) / UNIT_BEDS);
        map.put("sealed", !open);
        map.put("workers", workers);
        map.put("pages", pages);
        map.put("seconds", Math.round(seconds * 10) / 10.0);
        map.put("pagesPerSecond", Math.round(pages / seconds));
        map.put("bytesPerPage", bytes / pages);
        map.put("peakHeapMiB", peak() >> 20);
        map.put("refreshOneUnitSeconds", Math.round(one * 10) / 10.0);
        map.put("refreshUnits", spread);
        map.put("refreshSeconds", Math.round(many * 10) / 10.0);
        if (json) {
            System.out.println(Json.pretty(map));
        } else {
            map.forEach((name, value) -> System.out.printf("%-16s %s%n", name, value));
        }
    }

    private Census invented(Instant asOf) {
        List<Unit> units = new ArrayList<>();
        List<Patient> people = new ArrayList<>();
        List<Encounter> stays = new ArrayList<>();
        List<ActiveDrug> drugs = new ArrayList<>();
        for (int i = 0; i < beds; i++) {
            String unit = String.format(Locale.ROOT, "U%02d", i / UNIT_BEDS);
            if (i % UNIT_BEDS == 0) {
                units.add(new Unit(unit, "Unit " + unit));
            }
            String id = String.format(Locale.ROOT, "7%07d", i);
            people.add(new Patient(
                    id,
                    "DEMO-PATIENT-" + i,
                    Optional.empty(),
                    List.of("Élodie"),
                    Optional.of(LocalDate.of(1930 + i % 80, 1 + i % 12, 1 + i % 28)),
                    Optional.of(i % 2 == 0 ? "F" : "M"),
                    Optional.empty(),
                    Optional.empty(),
                    i % 3 == 0 ? List.of("pénicilline") : List.of(),
                    i % 3 == 1,
                    Optional.of(60.0 + i % 40)));
            stays.add(new Encounter(
                    String.format(Locale.ROOT, "26%07d", i),
                    id,
                    unit,
                    Optional.of(String.format(Locale.ROOT, "%03d-P", 100 + i % UNIT_BEDS)),
                    Optional.of(LocalDateTime.of(2026, 1, 1, 8, 0)),
                    Optional.empty()));
            for (String name : List.of("furosémide", "ramipril", "bisoprolol")) {
                drugs.add(new ActiveDrug(
                        id,
                        name,
                        Optional.empty(),
                        Optional.of("40"),
                        Optional.of("mg"),
                        Optional.of("oral"),
                        Optional.of("8 h")));
            }
        }
        return new Census(asOf, units, people, stays, drugs);
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
