package org.paperbridge.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.route.OriginalIntake;
import org.paperbridge.route.source.BrowserUploads;
import org.paperbridge.route.source.Scanners;
import org.paperbridge.route.source.ScanningDesk;
import org.paperbridge.route.source.SourceActivity;
import org.paperbridge.source.EsclDevice;
import org.paperbridge.source.Uploads;
import org.paperbridge.source.profile.ProfileFolder;
import org.paperbridge.source.profile.Source;
import org.paperbridge.source.profile.Sources;
import org.paperbridge.store.Store;
import org.paperbridge.store.StoreSettings;
import org.paperbridge.store.TestStore;
import org.paperbridge.store.WardClock;
import org.paperbridge.store.object.ObjectStore.StoredObject;
import org.paperbridge.store.sql.StoredReleases;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.account.Account;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.identity.SetPage;
import org.paperbridge.validation.policy.RiskPolicyFile;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.release.RecordBuilder;
import org.paperbridge.validation.rescan.RescanVerdict;

/** The screens on a real store, with pages of the shipped prescription chart. */
final class ReviewRoom implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";
    static final Instant NOW = Instant.parse("2026-03-12T10:00:00Z");
    private static final FormRef CHART = new FormRef("observation", 1);
    static final long LARGEST_UPLOAD = 8 << 20;
    private static final Duration LEASE = Duration.ofMinutes(5);

    final WardClock clock = new WardClock(NOW);
    final Store store;
    final WebServer server;
    private final WebPorts ports;
    private final ScanningDesk desk;
    final EsclDevice device;
    final FormTemplate form;
    private final Path home;
    private final PageJudge judge;
    private int pages;

    ReviewRoom(Path home, String policy) {
        this(home, policy, ReviewRoom::census);
    }

    ReviewRoom(Path home, String policy, Supplier<Census> census) {
        this.home = home;
        ReleasedForms forms = ReleasedForms.load(TemplateFiles.ofFolder(Path.of("templates")));
        form = forms.findForm(new FormRef("prescription", 1)).orElseThrow();
        judge = new PageJudge(RiskPolicyFile.load(Path.of(policy)));
        store = TestStore.open(
                new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", ""),
                home,
                clock,
                TestStore.key(1),
                new StoredReleases.Rulebook(forms, new RecordBuilder(ZoneId.of("Europe/Paris")), List.of("fhir")));
        OriginalIntake intake = new OriginalIntake(store, source -> {}, Map.of(), Clock.systemUTC());
        device = device();
        List<Source> sources = Sources.of(
                        new ProfileFolder(Path.of("scanner-config")),
                        Map.of(
                                "mfp-3b", Map.of("profile", "network-scanner", "url", device.address()),
                                "copiers", Map.of("profile", "any-scanner", "directory", "copiers")))
                .all();
        desk = new ScanningDesk(sources, Scanners.of(sources, home), intake, new SourceActivity(clock));
        desk.connect(source -> Thread.ofVirtual().start(() -> scan(source)));
        Uploads uploads = new BrowserUploads(intake, LARGEST_UPLOAD);
        ports = new WebPorts(
                forms,
                store.queue(),
                store.decisions(),
                store.releases(),
                new FilledPage(form, written()),
                store.accounts(),
                store.sessions(),
                store.audit(),
                store.situations(),
                store.ledger(),
                store.batches(),
                store.deliveries(),
                store.dashboards(),
                (unit, shift, operator, expected, language) ->
                        "%PDF-1.6 batch of ".concat(unit).getBytes(StandardCharsets.UTF_8),
                uploads,
                desk,
                census,
                org.paperbridge.form.formulary.Formulary::none,
                clock,
                new Random(1));
        server = WebServer.start(ports, WebSettings.local(0, home, ZoneId.of("Europe/Paris")));
    }

    private void scan(String source) {
        try {
            desk.scan(source);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static EsclDevice device() {
        try {
            return new EsclDevice();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    WebPorts ports() {
        return ports;
    }

    String address() {
        return "http://localhost:" + server.port();
    }

    Path home() {
        return home;
    }

    void addReviewer(String name) {
        addPerson(name, Role.REVIEWER);
    }

    void addPerson(String name, Role... roles) {
        store.accounts().add(new Account(name, name, Set.of(roles), true), PASSWORD.toCharArray());
    }

    /** A reviewer answers what is asked of the oldest page and lets it go. */
    void release(String reviewer, Answer... answers) {
        ReviewTask task = openTasks().getFirst();
        ReviewTask answered = store.decisions().decide(task.id(), task.version(), reviewer, List.of(answers));
        store.releases().release(answered.id(), answered.version(), reviewer);
    }

    static Map<String, String> written() {
        return Map.ofEntries(
                Map.entry("allergy", "none-known"),
                Map.entry("weight", " 72  "),
                Map.entry("dose-1", "   1  "),
                Map.entry("unit-1", "g"),
                Map.entry("route-1", "iv"),
                Map.entry("per-day-1", "4"),
                Map.entry("date", "12032026"),
                Map.entry("time", "0830"),
                Map.entry("author-rpps", "10003456782"),
                Map.entry("lines-used", "1"));
    }

    /** A prescription with one line, its dose and route to be seen by a person. */
    ScanRef addPrescription() throws IOException {
        return add(outcome(
                read("allergy", 0.9999, "none-known"),
                read("weight", 0.97, "72", "12"),
                read("dose-1", 0.98, "1", "7", "4"),
                read("unit-1", 0.999, "g"),
                read("route-1", 0.999, "iv"),
                read("per-day-1", 0.98, "4", "9"),
                read("date", 0.9999, "12/03/2026"),
                read("time", 0.9999, "08:30"),
                read("lines-used", 0.9999, "1")));
    }

    /** An observation chart of two pages leaves the printer of the cardiology ward; blank when there is no patient. */
    void printChart(String serial, String patient) {
        Optional<String> id = Optional.of(patient).filter(p -> !p.isEmpty());
        store.printedForms()
                .registerKit("CARD", List.of(new PrintedForm(1, serial, CHART, 1, NOW, id, Optional.empty())));
    }

    /** A page of such a chart on which nothing is written but what is given. */
    PageOutcome.Read chart(String serial, int page, FieldReading... readings) {
        FormTemplate chart = ports.forms().findForm(CHART).orElseThrow();
        double s = 300 / 25.4;
        List<FieldReading> all = new ArrayList<>();
        for (FieldZone zone : chart.layout().getPage(page).fields()) {
            all.add(List.of(readings).stream()
                    .filter(r -> r.field().equals(zone.id()))
                    .findFirst()
                    .orElse(new FieldReading(
                            zone.id(), FieldState.BLANK, List.of(), 1, List.of(), Map.of(), zone.box())));
        }
        return new PageOutcome.Read(
                ((PageOutcome.Unregistered) unlocated(serial, page)).identity(),
                new PageRegistration(new PageRegistration.Homography(s, 0, 0, 0, s, 0, 0, 0), 0.05, 0, 4),
                all);
    }

    /** A side of such a chart whose corners are torn off. */
    PageOutcome unlocated(String serial, int page) {
        return new PageOutcome.Unregistered(
                new PageIdentity(
                        1,
                        CHART,
                        1,
                        serial,
                        page,
                        1,
                        NOW,
                        Optional.of("IPP0042"),
                        Optional.empty(),
                        PageIdentity.IdentifiedBy.PAGE_CODE),
                2,
                3);
    }

    /** Keeps a page as a worker would, and lets rules and policy speak. */
    ScanRef add(PageOutcome outcome) throws IOException {
        StoredObject object =
                store.objects().put(new ByteArrayInputStream(("stack " + pages++).getBytes(StandardCharsets.UTF_8)));
        store.originals().receive(object, "stack.pdf", "scan-folder");
        String original = store.originals().lease("w", LEASE).orElseThrow().original();
        store.originals().split(original, 1);
        ScanRef scan = new ScanRef(original, 0);
        store.scans().lease("w", 1, LEASE);
        store.scans().keep("w", scan, outcome, Set.of(), 12.5);
        store.scans().judge(scan, this::judge);
        clock.pass(Duration.ofSeconds(90));
        return scan;
    }

    /** One file with several sides. */
    void addStack(PageOutcome... outcomes) throws IOException {
        StoredObject object =
                store.objects().put(new ByteArrayInputStream(("stack " + pages++).getBytes(StandardCharsets.UTF_8)));
        store.originals().receive(object, "stack.pdf", "scan-folder");
        String original = store.originals().lease("w", LEASE).orElseThrow().original();
        store.originals().split(original, outcomes.length);
        store.scans().lease("w", outcomes.length, LEASE);
        for (int i = 0; i < outcomes.length; i++) {
            ScanRef scan = new ScanRef(original, i);
            store.scans().keep("w", scan, outcomes[i], Set.of(), 12.5);
            store.scans().judge(scan, this::judge);
        }
        clock.pass(Duration.ofSeconds(1));
    }

    /** A page comes again. */
    void addAgain(PageOutcome outcome, RescanVerdict verdict) throws IOException {
        StoredObject object =
                store.objects().put(new ByteArrayInputStream(("stack " + pages++).getBytes(StandardCharsets.UTF_8)));
        store.originals().receive(object, "again.pdf", "scan-folder");
        String original = store.originals().lease("w", LEASE).orElseThrow().original();
        store.originals().split(original, 1);
        ScanRef scan = new ScanRef(original, 0);
        store.scans().lease("w", 1, LEASE);
        store.scans().keep("w", scan, outcome, Set.of(), 12.5);
        store.scans().judge(scan, this::judge, (earlier, later) -> verdict);
        clock.pass(Duration.ofSeconds(1));
    }

    private PageJudge.Judgement judge(FormTemplate of, PageOutcome.Read page, Set<ScanNote> notes, List<SetPage> set) {
        return judge.judge(of, page, notes, set, LocalDateTime.ofInstant(NOW, ZoneOffset.UTC));
    }

    PageOutcome.Read outcome(FieldReading... readings) {
        double s = 300 / 25.4;
        List<FieldReading> all = new ArrayList<>();
        for (FieldZone zone : form.layout().getPage(1).fields()) {
            all.add(List.of(readings).stream()
                    .filter(r -> r.field().equals(zone.id()))
                    .findFirst()
                    .orElse(new FieldReading(
                            zone.id(), FieldState.BLANK, List.of(), 1, List.of(), Map.of(), zone.box())));
        }
        return new PageOutcome.Read(
                identity(),
                new PageRegistration(new PageRegistration.Homography(s, 0, 0, 0, s, 0, 0, 0), 0.05, 0, 4),
                all);
    }

    PageIdentity identity() {
        return new PageIdentity(
                1,
                form.ref(),
                form.layout().fingerprint(),
                String.format("K7QM3F9T%02d", pages),
                1,
                1,
                Instant.parse("2026-03-12T05:00:00Z"),
                Optional.of("IPP0042"),
                Optional.of("NDA0042"),
                PageIdentity.IdentifiedBy.PAGE_CODE);
    }

    /** @param values the reading first, then what else it might be */
    FieldReading read(String field, double confidence, String... values) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            candidates.add(new Candidate(values[i], i == 0 ? confidence : (1 - confidence) / i));
        }
        return new FieldReading(
                field,
                FieldState.READ,
                List.of(values[0]),
                confidence,
                candidates,
                Map.of(),
                form.layout().getPage(1).fields().stream()
                        .filter(z -> z.id().equals(field))
                        .map(FieldZone::box)
                        .findFirst()
                        .orElseThrow());
    }

    /** As the routes do, until no side waits for the rules. */
    void judgeWaiting() {
        for (List<ScanRef> waiting = store.scans().listUnjudged(9);
                !waiting.isEmpty();
                waiting = store.scans().listUnjudged(9)) {
            waiting.forEach(s -> store.scans().judge(s, this::judge));
        }
    }

    List<String> openReasons() {
        return openTasks().stream().map(ReviewTask::reason).toList();
    }

    String taskOf(String reason) {
        return openTasks().stream()
                .filter(t -> t.reason().equals(reason))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Fields of a task that wait for a person. */
    List<String> openFields(String task) {
        return store.queue().findContent(task).orElseThrow().verdicts().stream()
                .filter(v -> v.action() != Action.AUTO && v.action() != Action.NONE)
                .map(FieldVerdict::field)
                .toList();
    }

    private List<ReviewTask> openTasks() {
        return store.queue().listTasks(TaskFilter.open(), 0, 20).tasks();
    }

    long waiting() {
        return store.queue().listTasks(TaskFilter.open(), 0, 1).total();
    }

    static Census census() {
        return new Census(
                NOW,
                List.of(new Unit("CARD", "Cardiologie")),
                List.of(new Patient(
                        "IPP0042",
                        "LEFÈVRE",
                        Optional.empty(),
                        List.of("Odile", "Marie"),
                        Optional.of(LocalDate.of(1951, 7, 3)),
                        Optional.of("F"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false,
                        Optional.empty())),
                List.of(new Encounter(
                        "NDA0042", "IPP0042", "CARD", Optional.of("214-B"), Optional.empty(), Optional.empty())),
                List.of());
    }

    @Override
    public void close() {
        server.close();
        device.close();
        store.close();
    }
}
