package org.paperbridge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.paperbridge.validation.SmallForm.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.store.object.ObjectStore.StoredObject;
import org.paperbridge.store.sql.ScanState;
import org.paperbridge.validation.SmallForm;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskState;

/** FEATURE UNDER TEST: an order on an original and on its pharmacy copy is one order, and a difference is seen. */
abstract class CopiesContract {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final String SERIAL = "K7QM3F9TX0";
    private static final FieldReading PULSE = read("pulse-1", 0.9999, "72");
    private static final FieldReading BAND = read("pulse-band-1", 1, "normal");
    private static final FieldReading DOSE = read("dose", 0.98, "500");
    private static final FieldReading ROUTE = read("route", 0.98, "oral");

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
    void aCopyThatSaysWhatAPersonHasReleasedNeedsNobodyAndAddsNothing() throws IOException {
        scan(1, PULSE, BAND, DOSE, ROUTE);
        release(answered(task()));
        assertThat(records()).isEqualTo(2);

        ScanRef copy = scan(2, PULSE, BAND, DOSE, ROUTE);

        assertThat(store.scans().findState(copy)).contains(ScanState.ACCEPTED);
        assertThat(store.releases().releaseByPolicy(copy)).isTrue();
        assertThat(records()).isEqualTo(2);
        assertThat(store.situations().count().deliveries()).isEqualTo(Map.of("waiting", 4L));
        assertThat(store.situations().count().outcomes()).isEqualTo(Map.of("read", 2L));
    }

    @Test
    void aCopyThatWaitedBesideItsOriginalIsJudgedAgainOnceThatIsReleased() throws IOException {
        scan(1, PULSE, BAND, DOSE, ROUTE);
        ScanRef copy = scan(2, PULSE, BAND, DOSE, ROUTE);
        List<ReviewTask> both = tasks();
        assertThat(both).extracting(ReviewTask::priority).containsExactly(10, 25);

        release(answered(both.getFirst()));
        judgeAll();

        assertThat(tasks()).isEmpty();
        assertThat(store.scans().findState(copy)).contains(ScanState.ACCEPTED);
        assertThat(store.releases().releaseByPolicy(copy)).isTrue();
        assertThat(records()).isEqualTo(2);
    }

    @Test
    void aCopyThatSomebodyHasBegunStaysWithThem() throws IOException {
        scan(1, PULSE, BAND, DOSE, ROUTE);
        scan(2, PULSE, BAND, DOSE, ROUTE);
        List<ReviewTask> both = tasks();
        decide(both.getLast(), new Answer.Value("dose", List.of("500")));

        release(answered(both.getFirst()));
        judgeAll();

        assertThat(tasks())
                .singleElement()
                .satisfies(t -> assertThat(t.id()).isEqualTo(both.getLast().id()));
    }

    @Test
    void anotherDoseOnTheCopyIsShownBesideAndNeverTakesThePlaceOfTheFirst() throws IOException {
        ScanRef original = scan(1, PULSE, BAND, DOSE, ROUTE);
        release(answered(task()));
        ScanRef copy = scan(2, PULSE, BAND, read("dose", 0.98, "800"), ROUTE);

        ReviewTask task = task();
        TaskContent content = store.queue().findContent(task.id()).orElseThrow();
        assertThat(task.openFields()).as("the route is confirmed").isEqualTo(1);
        assertThat(content.findings()).extracting(Finding::rule).contains("other-copy:dose");
        assertThat(content.findings().stream()
                        .filter(f -> f.rule().equals("other-copy:dose"))
                        .map(f -> f.messages().get("en")))
                .singleElement()
                .asString()
                .endsWith("says: 500");
        assertThat(store.queue().findOtherCopy(task.id())).hasValueSatisfying(other -> {
            assertThat(other.copy()).isEqualTo(1);
            assertThat(other.scan()).isEqualTo(original);
        });

        ReviewTask confirmed = decide(task, new Answer.Value("dose", List.of("800")));
        assertThatThrownBy(() -> release(confirmed))
                .isInstanceOf(AnswerRefusedException.class)
                .hasMessage("contradicted:other-copy:dose");
        ReviewTask overruled = decide(confirmed, new Answer.Overrule("other-copy:dose", "corrected in the record"));
        release(overruled);

        assertThat(records()).isEqualTo(2);
        assertThat(store.scans().findState(copy)).contains(ScanState.RELEASED);
        assertThat(store.releases().listRecords(original).getFirst().values()).containsEntry("dose", "500");
    }

    @Test
    void aWrongReadingOfTheCopyIsCorrectedAndThenAgrees() throws IOException {
        scan(1, PULSE, BAND, DOSE, ROUTE);
        release(answered(task()));
        scan(2, PULSE, BAND, read("dose", 0.98, "800"), ROUTE);

        release(decide(task(), new Answer.Value("dose", List.of("500"))));

        assertThat(records()).isEqualTo(2);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void theCopyAloneIsEvidenceAndALineTheOriginalHasMoreIsAddedByAPersonOnly() throws IOException {
        scan(2, PULSE, BAND, DOSE, ROUTE);
        release(answered(task()));
        assertThat(records()).as("the original never came").isEqualTo(2);

        ScanRef original = scan(1, PULSE, BAND, DOSE, ROUTE, read("signs", 0.9999, "pain"));
        ReviewTask task = task();
        ReviewTask confirmed = decide(task, new Answer.Value("signs", List.of("pain")));
        assertThatThrownBy(() -> release(confirmed)).hasMessage("contradicted:other-copy:signs");
        release(decide(confirmed, new Answer.Overrule("other-copy:signs", "written after the copy left")));

        assertThat(records()).isEqualTo(3);
        assertThat(store.releases().listRecords(original))
                .extracting(ClinicalRecord::id)
                .containsExactly("1-" + SERIAL + "-1-signs");
    }

    @Test
    void copiesThatNobodyHasToSeeAreStillNotReleasedAgainstEachOther() throws IOException {
        ScanRef first = scan(1, PULSE, BAND);
        ScanRef second = scan(2, read("pulse-1", 0.9999, "75"), BAND);
        assertThat(store.scans().findState(first)).contains(ScanState.ACCEPTED);
        assertThat(store.scans().findState(second)).contains(ScanState.REVIEW);

        assertThat(store.releases().releaseByPolicy(first)).isTrue();
        judgeAll();

        assertThat(task().openFields()).isEqualTo(1);
        assertThat(records()).isEqualTo(1);
    }

    @Test
    void aCopyOfAnotherPatientIsNotReleasedInSilence() throws IOException {
        scan(1, PULSE, BAND, DOSE, ROUTE);
        release(answered(task()));
        scan(2, PULSE, BAND, read("dose", 0.98, "800"), ROUTE);

        ReviewTask task = decide(
                task(),
                new Answer.Value("dose", List.of("500")),
                new Answer.AssignPatient("IPP0002", Optional.empty()));

        assertThatThrownBy(() -> release(task)).hasMessage("contradicted:other-copy:patient");
    }

    private ScanRef scan(int copy, FieldReading... readings) throws IOException {
        String content = "file " + files++;
        StoredObject object = store.objects().put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        store.originals().receive(object, "stack.pdf", "scan-folder");
        String original = store.originals().lease("w", LEASE).orElseThrow().original();
        store.originals().split(original, 1);
        ScanRef scan = store.scans().lease("w", 1, LEASE).getFirst().scan();
        PageOutcome.Read page = SmallForm.page(SERIAL, Arrays.copyOf(readings, readings.length));
        PageIdentity known = page.identity();
        PageIdentity identity = new PageIdentity(
                known.site(),
                known.form(),
                known.fingerprint(),
                known.serial(),
                known.page(),
                copy,
                known.issuedAt(),
                known.patientId(),
                known.encounterId(),
                known.by());
        store.scans()
                .keep("w", scan, new PageOutcome.Read(identity, page.registration(), page.readings()), Set.of(), 1);
        judgeAll();
        return scan;
    }

    private void judgeAll() {
        store.scans().listUnjudged(100).forEach(s -> store.scans().judge(s, TestStore.judge()));
    }

    private long records() {
        return store.situations().count().records();
    }

    private List<ReviewTask> tasks() {
        return store.queue().listTasks(TaskFilter.open(), 0, 10).tasks().stream()
                .filter(t -> t.state() != TaskState.CLOSED)
                .toList();
    }

    private ReviewTask task() {
        List<ReviewTask> open = tasks();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private ReviewTask answered(ReviewTask task) {
        return decide(task, new Answer.Value("dose", List.of("500")), new Answer.Value("route", List.of("oral")));
    }

    private ReviewTask decide(ReviewTask task, Answer... answers) {
        return store.decisions().decide(task.id(), task.version(), "ada", List.of(answers));
    }

    private void release(ReviewTask task) {
        store.releases().release(task.id(), task.version(), "ada");
    }
}
