package org.paperbridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageIdentity.IdentifiedBy;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.store.object.ObjectStore.StoredObject;
import org.paperbridge.store.sql.ScanState;
import org.paperbridge.store.sql.StoredReleases;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.validation.dashboard.Dashboard;
import org.paperbridge.validation.dashboard.FieldCounts;
import org.paperbridge.validation.dashboard.Lack;
import org.paperbridge.validation.dashboard.Pace;
import org.paperbridge.validation.dashboard.PagePlace;
import org.paperbridge.validation.dashboard.ReviewerLoad;
import org.paperbridge.validation.dashboard.StayAtRisk;
import org.paperbridge.validation.dashboard.UnitProgress;
import org.paperbridge.validation.ledger.Declaration;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskState;
import org.paperbridge.validation.release.RecordBuilder;
import org.paperbridge.validation.rescan.RescanVerdict;

/** FEATURE UNDER TEST: the numbers of a recovery are true sums, and a stay is listed for what it lacks and nothing else. */
abstract class DashboardContract {

    static final ReleasedForms FORMS = ReleasedForms.load(TemplateFiles.ofProduct());
    private static final FormRef CHART = new FormRef("observation", 1);
    private static final FormRef ADMISSION = new FormRef("admission", 1);
    private static final FormRef DISCHARGE = new FormRef("discharge", 1);
    private static final FormRef ACTS = new FormRef("acts", 1);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Instant START = Instant.parse("2026-09-22T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private final WardClock clock = new WardClock(START);

    @SuppressWarnings("NullAway.Init")
    private Store store;

    private int files;

    abstract StoreSettings settings();

    @BeforeEach
    void openStore() {
        store = TestStore.open(
                settings(),
                home,
                clock,
                TestStore.key(1),
                new StoredReleases.Rulebook(FORMS, new RecordBuilder(ZoneId.of("Europe/Paris")), List.of("fhir")));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void anEmptyStoreCountsNothingAndSaysSo() {
        Dashboard board = board();

        assertThat(board.isEmpty()).isTrue();
        assertThat(board.pages())
                .hasSize(PagePlace.values().length)
                .allSatisfy((p, n) -> assertThat(n).isZero());
        assertThat(board.fields()).isEqualTo(FieldCounts.NONE);
        assertThat(board.pace().hours()).hasSize(Pace.HOURS);
        assertThat(board.pace().left()).isEmpty();
        assertThat(board.pace().peoplePerHour()).isEmpty();
        assertThat(store.dashboards().listStays(10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySideIsAtThePlaceItWasBroughtToAndTheSumIsAllThatWasScanned(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<PagePlace, Long> told = new EnumMap<>(PagePlace.class);
        for (PagePlace place : PagePlace.values()) {
            told.put(place, 0L);
        }
        int sides = 40;
        for (int i = 0; i < sides; i++) {
            told.merge(bring(random, i), 1L, Long::sum);
        }

        Dashboard board = board();
        assertThat(board.pages()).isEqualTo(told);
        assertThat(board.scanned())
                .isEqualTo(sides)
                .isEqualTo(store.situations().count().scans().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    /** Scans something and takes it somewhere. */
    private PagePlace bring(RandomGenerator random, int i) throws IOException {
        String serial = "SHEET%05d".formatted(i);
        return switch (random.nextInt(9)) {
            case 0 -> {
                scan(new PageOutcome.Blank(0));
                yield PagePlace.BLANK;
            }
            case 1 -> {
                scan(new PageOutcome.Unidentified("no-readable-page-code"));
                yield PagePlace.UNRESOLVED;
            }
            case 2 -> {
                scan(new PageOutcome.Foreign(9, 1));
                yield PagePlace.FOREIGN;
            }
            case 3 -> {
                ScanRef scan = scan(new PageOutcome.Foreign(9, 1));
                discard(scan);
                yield PagePlace.FOREIGN;
            }
            case 4 -> {
                discard(scan(new PageOutcome.Unidentified("no-marks-of-ours")));
                yield PagePlace.DISCARDED;
            }
            case 5 -> {
                scan(new PageOutcome.Separator(2));
                yield PagePlace.BATCH_SHEET;
            }
            case 6 -> {
                store.releases().releaseByPolicy(scan(page(CHART, serial, 1)));
                yield PagePlace.RELEASED;
            }
            case 7 -> {
                scan(page(CHART, serial, 1));
                yield PagePlace.IN_THE_MACHINE;
            }
            default -> {
                scan(page(ADMISSION, serial, 1));
                yield PagePlace.FOR_A_PERSON;
            }
        };
    }

    @Test
    void aPageThatCameAgainIsADuplicateOrAQuestion() throws IOException {
        scan(page(CHART, "SHEET00001", 1));
        scanAgain(page(CHART, "SHEET00001", 1), new RescanVerdict.Same());
        scanAgain(page(CHART, "SHEET00001", 1), new RescanVerdict.Unclear("not-compared"));

        assertThat(board().pages())
                .containsEntry(PagePlace.DUPLICATE, 1L)
                .containsEntry(PagePlace.FOR_A_PERSON, 1L)
                .containsEntry(PagePlace.IN_THE_MACHINE, 1L);
    }

    @Test
    void filesThatAreNotSidesYetAreToldApart() throws IOException {
        receive();
        receive();
        String refused = store.originals().lease("w", LEASE).orElseThrow().original();
        store.originals().refuse(refused, "not-a-document");

        assertThat(board().files()).isEqualTo(new Dashboard.Files(1, 1));
        assertThat(board().isEmpty()).isFalse();
    }

    @Test
    void fieldsMoveFromWaitingToPeopleOrUnreadableAndTheirSumStays() throws IOException {
        scan(page(CHART, "SHEET00001", 1));
        ScanRef scan = scan(new PageOutcome.Unregistered(identity(ACTS, "SHEET00002", 1), 2, 1));
        long typed = store.queue()
                .findContent(taskOf(scan).id())
                .orElseThrow()
                .verdicts()
                .size();
        FieldCounts before = board().fields();
        assertThat(before.waiting()).isEqualTo(typed);
        assertThat(before.total())
                .as("all that rules and policy spoke about")
                .isEqualTo(store.situations().count().fields().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());

        answer(scan, new Answer.Value("unit-code", List.of("CARD")));
        answer(scan, new Answer.Value("unit-code", List.of("NEUR")));
        answer(scan, new Answer.Illegible("signature"));

        FieldCounts after = board().fields();
        assertThat(after.byPerson()).as("a corrected answer is one field").isEqualTo(1);
        assertThat(after.unreadable()).isEqualTo(1);
        assertThat(after.waiting()).isEqualTo(typed - 2);
        assertThat(after.total()).isEqualTo(before.total());
        assertThat(taskOf(scan).openFields()).isEqualTo((int) after.waiting());

        discard(scan);
        assertThat(board().fields())
                .as("what is set aside has no fields")
                .isEqualTo(new FieldCounts(before.byReader(), 0, 0, 0, before.empty()));
    }

    @Test
    void theTimeLeftIsOnlySaidAtAPaceOfPeople() throws IOException {
        List<ScanRef> scans = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            scans.add(scan(new PageOutcome.Unidentified("no-readable-page-code")));
        }
        assertThat(board().pace().waiting()).isEqualTo(10);
        assertThat(board().pace().left()).isEmpty();

        clock.pass(Duration.ofMinutes(5));
        for (int i = 0; i < 4; i++) {
            discard(scans.get(i));
            clock.pass(Duration.ofMinutes(5));
        }
        assertThat(board().pace().left()).as("four are chance").isEmpty();
        discard(scans.get(4));

        Pace pace = board().pace();
        assertThat(pace.measured()).isEqualTo(Duration.ofMinutes(20));
        assertThat(pace.peoplePerHour()).contains(15.0);
        assertThat(pace.left()).contains(Duration.ofMinutes(20));
        assertThat(pace.hours().getLast()).isEqualTo(new Pace.Hour(START, 10, 5));

        clock.pass(Duration.ofHours(2));
        assertThat(board().pace().peoplePerHour()).isEmpty();
        assertThat(board().pace().hours().get(Pace.HOURS - 3)).isEqualTo(new Pace.Hour(START, 10, 5));
        clock.pass(Duration.ofHours(24));
        assertThat(board().pace().hours())
                .allSatisfy(h -> assertThat(h.in() + h.cleared()).isZero());
    }

    @Test
    void unitsCountDueAndMissingAndReleasedPagesWithTheWorstFirst() throws IOException {
        store.printedForms()
                .registerKit("CARD", List.of(printed(CHART, "CHART00001", 1), printed(ACTS, "ACTS000001", 1)));
        store.printedForms().registerKit("NEURO", List.of(printed(CHART, "CHART00002", 2)));
        store.printedForms()
                .registerKit("NEURO", List.of(printed(ACTS, "ACTS000002", 2), printed(CHART, "CHART00003", 2)));
        store.releases().releaseByPolicy(scan(page(CHART, "CHART00001", 1)));
        scan(page(CHART, "CHART00001", 2));
        store.ledger().declare("CHART00003", 1, Declaration.UNUSED, "ada");

        List<UnitProgress> units = board().units();
        assertThat(units).extracting(UnitProgress::unit).containsExactly("NEURO", "CARD");
        assertThat(units).extracting(UnitProgress::expected).containsExactly(5L, 3L);
        assertThat(units).extracting(UnitProgress::missing).containsExactly(3L, 1L);
        assertThat(units).extracting(UnitProgress::released).containsExactly(0L, 1L);
        assertThat(board().missing()).isEqualTo(4);
        for (UnitProgress unit : units) {
            assertThat(unit.counts()).isEqualTo(store.ledger().count().units().get(unit.unit()));
        }
    }

    @Test
    void aStayIsListedForWhatItLacksUntilItLacksNothing() throws IOException {
        store.printedForms()
                .registerKit(
                        "CARD",
                        List.of(
                                printed(ADMISSION, "ADMIS00001", 1),
                                printed(DISCHARGE, "DISCH00001", 1),
                                printed(DISCHARGE, "DISCH00002", 2)));
        assertThat(store.dashboards().listStays(9))
                .as("paper nobody used is no stay")
                .isEmpty();
        scan(page(CHART, "CHART00001", 1));
        assertThat(store.dashboards().listStays(9)).as("no billing paper").isEmpty();

        ScanRef admission = scan(new PageOutcome.Unregistered(identity(ADMISSION, "ADMIS00001", 1), 2, 1));
        assertThat(lacks()).containsExactly("waiting admission p1", "not-back discharge p0");
        StayAtRisk stay = store.dashboards().listStays(9).getFirst();
        assertThat(stay.patientId()).contains("IPP0001");
        assertThat(stay.encounterId()).contains("NDA0001");
        assertThat(stay.unit()).isEqualTo("CARD");
        assertThat(stay.since()).isEqualTo(START);
        assertThat(stay.lacks().getFirst().task()).contains(taskOf(admission).id());

        clock.pass(Duration.ofHours(1));
        ScanRef summary = scan(new PageOutcome.Unregistered(identity(DISCHARGE, "DISCH00001", 2), 2, 1));
        assertThat(lacks()).containsExactly("waiting admission p1", "missing discharge p1", "waiting discharge p2");

        store.ledger().declare("DISCH00001", 1, Declaration.KEYED, "ada");
        discard(admission);
        assertThat(lacks()).containsExactly("waiting discharge p2");

        answerAll(summary, Map.of("um", List.of("CARD"), "entry-date", List.of("20/09/2026")));
        release(summary);
        assertThat(lacks()).containsExactly("unsaid discharge p2 entry-mode um-exit-date um-exit-mode icd-1");
        assertThat(board().stays()).isEqualTo(new Dashboard.StayCounts(0, 1, 0));
    }

    @Test
    void aRecordThatNoReceiverTakesKeepsItsStayOpenAndAWholeStayIsNotListed() throws IOException {
        ScanRef scan = scan(new PageOutcome.Unregistered(identity(ADMISSION, "ADMIS00001", 1), 2, 1));
        answerAll(
                scan,
                Map.of(
                        "birth-name", List.of("LEFEVRE"),
                        "given-name", List.of("ODILE"),
                        "sex", List.of("F"),
                        "birth-date", List.of("03/07/1951"),
                        "arrival-date", List.of("20/09/2026"),
                        "arrival-time", List.of("08:30")));
        release(scan);
        assertThat(lacks())
                .as("an allergy nobody answered is no matter of billing")
                .isEmpty();
        assertThat(board().stays()).isEqualTo(new Dashboard.StayCounts(1, 0, 0));

        store.outbox().park(store.outbox().lease("sender", LEASE).orElseThrow(), "refused");
        assertThat(lacks()).containsExactly("parked admission p1");
    }

    @Test
    void aBillingPagePrintedForNobodyBelongsToNoStayYet() throws IOException {
        PageIdentity nobody = new PageIdentity(
                1, ACTS, 1, "ACTS000001", 1, 1, START, Optional.empty(), Optional.empty(), IdentifiedBy.PAGE_CODE);
        scan(new PageOutcome.Unregistered(nobody, 2, 1));

        assertThat(board().stays()).isEqualTo(new Dashboard.StayCounts(0, 0, 1));
        assertThat(store.dashboards().listStays(9)).isEmpty();
    }

    @Test
    void reviewersAreCountedByWhatTheyDidWithinADayAndHoldNow() throws IOException {
        ScanRef first = scan(new PageOutcome.Unregistered(identity(ACTS, "ACTS000001", 1), 2, 1));
        ReviewTask task = taskOf(first);
        List<String> fields = store.queue().findContent(task.id()).orElseThrow().verdicts().stream()
                .map(v -> v.field())
                .limit(12)
                .toList();
        for (String field : fields) {
            clock.pass(Duration.ofSeconds(8));
            answer(first, new Answer.Illegible(field));
        }
        discard(scan(new PageOutcome.Unidentified("no-marks-of-ours")));
        store.queue().lease(taskOf(first).id(), "bea", LEASE);

        assertThat(board().reviewers())
                .containsExactly(
                        new ReviewerLoad("ada", 1, 12, Optional.of(Duration.ofSeconds(8)), 0),
                        new ReviewerLoad("bea", 0, 0, Optional.empty(), 1));
        clock.pass(LEASE.plusSeconds(1));
        assertThat(board().reviewers()).extracting(ReviewerLoad::reviewer).containsExactly("ada");
        clock.pass(Duration.ofHours(25));
        assertThat(board().reviewers()).isEmpty();
    }

    @Test
    void whoHasNoKeysSeesTheSameNumbersAndNoPatient() throws IOException {
        scan(new PageOutcome.Unregistered(identity(ADMISSION, "ADMIS00001", 1), 2, 1));
        scan(page(CHART, "CHART00001", 1));

        assertThat(StoreCounts.<Dashboard>dashboards(settings(), FORMS, clock, d -> d.count()))
                .isEqualTo(board());
        assertThat(StoreCounts.<List<StayAtRisk>>dashboards(settings(), FORMS, clock, d -> d.listStays(9)))
                .singleElement()
                .satisfies(stay -> {
                    assertThat(stay.patientId()).isEmpty();
                    assertThat(stay.encounterId()).isEmpty();
                    assertThat(stay.lacks()).hasSize(1);
                });
    }

    private Dashboard board() {
        return store.dashboards().count();
    }

    private List<String> lacks() {
        return store.dashboards().listStays(9).stream()
                .flatMap(s -> s.lacks().stream())
                .map(DashboardContract::say)
                .toList();
    }

    private static String say(Lack lack) {
        return (lack.kind().code() + " " + lack.form().form() + " p" + lack.page() + " "
                        + String.join(" ", lack.fields()))
                .strip();
    }

    private ReviewTask taskOf(ScanRef scan) {
        return store
                .queue()
                .listTasks(new TaskFilter(Optional.empty(), Optional.empty(), Optional.empty()), 0, 100)
                .tasks()
                .stream()
                .filter(t -> t.state() != TaskState.CLOSED)
                .filter(t -> t.scan().filter(scan::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void answer(ScanRef scan, Answer answer) {
        ReviewTask task = taskOf(scan);
        store.decisions().decide(task.id(), task.version(), "ada", List.of(answer));
    }

    private void discard(ScanRef scan) {
        answer(scan, new Answer.Discard("of no use"));
    }

    /** Two people say the same of every field: what is given, and that the rest is blank. */
    private void answerAll(ScanRef scan, Map<String, List<String>> values) {
        List<Answer> answers = store.queue().findContent(taskOf(scan).id()).orElseThrow().verdicts().stream()
                .map(v -> (Answer) new Answer.Value(v.field(), values.getOrDefault(v.field(), List.of())))
                .toList();
        for (String person : List.of("ada", "bea")) {
            ReviewTask task = taskOf(scan);
            store.decisions().decide(task.id(), task.version(), person, answers);
        }
    }

    /** Lets a page go whatever the rules of its form say. */
    private void release(ScanRef scan) {
        while (true) {
            ReviewTask task = taskOf(scan);
            try {
                store.releases().release(task.id(), task.version(), "ada");
                return;
            } catch (AnswerRefusedException e) {
                answer(scan, new Answer.Overrule(e.problems().getFirst().split(":", 2)[1], "as on paper"));
            }
        }
    }

    private PrintedForm printed(FormRef form, String serial, int patient) {
        return new PrintedForm(
                1, serial, form, 1, clock.instant(), Optional.of("IPP000" + patient), Optional.of("NDA000" + patient));
    }

    private PageIdentity identity(FormRef form, String serial, int page) {
        return new PageIdentity(
                1,
                form,
                1,
                serial,
                page,
                1,
                clock.instant(),
                Optional.of("IPP0001"),
                Optional.of("NDA0001"),
                IdentifiedBy.PAGE_CODE);
    }

    /** A page on which nothing is written. */
    private PageOutcome page(FormRef ref, String serial, int page) {
        FormTemplate form = FORMS.findForm(ref).orElseThrow();
        double s = 300 / 25.4;
        List<FieldReading> blank = form.layout().getPage(page).fields().stream()
                .map(z -> new FieldReading(z.id(), FieldState.BLANK, List.of(), 1, List.of(), Map.of(), z.box()))
                .toList();
        return new PageOutcome.Read(
                identity(ref, serial, page),
                new PageRegistration(new PageRegistration.Homography(s, 0, 0, 0, s, 0, 0, 0), 0.05, 0, 4),
                blank);
    }

    private void receive() throws IOException {
        StoredObject object =
                store.objects().put(new ByteArrayInputStream(("file " + files++).getBytes(StandardCharsets.UTF_8)));
        store.originals().receive(object, "stack.pdf", "scan-folder");
    }

    private ScanRef scan(PageOutcome outcome) throws IOException {
        return scanAgain(outcome, new RescanVerdict.Same());
    }

    private ScanRef scanAgain(PageOutcome outcome, RescanVerdict verdict) throws IOException {
        receive();
        String original = store.originals().lease("w", LEASE).orElseThrow().original();
        store.originals().split(original, 1);
        ScanRef scan = store.scans().lease("w", 1, LEASE).getFirst().scan();
        store.scans().keep("w", scan, outcome, Set.of(), 1);
        Optional<ScanState> state = store.scans().judge(scan, TestStore.judge(), (earlier, later) -> verdict);
        assertThat(state).isPresent();
        return scan;
    }
}
