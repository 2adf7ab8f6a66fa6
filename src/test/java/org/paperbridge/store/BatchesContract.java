package org.paperbridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.paperbridge.validation.SmallForm.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.store.object.ObjectStore.StoredObject;
import org.paperbridge.store.sql.ScanState;
import org.paperbridge.validation.SmallForm;
import org.paperbridge.validation.batch.BatchTrouble;
import org.paperbridge.validation.batch.ScannedBatch;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskKind;
import org.paperbridge.validation.queue.TaskState;
import org.paperbridge.validation.rescan.RescanVerdict;

/** FEATURE UNDER TEST: which batch a page came in, and what becomes of a page that comes again. */
abstract class BatchesContract {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String SERIAL = "K7QM3F9TX0";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private final WardClock clock = new WardClock(Instant.parse("2026-09-22T12:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    private Store store;

    private int files;

    abstract StoreSettings settings();

    @BeforeEach
    void openStore() {
        store = TestStore.open(settings(), home, clock);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void everyPageOfAStackKeepsWhatItsFirstSheetSays() throws IOException {
        List<ScanRef> scans = stack(
                new PageOutcome.BatchHeader(label(3)),
                new PageOutcome.Blank(0),
                prescription("AAAAAAAAA1"),
                new PageOutcome.Blank(0),
                prescription("AAAAAAAAA2"),
                new PageOutcome.Blank(0));

        ScannedBatch batch = store.batches().findBatch(scans.get(4)).orElseThrow();
        assertThat(batch.unit() + " " + batch.shift() + " " + batch.operator()).isEqualTo("CARD night Éloïse M.");
        assertThat(batch.sheets()).isEqualTo(2);
        assertThat(batch.blank()).isEqualTo(2);
        assertThat(batch.over()).contains(-1);
        assertThat(batch.troubles()).extracting(BatchTrouble::kind).containsExactly(BatchTrouble.Kind.SHEETS_MISSING);
        assertThat(store.batches().list(10)).containsExactly(batch);
        assertThat(store.scans().findState(scans.getFirst())).contains(ScanState.SET_ASIDE);
        assertThat(open()).hasSize(2);
    }

    @Test
    void whoHasNoKeysSeesNoOperator() throws IOException {
        stack(new PageOutcome.BatchHeader(label(1)), prescription("AAAAAAAAA1"));

        List<ScannedBatch> shown = StoreCounts.batches(settings(), TestStore.FORMS, batches -> batches.list(10));
        assertThat(shown).singleElement().satisfies(b -> {
            assertThat(b.unit()).isEqualTo("CARD");
            assertThat(b.operator()).isEmpty();
            assertThat(b.troubles()).isEmpty();
        });
    }

    @Test
    void filesOfOneSideEachAreOneBatchAndAMissingNumberIsSaid() throws IOException {
        page(1, "header", new PageOutcome.BatchHeader(label(3)));
        page(2, "empty", new PageOutcome.Blank(0));
        page(3, "one", prescription("AAAAAAAAA1"));
        page(4, "empty", new PageOutcome.Blank(0));
        ScanRef last = page(7, "two", prescription("AAAAAAAAA2"));
        page(8, "another empty one", new PageOutcome.Blank(0));
        page(3, "one", prescription("AAAAAAAAA1"));

        ScannedBatch batch = store.batches().findBatch(last).orElseThrow();
        assertThat(batch.unit()).isEqualTo("CARD");
        assertThat(batch.files()).isEqualTo(6);
        assertThat(batch.sheets())
                .as("the empty back came twice, byte for byte")
                .isEqualTo(2);
        assertThat(batch.blank()).isEqualTo(2);
        assertThat(batch.troubles())
                .extracting(t -> t.kind().code() + " " + t.side() + " " + t.count())
                .containsExactly("file-missing 4 2", "sheets-missing 0 1");
        assertThat(store.batches().list(10)).containsExactly(batch);
    }

    @Test
    void theSameContentAgainAsksNobodyAndKeepsBothScans() throws IOException {
        ScanRef first = stack(prescription(SERIAL)).getFirst();
        ScanRef second = again(new RescanVerdict.Same(), prescription(SERIAL));

        assertThat(store.scans().findState(second)).contains(ScanState.SET_ASIDE);
        assertThat(store.scans().findOutcome(second)).contains(prescription(SERIAL));
        assertThat(open()).extracting(t -> t.scan().orElseThrow()).containsExactly(first);
        assertThat(outcomes()).isEqualTo(Map.of("read", 1L, "rescan", 1L));
    }

    @Test
    void aBetterImageTakesTheTaskOverWhileNobodyHasBegunIt() throws IOException {
        ScanRef first = stack(prescription(SERIAL)).getFirst();
        ScanRef second = again(new RescanVerdict.Better(true, "grey"), prescription(SERIAL));

        assertThat(store.scans().findState(first)).contains(ScanState.SET_ASIDE);
        assertThat(open()).extracting(t -> t.scan().orElseThrow()).containsExactly(second);
        assertThat(outcomes()).isEqualTo(Map.of("read", 1L, "rescan", 1L));
    }

    @Test
    void aBetterImageOfTheSameContentLeavesBegunWorkAlone() throws IOException {
        ScanRef first = stack(prescription(SERIAL)).getFirst();
        decide(open().getFirst(), new Answer.Value("dose", List.of("500")));
        again(new RescanVerdict.Better(true, "grey"), prescription(SERIAL));
        assertThat(open()).extracting(t -> t.scan().orElseThrow()).containsExactly(first);

        again(new RescanVerdict.Better(false, "located"), prescription(SERIAL));
        assertThat(open())
                .as("nobody knows whether it says the same")
                .extracting(ReviewTask::kind)
                .containsExactlyInAnyOrder(TaskKind.CHECK_VALUES, TaskKind.COMPARE_RESCAN);
    }

    @Test
    void onALivingPageOnlyTheNewInkIsAsked() throws IOException {
        ScanRef monday = stack(prescription(SERIAL)).getFirst();
        ReviewTask task = open().getFirst();
        decide(task, new Answer.Value("dose", List.of("500")), new Answer.Value("times", List.of("3")));
        ScanRef tuesday = again(
                new RescanVerdict.Newer(Set.of("times"), false),
                SmallForm.page(
                        SERIAL, read("dose", 0.98, "500"), read("route", 0.98, "oral"), read("times", 0.5, "4")));

        ReviewTask now = open().getFirst();
        assertThat(open()).hasSize(1);
        assertThat(now.scan()).contains(tuesday);
        assertThat(now.openFields())
                .as("route was never answered, times has new ink")
                .isEqualTo(2);
        assertThat(store.decisions().listDecisions(now.id()))
                .extracting(Decision::reviewer, Decision::answer)
                .containsExactly(tuple("ada", new Answer.Value("dose", List.of("500"))));
        assertThat(store.scans().findState(monday)).contains(ScanState.SET_ASIDE);
        assertThat(store.decisions().listDecisions(task.id()))
                .as("the history stays")
                .hasSize(2);
    }

    @Test
    void whatWasReleasedFromALivingPageIsNeitherSentTwiceNorChangedInSilence() throws IOException {
        stack(order("500"));
        ReviewTask task = decide(
                open().getFirst(),
                new Answer.Value("dose", List.of("500")),
                new Answer.Value("route", List.of("oral")));
        store.releases().release(task.id(), task.version(), "ada");
        ScanRef tuesday = again(
                new RescanVerdict.Newer(Set.of("pulse-1", "pulse-band-1", "route"), false),
                SmallForm.page(
                        SERIAL,
                        read("dose", 0.98, "500"),
                        read("route", 0.98, "iv"),
                        read("pulse-1", 0.9999, "72"),
                        read("pulse-band-1", 1, "normal")));
        ReviewTask now = open().getFirst();
        assertThat(now.openFields()).as("only the route, which was overwritten").isEqualTo(1);
        ReviewTask answered = decide(now, new Answer.Value("route", List.of("iv")));
        store.releases().release(answered.id(), answered.version(), "bea");

        assertThat(store.releases().listRecords(tuesday))
                .extracting(ClinicalRecord::id)
                .containsExactly("1-K7QM3F9TX0-1-order~1", "1-K7QM3F9TX0-1-pulse-1");
        assertThat(store.situations().count().deliveries())
                .as("two receivers; the changed order waits for a person")
                .isEqualTo(Map.of("waiting", 4L, "parked", 2L));
    }

    @Test
    void aLivingPageOnWhichNothingNeedsAPersonGoesOnByItself() throws IOException {
        stack(SmallForm.page(SERIAL));
        ScanRef tuesday = again(
                new RescanVerdict.Newer(Set.of("pulse-1", "pulse-band-1"), false),
                SmallForm.page(SERIAL, read("pulse-1", 0.9999, "72"), read("pulse-band-1", 1, "normal")));
        assertThat(store.scans().findState(tuesday)).contains(ScanState.ACCEPTED);

        ScanRef noted = again(
                new RescanVerdict.Newer(Set.of(), true),
                SmallForm.page(SERIAL, read("pulse-1", 0.9999, "72"), read("pulse-band-1", 1, "normal")));
        ReviewTask task = store.queue()
                .listTasks(new TaskFilter(Optional.of(TaskState.ANSWERED), Optional.empty(), Optional.empty()), 0, 5)
                .tasks()
                .getFirst();
        assertThat(task.scan()).contains(noted);
        assertThat(task.reason()).isEqualTo("ink-beside-fields");
    }

    @Test
    void anotherContentIsComparedByAPersonWhoMayTakeTheLaterEvenAfterRelease() throws IOException {
        stack(order("500"));
        ReviewTask task = decide(
                open().getFirst(),
                new Answer.Value("dose", List.of("500")),
                new Answer.Value("route", List.of("oral")));
        store.releases().release(task.id(), task.version(), "ada");
        ScanRef other = again(new RescanVerdict.Differs(Set.of("dose")), order("50"));
        ReviewTask compare = open().getFirst();
        assertThat(compare.kind()).isEqualTo(TaskKind.COMPARE_RESCAN);
        assertThat(compare.reason()).isEqualTo("rescan-differs");
        assertThat(store.queue().findContent(compare.id()).orElseThrow().differing())
                .containsExactly("dose");

        decide(compare, new Answer.ReplaceEarlier("the dose was corrected"));
        store.scans().judge(other, TestStore.judge());
        ReviewTask again = open().getFirst();
        assertThat(again.openFields()).as("nothing is carried over").isEqualTo(2);
        ReviewTask answered =
                decide(again, new Answer.Value("dose", List.of("50")), new Answer.Value("route", List.of("oral")));
        store.releases().release(answered.id(), answered.version(), "ada");
        assertThat(store.situations().count().deliveries()).isEqualTo(Map.of("waiting", 2L, "parked", 2L));
    }

    @Test
    void twoScansOfAPageJudgedAtTheSameMomentAreComparedInTheEnd() throws IOException {
        ScanRef first = stack(prescription(SERIAL)).getFirst();
        ScanRef second = keep(prescription(SERIAL)).getFirst();
        ScanRef third = keep(prescription(SERIAL)).getFirst();

        assertThat(store.scans().judge(second, TestStore.judge(), (earlier, later) -> {
                    store.scans()
                            .judge(third, TestStore.judge(), (e, l) -> new RescanVerdict.Better(true, "resolution"));
                    return new RescanVerdict.Same();
                }))
                .as("what it was compared with speaks for the page no more")
                .isEmpty();
        assertThat(store.scans().listUnjudged(5)).containsExactly(second);
        assertThat(store.scans().findState(first)).contains(ScanState.SET_ASIDE);
    }

    private List<ScanRef> stack(PageOutcome... outcomes) throws IOException {
        List<ScanRef> scans = keep(outcomes);
        scans.forEach(s -> store.scans().judge(s, TestStore.judge()));
        return scans;
    }

    /** The printed page of an outcome comes again, in a file of its own. */
    private ScanRef again(RescanVerdict verdict, PageOutcome outcome) throws IOException {
        ScanRef scan = keep(outcome).getFirst();
        store.scans().judge(scan, TestStore.judge(), (earlier, later) -> verdict);
        assertThat(store.scans().judge(scan, TestStore.judge(), (earlier, later) -> verdict))
                .as("judged twice")
                .isEmpty();
        return scan;
    }

    /** A file of one side, with a running number in its name; read only when its content is new. */
    private ScanRef page(int number, String content, PageOutcome outcome) throws IOException {
        StoredObject object = store.objects().put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        ScanRef scan = new ScanRef(object.sha256(), 0);
        Delivery.Place place = new Delivery.Place("scan", number, clock.millis());
        if (store.originals().receive(object, new Delivery("a name", "copier", Optional.of(place), false))) {
            store.originals().split(object.sha256(), 1);
            store.scans().lease("w", 1, LEASE);
            store.scans().keep("w", scan, outcome, Set.of(), 1);
            store.scans().judge(scan, TestStore.judge());
        }
        clock.pass(Duration.ofSeconds(2));
        return scan;
    }

    private List<ScanRef> keep(PageOutcome... outcomes) throws IOException {
        String content = "file " + files++;
        StoredObject object = store.objects().put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        store.originals().receive(object, "stack.pdf", "scan-folder");
        String original = store.originals().lease("w", LEASE).orElseThrow().original();
        store.originals().split(original, outcomes.length);
        List<ScanRef> scans = store.scans().lease("w", outcomes.length, LEASE).stream()
                .map(l -> l.scan())
                .toList();
        for (ScanRef scan : scans) {
            store.scans().keep("w", scan, outcomes[scan.index()], Set.of(), 1);
        }
        clock.pass(Duration.ofSeconds(1));
        return scans;
    }

    private ReviewTask decide(ReviewTask task, Answer... answers) {
        return store.decisions().decide(task.id(), task.version(), "ada", List.of(answers));
    }

    private List<ReviewTask> open() {
        return store.queue().listTasks(TaskFilter.open(), 0, 20).tasks();
    }

    private Map<String, Long> outcomes() {
        return store.situations().count().outcomes();
    }

    private static PageOutcome prescription(String serial) {
        return SmallForm.page(serial, read("dose", 0.98, "500"), read("route", 0.98, "oral"), read("times", 0.5, "3"));
    }

    private static PageOutcome order(String dose) {
        return SmallForm.page(SERIAL, read("dose", 0.98, dose), read("route", 0.98, "oral"));
    }

    private static BatchLabel label(int expected) {
        return new BatchLabel(
                1,
                "BATCH00001",
                "CARD",
                "night",
                "Éloïse M.",
                Optional.of(expected),
                Instant.parse("2026-09-22T06:00:00Z"));
    }
}
