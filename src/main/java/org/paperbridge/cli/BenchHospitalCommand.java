package org.paperbridge.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.labels.LabelPlan;
import org.paperbridge.store.PrintedRegistry;
import org.paperbridge.store.seal.StoreKeys;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "hospital",
        description = {
            "A whole hospital of invented patients, as kit watch makes it: every kit sealed, registered, signed, forced to",
            "disk and put into place, with cover, lists and twelve form pages a patient (four prescription sheets, four",
            "observation charts of two pages). Then two refreshes: one patient changed, and 2 % of the patients, spread over",
            "as many units. Processor time is that of the whole process, compiler and collector included."
        },
        mixinStandardHelpOptions = true)
public final class BenchHospitalCommand implements Callable<Integer> {

    private static final int FORM_COPIES = 4;
    private static final int UNIT_BEDS = 25;
    private static final int CONTROL_TURNS = 40;

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

    /** One kit of the hospital and what it took. */
    private record Round(KitManifest manifest, double seconds, double cpuSeconds) {

        int pages() {
            return manifest.files().stream().mapToInt(KitFile::pages).sum();
        }

        long bytes() {
            return manifest.files().stream().mapToLong(KitFile::bytes).sum();
        }

        long sheetsPrinted() {
            return manifest.files().stream()
                    .mapToLong(file -> file.forms().size())
                    .sum();
        }
    }

    @Override
    public Integer call() throws IOException {
        KeyRing keys = KeyRing.generate(1, new SecureRandom());
        Path home = Files.createTempDirectory("paperbridge-bench-hospital");
        InventedHospital hospital = new InventedHospital(beds, UNIT_BEDS);
        KitPlan plan = new KitPlan(
                "fr",
                Map.of("prescription", FORM_COPIES / 2, "observation", FORM_COPIES),
                Map.of(),
                KitPlan.PAGES_PER_FILE,
                LabelPlan.NONE);
        Clock clock = Clock.systemUTC();
        KitMaker maker = new KitMaker(
                home,
                keys,
                forms.released(),
                options(),
                (unit, load) -> plan,
                () -> new PrintedRegistry(SettingsFile.load(home, Map.of(), 1).store(), StoreKeys.of(keys.storeKey())),
                clock);
        try {
            double control = ControlLoop.perSecond(BenchHospitalCommand::threadNanos, CONTROL_TURNS);
            resetPeaks();
            int spread = Math.min(hospital.units(), Math.max(1, beds / 50));
            Round whole = make(maker, hospital.load(clock.instant(), 0, "40"), home);
            Round one = make(maker, hospital.load(clock.instant(), 1, "60"), home);
            Round many = make(maker, hospital.load(clock.instant(), spread, "80"), home);
            report(hospital, control, whole, one, many);
            return 0;
        } finally {
            delete(home);
        }
    }

    private KitOptions options() {
        List<String> words = open
                ? List.of("--workers", String.valueOf(workers))
                : List.of("--workers", String.valueOf(workers), "--seal");
        return CommandLine.populateCommand(new KitOptions(), words.toArray(String[]::new));
    }

    private static Round make(KitMaker maker, CensusLoad load, Path home) throws IOException {
        long cpu = processNanos();
        long start = System.nanoTime();
        KitManifest manifest = maker.make(load, load.census().units(), home.resolve("kits"), 0, true)
                .manifest();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Round(manifest, seconds, (processNanos() - cpu) / 1e9);
    }

    private void report(InventedHospital hospital, double control, Round whole, Round one, Round many) {
        double pagesPerCpuSecond = whole.pages() / whole.cpuSeconds();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("beds", beds);
        map.put("units", hospital.units());
        map.put("sealed", !open);
        map.put("workers", workers);
        map.put("pages", whole.pages());
        map.put("seconds", tenths(whole.seconds()));
        map.put("pagesPerSecond", Math.round(whole.pages() / whole.seconds()));
        map.put("cpuSeconds", tenths(whole.cpuSeconds()));
        map.put("cpuMsPerPage", Math.round(1e5 * whole.cpuSeconds() / whole.pages()) / 100.0);
        map.put("pagesPerCpuSecond", Math.round(pagesPerCpuSecond));
        map.put("controlPerCpuSecond", tenths(control));
        map.put("ratioToControl", tenths(pagesPerCpuSecond / control));
        map.put("bytesPerPage", whole.bytes() / whole.pages());
        map.put("peakHeapMiB", peak() >> 20);
        map.put("refreshOnePatientSeconds", tenths(one.seconds()));
        map.put("refreshOnePatientCpuSeconds", tenths(one.cpuSeconds()));
        map.put("refreshUnits", Math.min(hospital.units(), Math.max(1, beds / 50)));
        map.put("refreshSheetsPrinted", many.sheetsPrinted());
        map.put("refreshSeconds", tenths(many.seconds()));
        map.put("refreshCpuSeconds", tenths(many.cpuSeconds()));
        if (json) {
            System.out.println(Json.pretty(map));
        } else {
            map.forEach((name, value) -> System.out.printf("%-28s %s%n", name, value));
        }
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long processNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : System.nanoTime();
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
