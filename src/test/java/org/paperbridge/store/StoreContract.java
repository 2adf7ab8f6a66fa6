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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.store.object.ObjectStore.StoredObject;
import org.paperbridge.store.sql.Outbox;
import org.paperbridge.store.sql.ScanState;
import org.paperbridge.store.sql.Scans;
import org.paperbridge.validation.SmallForm;
import org.paperbridge.validation.account.Account;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.StaleTaskException;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskKind;
import org.paperbridge.validation.queue.TaskState;

/** What every store must do, whatever database is under it. */
abstract class StoreContract {

    static final Duration LEASE = Duration.ofMinutes(5);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    final WardClock clock = new WardClock(Instant.parse("2026-09-22T12:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    Store store;

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
    void theSameFileTwiceIsOneOriginalAndTwoBatches() throws IOException {
        assertThat(receive("same")).isTrue();
        assertThat(receive("same")).isFalse();
        assertThat(store.situations().count().batches()).isEqualTo(2);
        assertThat(store.situations().count().originals()).isEqualTo(Map.of("received", 1L));
    }

    @Test
    void aFileIsSplitOnceHoweverOftenItIsTried() throws IOException {
        receive("stack");
        String original = store.originals().lease("w1", LEASE).orElseThrow().original();
        assertThat(store.originals().lease("w2", LEASE)).isEmpty();
        store.originals().split(original, 3);
        store.originals().split(original, 3);
        store.originals().refuse(original, "corrupt");
        assertThat(store.situations().count().scans()).isEqualTo(Map.of("waiting", 3L));
        assertThat(store.situations().count().originals()).isEqualTo(Map.of("split", 1L));
        assertThat(store.originals().listFileNames(original)).containsExactly("stack.pdf");
    }

    @Test
    void aFileWithoutPagesBecomesATask() throws IOException {
        receive("junk");
        store.originals()
                .refuse(store.originals().lease("w", LEASE).orElseThrow().original(), "not-a-document");
        ReviewTask task = onlyTask();
        assertThat(task.kind()).isEqualTo(TaskKind.EXAMINE_FILE);
        assertThat(task.scan()).isEmpty();
        ReviewTask closed =
                store.decisions().decide(task.id(), 1, "ada", List.of(new Answer.Discard("a text file, no scan")));
        assertThat(closed.state()).isEqualTo(TaskState.CLOSED);
        assertThat(store.situations().count().originals()).isEqualTo(Map.of("discarded", 1L));
    }

    @Test
    void aDeadWorkersPageIsTakenByAnother() throws IOException {
        ScanRef scan = scans(1).getFirst();
        assertThat(store.scans().lease("w1", 8, LEASE))
                .extracting(Scans.Leased::scan)
                .containsExactly(scan);
        assertThat(store.scans().lease("w2", 8, LEASE)).isEmpty();
        clock.pass(LEASE.plusMillis(1));
        assertThat(store.scans().lease("w2", 8, LEASE))
                .extracting(Scans.Leased::scan)
                .containsExactly(scan);

        assertThat(keep("w1", scan, page("K7QM3F9TX0"))).as("too late").isFalse();
        assertThat(keep("w2", scan, page("K7QM3F9TX0"))).isTrue();
        assertThat(keep("w2", scan, page("K7QM3F9TX0"))).as("done twice").isFalse();
    }

    @Test
    void aPageThatOutlivesFiveWorkersIsGivenUpAndShownAndDragsNoOtherDown() throws IOException {
        List<ScanRef> scans = scans(3);
        for (int i = 0; i < 2; i++) {
            assertThat(store.scans().lease("w" + i, 8, LEASE)).hasSize(3);
            clock.pass(LEASE.plusMillis(1));
        }
        ScanRef poison = scans.get(1);
        for (int i = 0; i < 5; i++) {
            List<Scans.Leased> alone = store.scans().lease("v" + i, 8, LEASE);
            assertThat(alone).hasSize(1);
            if (alone.getFirst().scan().equals(poison)) {
                clock.pass(LEASE.plusMillis(1));
            } else {
                keep("v" + i, alone.getFirst().scan(), new PageOutcome.Blank(0));
            }
        }
        assertThat(store.scans().lease("late", 8, LEASE)).isEmpty();
        judgeAll();
        assertThat(store.scans().findState(poison)).contains(ScanState.REVIEW);
        assertThat(store.scans().findOutcome(poison)).contains(new PageOutcome.Undecodable("gave-up"));
        assertThat(store.situations().count().outcomes()).isEqualTo(Map.of("blank", 2L, "undecodable", 1L));
    }

    @Test
    void aRestartTakesBackWhatItsDeadPredecessorHadInHand() throws IOException {
        ScanRef scan = scans(1).getFirst();
        store.scans().lease("home-1/first-1", 8, LEASE);
        assertThat(store.scans().reclaim("home-2/")).isZero();
        assertThat(store.scans().lease("home-1/second-1", 8, LEASE)).isEmpty();
        assertThat(store.scans().reclaim("home-1/")).isEqualTo(1);
        assertThat(store.scans().lease("home-1/second-1", 8, LEASE))
                .extracting(Scans.Leased::scan)
                .containsExactly(scan);
    }

    @Test
    void everyPageIsLeasedToOneWorkerOnly() throws Exception {
        for (int file = 0; file < 5; file++) {
            split("file " + file, 20);
        }
        List<Callable<List<ScanRef>>> workers = new ArrayList<>();
        for (int w = 0; w < 6; w++) {
            String name = "w" + w;
            workers.add(() -> {
                List<ScanRef> mine = new ArrayList<>();
                while (true) {
                    List<Scans.Leased> slice = store.scans().lease(name, 3, LEASE);
                    if (slice.isEmpty()) {
                        return mine;
                    }
                    slice.forEach(l -> mine.add(l.scan()));
                }
            });
        }
        List<ScanRef> all = together(workers);
        assertThat(all).hasSize(100);
        assertThat(new HashSet<>(all)).hasSize(100);
    }

    @Test
    void everyReviewerGetsATaskOfTheirOwn() throws Exception {
        List<ScanRef> scans = split("file", 12);
        for (ScanRef scan : scans) {
            readAndJudge(scan, new PageOutcome.Unidentified("no code"));
        }
        List<Callable<List<String>>> reviewers = new ArrayList<>();
        for (int r = 0; r < 12; r++) {
            String name = "reviewer" + r;
            reviewers.add(() -> List.of(store.queue()
                    .leaseNext(TaskFilter.open(), name, LEASE)
                    .orElseThrow()
                    .id()));
        }
        List<String> tasks = together(reviewers);
        assertThat(new HashSet<>(tasks)).hasSize(12);
        assertThat(store.queue().leaseNext(TaskFilter.open(), "late", LEASE)).isEmpty();
        assertThat(store.queue().leaseNext(TaskFilter.open(), "reviewer3", LEASE))
                .isPresent();
        clock.pass(LEASE.plusMillis(1));
        assertThat(store.queue().leaseNext(TaskFilter.open(), "late", LEASE)).isPresent();
    }

    @Test
    void everyOutcomeFindsItsWay() throws IOException {
        List<PageOutcome> outcomes = List.of(
                page("K7QM3F9TX0"),
                new PageOutcome.Unidentified("no code"),
                new PageOutcome.Unregistered(SmallForm.identity("K7QM3F9TX1"), 2, 4.2),
                new PageOutcome.Forged("tag"),
                new PageOutcome.Foreign(7, 2),
                new PageOutcome.UnknownForm(99, 1),
                new PageOutcome.Conflicting(SmallForm.identity("K7QM3F9TX2"), SmallForm.identity("K7QM3F9TX3")),
                new PageOutcome.Blank(0.0002),
                new PageOutcome.Undecodable("truncated"));
        List<ScanRef> scans = split("all", outcomes.size());
        for (int i = 0; i < outcomes.size(); i++) {
            readAndJudge(scans.get(i), outcomes.get(i));
            assertThat(store.scans().findOutcome(scans.get(i))).contains(outcomes.get(i));
        }
        assertThat(store.situations().count().outcomes().values())
                .containsOnly(1L)
                .hasSize(9);
        assertThat(store.situations().count().tasks())
                .isEqualTo(Map.of("check-values", 1L, "name-page", 1L, "type-values", 1L, "examine-page", 5L));
        assertThat(store.scans().findState(scans.get(7))).contains(ScanState.SET_ASIDE);
        TaskContent typed = store.queue()
                .findContent(store.queue()
                        .listTasks(
                                new TaskFilter(Optional.empty(), Optional.of(TaskKind.TYPE_VALUES), Optional.empty()),
                                0,
                                5)
                        .tasks()
                        .getFirst()
                        .id())
                .orElseThrow();
        assertThat(typed.verdicts()).hasSize(SmallForm.fields().size() - 1);
        assertThat(typed.task().openFields()).isEqualTo(typed.verdicts().size());
    }

    @Test
    void aPageGoesFromReadingToDelivery() throws IOException {
        ScanRef scan = scans(1).getFirst();
        readAndJudge(scan, page("K7QM3F9TX0"));
        ReviewTask task = onlyTask();
        assertThat(task.kind()).isEqualTo(TaskKind.CHECK_VALUES);
        assertThat(task.openFields()).isEqualTo(2);
        assertThat(task.priority()).isEqualTo(10);
        assertThat(task.form()).contains(SmallForm.REF);

        assertThatThrownBy(() -> store.releases().release(task.id(), task.version(), "ada"))
                .isInstanceOf(AnswerRefusedException.class)
                .hasMessage("open:dose, open:route");
        ReviewTask half = decide(task, new Answer.Value("dose", List.of("500")));
        assertThat(half.openFields()).isEqualTo(1);
        assertThat(half.state()).isEqualTo(TaskState.OPEN);
        ReviewTask answered = decide(half, new Answer.Value("route", List.of("iv")));
        assertThat(answered.state()).isEqualTo(TaskState.ANSWERED);

        List<ClinicalRecord> records = store.releases().release(answered.id(), answered.version(), "ada");
        assertThat(records)
                .extracting(ClinicalRecord::id)
                .containsExactly("1-K7QM3F9TX0-1-order", "1-K7QM3F9TX0-1-pulse-1");
        assertThat(records.getFirst().values()).isEqualTo(Map.of("dose", "500", "route", "iv"));
        assertThat(records.getFirst().enteredBy()).isEqualTo("ada");
        assertThat(store.scans().findState(scan)).contains(ScanState.RELEASED);
        assertThat(store.releases().release(answered.id(), answered.version(), "ada"))
                .as("released twice")
                .isEqualTo(records);
        assertThat(store.situations().count().records()).isEqualTo(2);
        assertThat(store.situations().count().deliveries()).isEqualTo(Map.of("waiting", 4L));
        assertThat(store.queue().findContent(task.id()).orElseThrow().decisions())
                .extracting(d -> d.answer().code())
                .containsExactly("value", "value");
    }

    @Test
    void anAnswerToAnOldVersionOrAnothersTaskIsRefused() throws IOException {
        readAndJudge(scans(1).getFirst(), page("K7QM3F9TX0"));
        ReviewTask task =
                store.queue().leaseNext(TaskFilter.open(), "ada", LEASE).orElseThrow();
        assertThat(store.queue().lease(task.id(), "bea", LEASE)).isEmpty();
        assertThatThrownBy(() -> store.decisions()
                        .decide(task.id(), task.version(), "bea", List.of(new Answer.Illegible("dose"))))
                .isInstanceOf(StaleTaskException.class);
        decide(task, new Answer.Illegible("dose"));
        assertThatThrownBy(() -> decide(task, new Answer.Illegible("route"))).isInstanceOf(StaleTaskException.class);
        assertThatThrownBy(() -> decide(onlyTask(), new Answer.Illegible("dose-9")))
                .isInstanceOf(AnswerRefusedException.class)
                .hasMessage("unknown-field:dose-9");
        assertThatThrownBy(() -> decide(onlyTask(), new Answer.NamePage("K7QM3F9TX0", 1, 1)))
                .hasMessage("wrong-task:name-page");
        assertThat(store.decisions().listDecisions(task.id())).hasSize(1);
        store.queue().giveBack(task.id(), "ada");
        assertThat(store.queue().lease(task.id(), "bea", LEASE)).isPresent();
    }

    @Test
    void theSamePrintedPageScannedTwiceNeverDoublesARecord() throws IOException {
        List<ScanRef> scans = split("twice", 2);
        readAndJudge(scans.get(0), page("K7QM3F9TX0"));
        readAndJudge(scans.get(1), page("K7QM3F9TX0"));
        assertThat(store.situations().count().outcomes()).isEqualTo(Map.of("read", 1L, "rescan", 1L));
        ReviewTask rescan = task(TaskKind.COMPARE_RESCAN);
        assertThat(store.queue().findContent(rescan.id()).orElseThrow().outcome())
                .contains(new PageOutcome.Rescan(SmallForm.identity("K7QM3F9TX0"), scans.get(0)));

        store.decisions().decide(rescan.id(), 1, "ada", List.of(new Answer.ReplaceEarlier("the first has a fold")));
        assertThat(store.scans().findState(scans.get(0))).contains(ScanState.SET_ASIDE);
        judgeAll();
        ReviewTask task = onlyTask();
        assertThat(task.scan()).contains(scans.get(1));
        ReviewTask answered = decide(task, new Answer.Illegible("dose"), new Answer.Illegible("route"));
        store.releases().release(answered.id(), answered.version(), "ada");
        assertThat(store.situations().count().records()).isEqualTo(1);
    }

    @Test
    void aReleasedPageThatComesAgainIsSetAsideByAPerson() throws IOException {
        List<ScanRef> scans = split("twice", 2);
        readAndJudge(scans.get(0), page("K7QM3F9TX0"));
        ReviewTask answered = decide(onlyTask(), new Answer.Illegible("dose"), new Answer.Illegible("route"));
        store.releases().release(answered.id(), answered.version(), "ada");
        readAndJudge(scans.get(1), page("K7QM3F9TX0"));
        ReviewTask rescan = onlyTask();
        decide(rescan, new Answer.Discard("nothing new on it"));
        assertThat(store.scans().findState(scans.get(1))).contains(ScanState.SET_ASIDE);
    }

    @Test
    void aPageNamedByAReviewerIsReadAgain() throws IOException {
        ScanRef scan = scans(1).getFirst();
        readAndJudge(scan, new PageOutcome.Unidentified("no code"));
        decide(onlyTask(), new Answer.NamePage("K7QM3F9TX0", 1, 1));
        List<Scans.Leased> again = store.scans().lease("w", 8, LEASE);
        assertThat(again).containsExactly(new Scans.Leased(scan, Optional.of(new Answer.NamePage("K7QM3F9TX0", 1, 1))));
        keep("w", scan, page("K7QM3F9TX0"));
        judgeAll();
        assertThat(onlyTask().kind()).isEqualTo(TaskKind.CHECK_VALUES);
        assertThat(store.situations().count().outcomes()).isEqualTo(Map.of("read", 1L));
    }

    @Test
    void aPageNobodyHasToLookAtIsReleasedByPolicyOnce() throws IOException {
        ScanRef scan = scans(1).getFirst();
        readAndJudge(
                scan, SmallForm.page("K7QM3F9TX0", read("pulse-1", 0.9999, "72"), read("pulse-band-1", 1, "normal")));
        assertThat(store.scans().listAccepted(10)).containsExactly(scan);
        assertThat(store.releases().releaseByPolicy(scan)).isTrue();
        assertThat(store.releases().releaseByPolicy(scan)).isFalse();
        assertThat(store.releases().listRecords(scan))
                .extracting(ClinicalRecord::enteredBy)
                .containsExactly("policy");
    }

    @Test
    void aSurePageForNobodyStillGoesToAPerson() throws IOException {
        ScanRef scan = scans(1).getFirst();
        PageOutcome.Read page =
                SmallForm.page("K7QM3F9TX0", read("pulse-1", 0.9999, "72"), read("pulse-band-1", 1, "normal"));
        readAndJudge(scan, new PageOutcome.Read(SmallForm.nobody("K7QM3F9TX0"), page.registration(), page.readings()));
        assertThat(store.releases().releaseByPolicy(scan)).isFalse();
        ReviewTask task = onlyTask();
        assertThat(task.reason()).isEqualTo("no-patient");
        ReviewTask answered = decide(task, new Answer.AssignPatient("IPP0042", Optional.empty()));
        assertThat(store.releases().release(answered.id(), answered.version(), "ada"))
                .extracting(ClinicalRecord::patientId)
                .containsExactly("IPP0042");
    }

    @Test
    void deliveriesOfOneEncounterKeepTheirOrderAndOthersDoNotWait() throws IOException {
        List<ScanRef> scans = split("two patients", 2);
        release(scans.get(0), SmallForm.identity("AAAAAAAAAA"));
        Outbox.Due first = due("fhir");
        assertThat(dueOrNone("fhir"))
                .as("the second record waits for the first")
                .isEmpty();
        store.outbox().retry(first, "connection refused");
        assertThat(dueOrNone("fhir")).as("pause before the second try").isEmpty();
        clock.pass(Duration.ofSeconds(2));
        Outbox.Due again = due("fhir");
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.record()).isEqualTo(first.record());
        store.outbox().acknowledge(again, "Observation/1");
        Outbox.Due second = due("fhir");
        assertThat(second.record().id()).isNotEqualTo(first.record().id());
        store.outbox().park(second, "422: unknown code");
        assertThat(dueOrNone("fhir")).isEmpty();
        assertThat(store.situations().count().deliveries())
                .containsEntry("acknowledged", 3L)
                .containsEntry("parked", 1L);
    }

    @Test
    void aSenderThatDiedIsReplacedAfterItsLease() throws IOException {
        release(scans(1).getFirst(), SmallForm.identity("AAAAAAAAAA"));
        Outbox.Due first = due("billing");
        clock.pass(LEASE.plusMillis(1));
        Outbox.Due again = due("billing");
        assertThat(again.record()).isEqualTo(first.record());
        assertThat(again.attempt()).isEqualTo(2);
    }

    @Test
    void accountsKeepPasswordsStretchedAndSessionsEnd() {
        store.accounts().add(new Account("ada", "Ada L.", Set.of(Role.REVIEWER), true), "correct horse".toCharArray());
        assertThatThrownBy(() -> store.accounts()
                        .add(new Account("ada", "Other", Set.of(), true), "correct horse".toCharArray()))
                .hasMessageContaining("taken");
        assertThatThrownBy(() -> store.accounts().add(new Account("bea", "B", Set.of(), true), "short".toCharArray()))
                .hasMessageContaining("10 characters");
        assertThat(store.accounts().signIn("ada", "wrong horse".toCharArray())).isEmpty();
        assertThat(store.accounts().signIn("eve", "correct horse".toCharArray()))
                .isEmpty();
        Account ada =
                store.accounts().signIn("ada", "correct horse".toCharArray()).orElseThrow();

        String token = store.sessions().open(ada, Duration.ofMinutes(30));
        assertThat(store.sessions().find("guess", Duration.ofMinutes(30))).isEmpty();
        clock.pass(Duration.ofMinutes(29));
        assertThat(store.sessions().find(token, Duration.ofMinutes(30))).isPresent();
        clock.pass(Duration.ofMinutes(29));
        assertThat(store.sessions().find(token, Duration.ofMinutes(30)))
                .as("moved on by use")
                .isPresent();
        clock.pass(Duration.ofMinutes(31));
        assertThat(store.sessions().find(token, Duration.ofMinutes(30))).isEmpty();

        String second = store.sessions().open(ada, Duration.ofMinutes(30));
        store.accounts().change(new Account("ada", "Ada L.", Set.of(Role.REVIEWER), false));
        assertThat(store.sessions().find(second, Duration.ofMinutes(30)))
                .as("inactive")
                .isEmpty();
        assertThat(store.accounts().signIn("ada", "correct horse".toCharArray()))
                .isEmpty();
    }

    @Test
    void theAuditTrailShowsWhereItWasChanged() throws Exception {
        List<Callable<List<String>>> writers = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            String actor = "writer" + w;
            writers.add(() -> {
                for (int i = 0; i < 10; i++) {
                    store.audit().append(actor, "test", "thing", Map.of("i", Integer.toString(i)));
                }
                return List.of(actor);
            });
        }
        together(writers);
        assertThat(store.audit().count()).isEqualTo(40);
        assertThat(store.audit().findBreak()).isEmpty();
        execute("UPDATE audit SET actor = 'nobody' WHERE sequence = 17");
        assertThat(store.audit().findBreak()).hasValue(17);
        execute("DELETE FROM audit WHERE sequence = 5");
        assertThat(store.audit().findBreak()).hasValue(5);
    }

    @Test
    void anotherKeyRingOpensNothing() throws IOException {
        ScanRef scan = scans(1).getFirst();
        readAndJudge(scan, page("K7QM3F9TX0"));
        try (Store other = TestStore.open(settings(), home, clock, TestStore.key(2))) {
            assertThatThrownBy(() -> other.scans().findOutcome(scan))
                    .isInstanceOf(org.paperbridge.store.seal.SealBrokenException.class);
        }
    }

    @Test
    void noPatientStandsReadableInTheDatabase() throws IOException {
        ScanRef scan = scans(1).getFirst();
        readAndJudge(scan, page("K7QM3F9TX0"));
        ReviewTask answered =
                decide(onlyTask(), new Answer.Value("dose", List.of("4711")), new Answer.Illegible("route"));
        store.releases().release(answered.id(), answered.version(), "ada");
        assertThat(dump()).contains("pulse-1").doesNotContain("IPP0001", "NDA0001", "4711", "stack.pdf");
    }

    /** Every value of every table, as text. */
    abstract String dump();

    abstract void execute(String sql);

    private boolean receive(String content) throws IOException {
        StoredObject object = store.objects().put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        return store.originals().receive(object, "stack.pdf", "scan-folder");
    }

    private List<ScanRef> scans(int pages) throws IOException {
        return split("stack", pages);
    }

    private List<ScanRef> split(String content, int pages) throws IOException {
        receive(content);
        String original = store.originals().lease("w", LEASE).orElseThrow().original();
        store.originals().split(original, pages);
        List<ScanRef> scans = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            scans.add(new ScanRef(original, i));
        }
        return scans;
    }

    /** Two fields of high criticality ask for a person. */
    private static PageOutcome page(String serial) {
        return SmallForm.page(
                serial,
                read("pulse-1", 0.9999, "72"),
                read("pulse-band-1", 1, "normal"),
                read("dose", 0.98, "500"),
                read("route", 0.98, "oral"));
    }

    private void readAndJudge(ScanRef scan, PageOutcome outcome) {
        while (store.scans().findState(scan).orElseThrow() == ScanState.WAITING) {
            assertThat(store.scans().lease("w", 1, LEASE)).isNotEmpty();
        }
        assertThat(keep("w", scan, outcome)).isTrue();
        judgeAll();
    }

    private boolean keep(String worker, ScanRef scan, PageOutcome outcome) {
        return store.scans().keep(worker, scan, outcome, Set.of(ScanNote.BILEVEL), 12.5);
    }

    private void judgeAll() {
        store.scans().listUnjudged(100).forEach(s -> store.scans().judge(s, TestStore.judge()));
    }

    private void release(ScanRef scan, org.paperbridge.form.page.PageIdentity identity) {
        PageOutcome.Read page = SmallForm.page(
                identity.serial(),
                read("pulse-1", 0.9999, "72"),
                read("pulse-band-1", 1, "normal"),
                read("signs", 0.999, "pain"));
        readAndJudge(scan, new PageOutcome.Read(identity, page.registration(), page.readings()));
        assertThat(store.releases().releaseByPolicy(scan)).isTrue();
    }

    private Outbox.Due due(String destination) {
        return dueOrNone(destination).orElseThrow();
    }

    /** The next delivery to one destination; those to others are acknowledged on the way. */
    private Optional<Outbox.Due> dueOrNone(String destination) {
        while (true) {
            Optional<Outbox.Due> due = store.outbox().lease("sender", LEASE);
            if (due.isEmpty() || due.get().destination().equals(destination)) {
                return due;
            }
            store.outbox().acknowledge(due.get(), "");
        }
    }

    private ReviewTask decide(ReviewTask task, Answer... answers) {
        return store.decisions().decide(task.id(), task.version(), "ada", List.of(answers));
    }

    private ReviewTask onlyTask() {
        List<ReviewTask> open =
                store.queue().listTasks(TaskFilter.open(), 0, 10).tasks();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private ReviewTask task(TaskKind kind) {
        return store.queue()
                .listTasks(new TaskFilter(Optional.empty(), Optional.of(kind), Optional.empty()), 0, 10)
                .tasks()
                .getFirst();
    }

    private static <T> List<T> together(List<Callable<List<T>>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<T> all = new ArrayList<>();
            for (Future<List<T>> done : threads.invokeAll(work)) {
                all.addAll(done.get());
            }
            return all;
        }
    }
}
