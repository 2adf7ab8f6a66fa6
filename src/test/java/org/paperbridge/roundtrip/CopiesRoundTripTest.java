package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.simulate.Damage;
import org.paperbridge.store.Store;
import org.paperbridge.store.StoreSettings;
import org.paperbridge.store.TestStore;
import org.paperbridge.store.WardClock;
import org.paperbridge.store.sql.StoredReleases;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.release.RecordBuilder;

/**
 * FEATURE UNDER TEST: a prescription written on the original and, by another hand, on the pharmacy copy, printed, filled,
 * scanned and read, gives each order once; another dose on the copy is seen.
 */
final class CopiesRoundTripTest {

    private static final Duration LEASE = Duration.ofMinutes(5);

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Ward ward;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    @BeforeEach
    void open() {
        ward = new Ward(folder);
        store = TestStore.open(
                new StoreSettings("jdbc:sqlite:" + folder.resolve("paperbridge.db"), "", ""),
                folder,
                new WardClock(Ward.NOW.toInstant(ZoneOffset.UTC)),
                TestStore.key(1),
                new StoredReleases.Rulebook(ward.forms, new RecordBuilder(ZoneId.of("Europe/Paris")), List.of()));
    }

    @AfterEach
    void close() {
        store.close();
        ward.close();
    }

    @Test
    void theSameOrderOnBothCopiesIsReleasedOnceAndAnotherDoseIsNotReleasedInSilence() throws IOException {
        List<Ward.Printed> sheets = ward.printCopies("prescription", "fr", 81, 2);
        assertThat(sheets.get(0).issued().serial())
                .isEqualTo(sheets.get(1).issued().serial());
        Map<String, List<String>> order = ward.fill(sheets.get(0), 81);
        ward.fill(sheets.get(1), order, 82);

        ScanRef original = scan(sheets.get(0), 83);
        TaskContent first = content();
        release(answered(first, order));
        List<ClinicalRecord> records = store.releases().listRecords(original);
        assertThat(records).extracting(ClinicalRecord::id).anyMatch(id -> id.endsWith("-drug-4"));

        ScanRef copy = scan(sheets.get(1), 84);
        TaskContent second = content();
        assertThat(open(second))
                .as("what a person confirmed on the original is not asked again")
                .doesNotContain("dose-4", "unit-4", "route-4")
                .hasSizeLessThan(open(first).size());
        release(answered(second, order));
        assertThat(store.releases().listRecords(copy)).isEmpty();
        assertThat(store.situations().count().records()).isEqualTo(records.size());

        List<Ward.Printed> others = ward.printCopies("prescription", "fr", 91, 2);
        Map<String, List<String>> meant = ward.fill(others.get(0), 91);
        Map<String, List<String>> slip = new HashMap<>(meant);
        slip.put("dose-4", List.of("800"));
        slip.put("size-4", List.of("hundreds"));
        ward.fill(others.get(1), slip, 92);
        scan(others.get(0), 93);
        release(answered(content(), meant));
        long before = store.situations().count().records();

        scan(others.get(1), 94);
        TaskContent differing = content();
        assertThat(differing.findings()).anyMatch(f -> f.rule().equals("other-copy:dose-4"));
        assertThat(open(differing)).contains("dose-4");
        assertThatThrownBy(() -> release(answered(differing, slip)))
                .isInstanceOf(AnswerRefusedException.class)
                .hasMessageContaining("contradicted:other-copy:dose-4");
        assertThat(store.situations().count().records()).isEqualTo(before);
    }

    private ScanRef scan(Ward.Printed sheet, long seed) throws IOException {
        BufferedImage image = Ward.scan(sheet.pages().getOrDefault(1, new BufferedImage(1, 1, 10)), Damage.MILD, seed);
        PageOutcome outcome = ward.read(image);
        assertThat(outcome).isInstanceOf(PageOutcome.Read.class);
        byte[] content = ("file " + seed).getBytes(StandardCharsets.UTF_8);
        store.originals().receive(store.objects().put(new ByteArrayInputStream(content)), "stack.pdf", "scan-folder");
        store.originals()
                .split(store.originals().lease("w", LEASE).orElseThrow().original(), 1);
        ScanRef scan = store.scans().lease("w", 1, LEASE).getFirst().scan();
        store.scans().keep("w", scan, outcome, Set.of(), 1);
        store.scans().judge(scan, TestStore.judge());
        return scan;
    }

    private TaskContent content() {
        List<ReviewTask> tasks =
                store.queue().listTasks(TaskFilter.open(), 0, 10).tasks();
        assertThat(tasks).hasSize(1);
        return store.queue().findContent(tasks.getFirst().id()).orElseThrow();
    }

    private static List<String> open(TaskContent content) {
        return content.verdicts().stream()
                .filter(v -> v.action() == Action.CONFIRM || v.action() == Action.DOUBLE_ENTRY)
                .map(v -> v.field())
                .toList();
    }

    /** A reviewer who reads every question right. */
    private ReviewTask answered(TaskContent content, Map<String, List<String>> written) {
        List<Answer> answers = content.verdicts().stream()
                .filter(v -> v.action() != Action.NONE || written.containsKey(v.field()))
                .<Answer>map(v -> new Answer.Value(
                        v.field(),
                        written.getOrDefault(v.field(), List.of()).stream()
                                .map(w -> w.equals("*") ? "present" : w)
                                .toList()))
                .toList();
        return store.decisions().decide(content.task().id(), content.task().version(), "ada", answers);
    }

    private void release(ReviewTask task) {
        store.releases().release(task.id(), task.version(), "ada");
    }
}
