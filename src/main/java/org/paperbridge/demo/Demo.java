package org.paperbridge.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.paperbridge.app.server.Server;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.census.CensusReader;
import org.paperbridge.cli.Printing;
import org.paperbridge.cli.Reading;
import org.paperbridge.cli.ServeCommand;
import org.paperbridge.demo.hapi.FhirReceiver;
import org.paperbridge.demo.hapi.MllpReceiver;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.key.KeyRing;
import org.paperbridge.key.SiteKeys;
import org.paperbridge.kit.KitBuilder;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.simulate.Hand;
import org.paperbridge.store.Store;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.situation.Situation;

/** The whole road on an invented hospital, through the parts a hospital would use. */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int FORMS_PER_FILE = 5;
    private static final String MARKER = "this-is-a-demo-home";

    private final ServeCommand.Assembly assembly;
    private final DemoWords words;
    private final Path home;
    private final Path handwriting;
    private final long seed;
    private final Clock clock = Clock.systemUTC();

    /** @param home wiped when an earlier demo left it */
    public Demo(ServeCommand.Assembly assembly, DemoWords words, Path home, Path handwriting, long seed) {
        this.assembly = assembly;
        this.words = words;
        this.home = home;
        this.handwriting = handwriting;
        this.seed = seed;
    }

    /** What the demo waits for at its end when a person plays the reviewer. */
    public interface Ending {

        /** @param port of the screens */
        void waitForPerson(int port) throws InterruptedException;
    }

    /**
     * Runs the road.
     *
     * @param person empty to let the demo's own reviewers release from the known truth
     * @return what did not go as it must; empty when every record arrived once
     */
    public List<String> run(int port, Optional<Ending> person) throws IOException, InterruptedException {
        prepareHome();
        KeyRing keys = new SiteKeys(home, Optional.empty()).create(1, new SecureRandom());
        ReleasedForms forms = ReleasedForms.load(TemplateFiles.ofProduct());
        try (FhirReceiver ehr = new FhirReceiver(0);
                MllpReceiver his = new MllpReceiver(0)) {
            Path billing = home.resolve("billing.csv");
            writeSettings(ehr, his, billing, port);
            ServerSettings settings =
                    SettingsFile.load(home, Map.of(), Runtime.getRuntime().availableProcessors());
            Census census = loadCensus(settings);
            ehr.knows(
                    census,
                    "urn:oid:" + settings.site().getOrDefault("patient-oid", ""),
                    "urn:oid:" + settings.site().getOrDefault("encounter-oid", ""));
            List<KitFile> kit = printKits(keys, forms, census, settings);
            words.say("filling", FORMS_PER_FILE);
            Path scans = Files.createDirectories(home.resolve("scans"));
            LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), settings.ward());
            Stack stack = new StackMaker(forms, Hand.load(handwriting), scans, now, seed)
                    .make(home.resolve("kits"), kit, FORMS_PER_FILE);
            words.say("scanned", stack.sideCount(), stack.files().size());
            try (Server server = Server.start(
                    settings,
                    hurriedPipeline(),
                    assembly.assemble(settings),
                    assembly.web(settings),
                    clock,
                    () -> UUID.randomUUID().toString())) {
                Store store = server.store();
                kit.forEach(f -> store.printedForms().registerKit(f.unit(), f.forms()));
                return road(server, stack, settings, now, person, new Receivers(ehr, his, billing));
            }
        }
    }

    private record Receivers(FhirReceiver ehr, MllpReceiver his, Path billing) {}

    private List<String> road(
            Server server,
            Stack stack,
            ServerSettings settings,
            LocalDateTime now,
            Optional<Ending> person,
            Receivers receivers)
            throws IOException, InterruptedException {
        Store store = server.store();
        Instant start = clock.instant();
        stack.dropInto(settings.inbox());
        List<String> problems = new ArrayList<>();
        if (!await(() -> isRead(store, stack))) {
            problems.add("not every side was read: " + store.situations().count());
        }
        words.say(
                "read",
                stack.sideCount(),
                Duration.between(start, clock.instant()).toSeconds());
        PageJudge judge = Reading.judge();
        Comparison comparison = Comparison.of(store, stack, judge, now);
        words.table(store.situations().count(), comparison);
        comparison.wrong().forEach(w -> problems.add("silently wrong: " + w));
        if (person.isPresent()) {
            person.get().waitForPerson(server.port());
            return List.of();
        }
        words.say("reviewers");
        DemoReviewers reviewers = new DemoReviewers(store, stack.sides());
        boolean settled = await(() -> !reviewers.work() && isRead(store, stack) && openTasks(store) == 0);
        if (!settled) {
            problems.add("tasks are left: " + store.situations().count().tasks());
        }
        problems.addAll(reviewers.refused());
        words.say("answered", reviewers.answered());
        if (!await(() -> isDelivered(store.situations().count()))) {
            problems.add("deliveries are left: " + store.situations().count().deliveries());
        }
        problems.addAll(count(store, stack, receivers));
        return problems;
    }

    private List<String> count(Store store, Stack stack, Receivers receivers) throws IOException {
        List<String> problems = new ArrayList<>();
        String csv = Files.exists(receivers.billing()) ? Files.readString(receivers.billing()) : "";
        int records = 0;
        for (Map.Entry<ScanRef, Written> side : stack.sides().entrySet()) {
            List<ClinicalRecord> released = store.releases().listRecords(side.getKey());
            if (side.getValue().returns() && released.isEmpty() && isExpected(side.getValue())) {
                problems.add("no record of " + side.getKey() + ", "
                        + side.getValue().form().ref());
            }
            if (!side.getValue().returns() && !released.isEmpty()) {
                problems.add("a page that is not ours gave records: " + side.getKey());
            }
            for (ClinicalRecord record : released) {
                records++;
                int ehr = receivers.ehr().holding("urn:paperbridge:provenance", record.id());
                int his = receivers.his().holding(record.id());
                long lines = csv.lines()
                        .filter(l -> l.contains(record.id() + ";") || l.contains(record.id() + "\""))
                        .count();
                if (ehr != 1 || his != 1 || lines != 1) {
                    problems.add(record.id() + " arrived " + ehr + " times by FHIR, " + his + " by HL7, " + lines
                            + " in the billing file");
                }
            }
        }
        words.say("arrived", records);
        if (records == 0) {
            problems.add("no record at all");
        }
        return problems;
    }

    /** The second page of a chart on which nothing but initials was written gives no record. */
    private static boolean isExpected(Written written) {
        return written.form().backEntry().stream()
                .anyMatch(t ->
                        t.needs().stream().allMatch(f -> !written.values(f).isEmpty())
                                && written.form().layout().getPage(written.page()).fields().stream()
                                        .anyMatch(z -> t.needs().contains(z.id())));
    }

    private static long openTasks(Store store) {
        return store.situations().count().tasks().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static boolean isRead(Store store, Stack stack) {
        Situation now = store.situations().count();
        long originals =
                now.originals().values().stream().mapToLong(Long::longValue).sum();
        long outcomes =
                now.outcomes().values().stream().mapToLong(Long::longValue).sum();
        long waiting = now.scans().entrySet().stream()
                .filter(e -> List.of("waiting", "leased", "reading", "read").contains(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return originals >= stack.files().size() && outcomes >= stack.sideCount() && waiting == 0;
    }

    private static boolean isDelivered(Situation now) {
        return now.records() > 0
                && now.deliveries().entrySet().stream()
                        .allMatch(e -> List.of("acknowledged", "delivered", "sent", "parked")
                                .contains(e.getKey()));
    }

    /** The shipped routes, but a file without its end is taken after a minute: nobody watches a demo for ten. */
    private Path hurriedPipeline() throws IOException {
        Path shipped = Reading.pipeline();
        Path copy = home.resolve("pipeline");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        Path settings = copy.resolve("application.properties");
        Files.writeString(
                settings,
                Files.readString(settings).replaceFirst("(?m)^intake\\.patience = \\d+$", "intake.patience = 60000"));
        return copy;
    }

    /** Looks at the database until it is so; there is nothing to be told by. */
    private boolean await(BooleanSupplier reached) {
        Instant deadline = clock.instant().plus(PATIENCE);
        while (!reached.getAsBoolean()) {
            if (clock.instant().isAfter(deadline)) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        return true;
    }

    private List<KitFile> printKits(KeyRing keys, ReleasedForms forms, Census census, ServerSettings settings)
            throws IOException {
        KitBuilder builder = Printing.kits(keys, forms, clock, settings.ward(), home);
        List<KitFile> files = new ArrayList<>();
        for (Unit unit : census.units()) {
            files.addAll(builder.build(census, unit, KitPlan.usual(words.language()), home.resolve("kits")));
        }
        words.say(
                "kits",
                census.units().size(),
                files.stream().mapToInt(KitFile::pages).sum(),
                home.resolve("kits"));
        return files;
    }

    private Census loadCensus(ServerSettings settings) throws IOException {
        Path folder = Files.createDirectories(home.resolve("census"));
        List<Path> files = new ArrayList<>();
        for (String name : List.of("adt.hl7", "fhir-bundle.json")) {
            try (java.io.InputStream in = Demo.class.getResourceAsStream("/demo/" + name)) {
                if (in == null) {
                    throw new IOException("demo/" + name + " is missing from the product");
                }
                Files.copy(in, folder.resolve(name));
                files.add(folder.resolve(name));
            }
        }
        Census census = new CensusReader(settings.ward(), clock).read(files).census();
        words.say("census", census.patients().size(), census.units().size());
        return census;
    }

    private void writeSettings(FhirReceiver ehr, MllpReceiver his, Path billing, int port) throws IOException {
        String text = String.join(
                "\n",
                "site.facility=CH-DEMO",
                "site.patient-oid=1.2.250.1.999.1",
                "site.encounter-oid=1.2.250.1.999.2",
                "site.unit-oid=1.2.250.1.999.3",
                "language=" + words.language(),
                "web.port=" + port,
                "destination.ehr.kind=fhir",
                "destination.ehr.url=" + ehr.url(),
                "destination.his.kind=hl7v2",
                "destination.his.host=127.0.0.1",
                "destination.his.port=" + his.port(),
                "destination.his.application=DPI",
                "destination.his.facility=CH-DEMO",
                "destination.billing.kind=csv",
                "destination.billing.file=" + billing.toAbsolutePath(),
                "");
        Files.writeString(home.resolve(SettingsFile.NAME), text, StandardCharsets.ISO_8859_1);
    }

    private void prepareHome() throws IOException {
        if (Files.exists(home) && !Files.exists(home.resolve(MARKER))) {
            try (Stream<Path> inside = Files.list(home)) {
                if (inside.findAny().isPresent()) {
                    throw new IOException(
                            home + " exists and is no demo's. Name an empty folder with --home, or remove it.");
                }
            }
        }
        if (Files.exists(home)) {
            try (Stream<Path> all = Files.walk(home)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(home);
        Files.writeString(home.resolve(MARKER), "Everything here is invented and may be deleted.\n");
    }
}
