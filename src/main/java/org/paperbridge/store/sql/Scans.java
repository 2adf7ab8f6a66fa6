package org.paperbridge.store.sql;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding.Severity;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.validation.copies.CopyComparison;
import org.paperbridge.validation.dashboard.FieldCounts;
import org.paperbridge.validation.identity.IdentityCheck;
import org.paperbridge.validation.identity.SetPage;
import org.paperbridge.validation.identity.StickerWitness;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.IdentityQuestions;
import org.paperbridge.validation.queue.OtherCopy;
import org.paperbridge.validation.queue.Settlement;
import org.paperbridge.validation.queue.TaskDraft;
import org.paperbridge.validation.rescan.LivingPage;
import org.paperbridge.validation.rescan.RescanVerdict;

/** Scanned sides on their way from waiting to judged. */
public final class Scans {

    private static final int MOST_ATTEMPTS = 5;
    private static final int ALONE_AFTER = 2;
    private static final String FREE =
            " (attempts < :limit AND (state = 'waiting' OR (state = 'reading' AND lease_until < :now))) ";

    private final Database database;
    private final ColumnSeal seal;
    private final PageRows pages;
    private final TaskRows tasks;
    private final DecisionRows decisions;
    private final Successions successions;
    private final CopyRows copies;
    private final SetRows sets;
    private final FormCatalogue forms;
    private final Clock clock;

    Scans(
            Database database,
            ColumnSeal seal,
            PageRows pages,
            TaskRows tasks,
            DecisionRows decisions,
            CopyRows copies,
            SetRows sets,
            FormCatalogue forms,
            Clock clock) {
        this.database = database;
        this.seal = seal;
        this.pages = pages;
        this.tasks = tasks;
        this.decisions = decisions;
        this.successions = new Successions(pages, decisions);
        this.copies = copies;
        this.sets = sets;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * Takes sides of one file that wait to be read, in page order, so that a worker opens the file once. Sides whose
     * worker died come back here. One that failed twice is given out alone, so that it cannot drag others down; one that
     * failed five times is given up and shown to a reviewer.
     */
    public List<Leased> lease(String worker, int most, Duration duration) {
        long now = clock.millis();
        giveUp(now);
        return database.write(h -> {
            Optional<Candidate> first = h.createQuery("SELECT original, idx, attempts FROM scan WHERE" + FREE
                            + "ORDER BY changed_at, original, idx LIMIT 1")
                    .bind("now", now)
                    .bind("limit", MOST_ATTEMPTS)
                    .map((r, c) ->
                            new Candidate(new ScanRef(r.getString("original"), r.getInt("idx")), r.getInt("attempts")))
                    .findFirst();
            if (first.isEmpty()) {
                return List.of();
            }
            boolean alone = first.get().attempts() >= ALONE_AFTER;
            List<Leased> leased = new ArrayList<>(h.createQuery(
                            """
                            UPDATE scan SET state = 'reading', version = version + 1, attempts = attempts + 1,
                                worker = :worker, lease_until = :until, changed_at = :now
                            WHERE original = :original AND idx IN (
                                SELECT idx FROM scan WHERE original = :original AND %s AND %s
                                ORDER BY idx LIMIT :most)
                              AND %s
                            RETURNING original, idx, sealed_named
                            """.formatted(alone ? "idx = :idx" : ":idx >= 0 AND attempts < " + ALONE_AFTER, FREE, FREE))
                    .bind("worker", worker)
                    .bind("until", now + duration.toMillis())
                    .bind("now", now)
                    .bind("limit", MOST_ATTEMPTS)
                    .bind("original", first.get().scan().original())
                    .bind("idx", first.get().scan().index())
                    .bind("most", most)
                    .map((r, c) -> {
                        ScanRef scan = new ScanRef(r.getString("original"), r.getInt("idx"));
                        byte[] named = r.getBytes("sealed_named");
                        return new Leased(scan, named == null ? Optional.empty() : Optional.of(openName(scan, named)));
                    })
                    .list());
            leased.sort(Comparator.comparingInt(l -> l.scan().index()));
            return leased;
        });
    }

    /** Ends the leases of a process that is known to be dead; {@code crew} is what its workers' names begin with. */
    public int reclaim(String crew) {
        return database.write(h -> h.createUpdate(
                        "UPDATE scan SET lease_until = 0" + " WHERE state = 'reading' AND worker LIKE :crew")
                .bind("crew", crew + "%")
                .execute());
    }

    /**
     * Keeps what became of a side.
     *
     * @param ms how long reading took, milliseconds
     * @return false when another worker already did
     */
    public boolean keep(String worker, ScanRef scan, PageOutcome outcome, Set<ScanNote> notes, double ms) {
        long now = clock.millis();
        return database.write(h -> {
            boolean mine = h.createQuery("SELECT count(*) FROM scan WHERE original = :original AND idx = :idx"
                                    + " AND state = 'reading' AND worker = :worker")
                            .bind("original", scan.original())
                            .bind("idx", scan.index())
                            .bind("worker", worker)
                            .mapTo(Integer.class)
                            .one()
                    == 1;
            if (!mine || !ScanRows.move(h, scan, ScanState.READING, ScanState.READ, now)) {
                return false;
            }
            pages.writeOutcome(h, scan, outcome, notes, ms, now);
            return true;
        });
    }

    /** Gives a side back, to be read later; its attempt counts. */
    public void giveBack(ScanRef scan) {
        database.run(h -> ScanRows.move(h, scan, ScanState.READING, ScanState.WAITING, clock.millis()));
    }

    /** Sides that were read and wait for rules, oldest first. */
    public List<ScanRef> listUnjudged(int most) {
        return list(ScanState.READ, most);
    }

    /** Sides nobody has to look at, oldest first. */
    public List<ScanRef> listAccepted(int most) {
        return list(ScanState.ACCEPTED, most);
    }

    /** As {@link #judge(ScanRef, Judge, RescanJudge)}, with every page that comes again left to a person. */
    public Optional<ScanState> judge(ScanRef scan, Judge judge) {
        return judge(scan, judge, (earlier, later) -> new RescanVerdict.Unclear("not-compared"));
    }

    /**
     * Lets rules and policy speak, and makes the task of the page when a person has to look.
     *
     * @param rescans asked before the transaction when another scan speaks for the page already
     * @return the state afterwards; empty when the scan was not waiting for rules, or another scan of the page was
     *     judged meanwhile: then it still waits
     */
    public Optional<ScanState> judge(ScanRef scan, Judge judge, RescanJudge rescans) {
        Optional<ScanRef> known = findEarlier(scan);
        Optional<RescanVerdict> verdict = known.map(e -> rescans.compare(e, scan));
        long now = clock.millis();
        return database.write(h -> {
            if (ScanRows.findState(h, scan).filter(s -> s == ScanState.READ).isEmpty()) {
                return Optional.empty();
            }
            PageRows.StoredPage page = pages.findOutcome(h, scan)
                    .orElseThrow(() -> new IllegalStateException("Scan " + scan + " was read but has no outcome"));
            PageOutcome outcome = page.outcome();
            Optional<PageIdentity> identity = PageRows.identityOf(outcome);
            Optional<ScanRef> earlier = identity.flatMap(i -> pages.claim(h, i, scan));
            if (earlier.isPresent() && !earlier.equals(known)) {
                return Optional.empty();
            }
            Optional<Successions.Step> step =
                    earlier.map(e -> successions.apply(h, identity.orElseThrow(), e, scan, verdict.orElseThrow(), now));
            return Optional.of(
                    step.filter(s -> s != Successions.Step.TAKE_OVER).isPresent()
                            ? asRescan(h, scan, identity.orElseThrow(), step.get(), verdict.orElseThrow(), now)
                            : asPage(h, scan, page, identity, judge, earlier.flatMap(e -> goOn(h, e, verdict)), now));
        });
    }

    /** The scan that speaks for the page this scan shows, when it is another. */
    private Optional<ScanRef> findEarlier(ScanRef scan) {
        return database.read(h -> pages.findOutcome(h, scan)
                .flatMap(p -> PageRows.identityOf(p.outcome()))
                .flatMap(identity -> pages.findClaim(h, identity))
                .filter(holder -> !holder.equals(scan)));
    }

    private ScanState asRescan(
            Handle h, ScanRef scan, PageIdentity page, Successions.Step step, RescanVerdict verdict, long now) {
        ScanState next = step == Successions.Step.ASK ? ScanState.REVIEW : ScanState.SET_ASIDE;
        ScanRows.move(h, scan, ScanState.READ, next, now);
        if (next == ScanState.REVIEW) {
            tasks.insert(h, scan.original(), scan.index(), TaskDraft.forRescan(verdict), Optional.of(page));
        }
        return next;
    }

    private ScanState asPage(
            Handle h,
            ScanRef scan,
            PageRows.StoredPage page,
            Optional<PageIdentity> identity,
            Judge judge,
            Optional<Continuation> continued,
            long now) {
        PageOutcome outcome = page.outcome();
        Optional<TaskDraft> task;
        List<Decision> carried = List.of();
        if (outcome instanceof PageOutcome.Read read) {
            FormTemplate form = formOf(read.identity());
            Judgement alone = judge.judge(form, read, page.notes(), sets.list(h, read.identity()));
            Judgement own = continued.map(c -> c.goOn(read, alone)).orElse(alone);
            Optional<OtherCopy> other = copies.find(h, read.identity());
            Judgement judgement =
                    other.map(o -> CopyComparison.compare(form, read, own, o)).orElse(own);
            carried = continued.map(Continuation::carried).orElse(List.of());
            pages.writeJudgement(h, scan, judgement, now);
            task = TaskDraft.forValues(
                    form.layout().getPage(read.identity().page()), judgement.verdicts(), judgement.findings());
            pages.writeCode(h, scan, judgement.outcomeCode(read));
            if (judgement.findings().stream()
                    .anyMatch(f -> IdentityCheck.asks(f)
                            && f.severity() == Severity.CONTRADICTS
                            && !IdentityCheck.isOfSet(f))) {
                sets.judgeOthersAgain(h, read.identity(), true, now);
            }
            if (continued.isPresent()) {
                task = continued.get().ask(form, read, judgement);
            }
            if (other.isPresent()) {
                task = task.map(TaskDraft::afterOtherCopy);
            }
        } else if (outcome instanceof PageOutcome.Unregistered unlocated) {
            Judgement typed = new Judgement(List.of(), everythingByHand(unlocated.identity()));
            pages.writeJudgement(h, scan, typed, now);
            task = TaskDraft.forOutcome(outcome)
                    .map(t ->
                            new TaskDraft(t.kind(), t.reason(), typed.verdicts().size(), t.priority()));
        } else {
            task = TaskDraft.forOutcome(outcome);
        }
        ScanState next = task.isPresent()
                ? ScanState.REVIEW
                : outcome instanceof PageOutcome.Read ? ScanState.ACCEPTED : ScanState.SET_ASIDE;
        ScanRows.move(h, scan, ScanState.READ, next, now);
        if (task.isPresent()) {
            String id = tasks.insert(h, scan.original(), scan.index(), task.get(), identity);
            decisions.carry(h, id, carried);
            if (outcome instanceof PageOutcome.Read read && !carried.isEmpty()) {
                countCarried(h, scan, read, carried);
            }
            if (continued.isPresent() && task.get().openFields() == 0) {
                TaskRows.answered(h, id);
            }
        }
        return next;
    }

    private void countCarried(Handle h, ScanRef scan, PageOutcome.Read read, List<Decision> carried) {
        List<FieldVerdict> verdicts = pages.findJudgement(h, scan).verdicts();
        FieldRows.write(h, scan, FieldCounts.of(verdicts, Settlement.of(read.readings(), verdicts, carried), carried));
    }

    /** What was settled on the scan before, when this one shows the same page with more ink. */
    private Optional<Continuation> goOn(Handle h, ScanRef earlier, Optional<RescanVerdict> verdict) {
        if (!(verdict.orElse(null) instanceof RescanVerdict.Newer newer)) {
            return Optional.empty();
        }
        List<FieldReading> readings = pages.findOutcome(h, earlier)
                .map(p -> p.outcome() instanceof PageOutcome.Read read ? read.readings() : List.<FieldReading>of())
                .orElse(List.of());
        LivingPage living =
                new LivingPage(newer, readings, pages.findJudgement(h, earlier).verdicts());
        return Optional.of(new Continuation(newer, living, living.carry(successions.listDecisions(h, earlier))));
    }

    public Optional<ScanState> findState(ScanRef scan) {
        return database.read(h -> ScanRows.findState(h, scan));
    }

    /** What became of a side, as it was read; a rescan still has its readings here. */
    public Optional<PageOutcome> findOutcome(ScanRef scan) {
        return database.read(h -> pages.findOutcome(h, scan)).map(PageRows.StoredPage::outcome);
    }

    private List<ScanRef> list(ScanState state, int most) {
        return database.read(h -> h.createQuery(
                        "SELECT original, idx FROM scan WHERE state = :state ORDER BY changed_at, original, idx LIMIT :most")
                .bind("state", state.code())
                .bind("most", most)
                .map((r, c) -> new ScanRef(r.getString("original"), r.getInt("idx")))
                .list());
    }

    private void giveUp(long now) {
        List<ScanRef> lost = database.read(h -> h.createQuery("SELECT original, idx FROM scan"
                        + " WHERE attempts >= :most"
                        + " AND (state = 'waiting' OR (state = 'reading' AND lease_until < :now))")
                .bind("now", now)
                .bind("most", MOST_ATTEMPTS)
                .map((r, c) -> new ScanRef(r.getString("original"), r.getInt("idx")))
                .list());
        for (ScanRef scan : lost) {
            database.run(h -> {
                ScanRows.move(h, scan, ScanState.WAITING, ScanState.READING, now);
                if (ScanRows.move(h, scan, ScanState.READING, ScanState.READ, now)) {
                    PageOutcome outcome = new PageOutcome.Undecodable("gave-up");
                    pages.writeOutcome(h, scan, outcome, Set.of(), 0, now);
                }
            });
        }
    }

    private FormTemplate formOf(PageIdentity identity) {
        return forms.findForm(identity.form())
                .orElseThrow(
                        () -> new IllegalStateException("Form " + identity.form() + " was read but is not installed"));
    }

    private List<FieldVerdict> everythingByHand(PageIdentity identity) {
        return formOf(identity).layout().getPage(identity.page()).fields().stream()
                .filter(z -> !(z instanceof org.paperbridge.form.layout.FieldZone.Print)
                        && !StickerWitness.isPatientLabel(z))
                .map(z -> new FieldVerdict(z.id(), Action.CONFIRM, List.of("not-read")))
                .toList();
    }

    private record Candidate(ScanRef scan, int attempts) {}

    private Answer.Naming openName(ScanRef scan, byte[] sealed) {
        Answer named = StoreJson.readAnswer(seal.open(ScanRows.place("scan", scan), sealed));
        if (named instanceof Answer.Naming naming) {
            return naming;
        }
        throw new IllegalStateException("Scan " + scan + " is named by " + named.code());
    }

    /** Rules and policy over one page beside the rest of its set; must be pure, it may be asked twice. */
    @FunctionalInterface
    public interface Judge {
        Judgement judge(FormTemplate form, PageOutcome.Read page, Set<ScanNote> notes, List<SetPage> set);
    }

    /** Compares two scans of one printed page; opens images, so it is asked outside of transactions. */
    @FunctionalInterface
    public interface RescanJudge {
        RescanVerdict compare(ScanRef earlier, ScanRef later);
    }

    /** A page that goes on where an earlier scan of it stood. */
    private record Continuation(RescanVerdict.Newer newer, LivingPage living, List<Decision> carried) {

        Judgement goOn(PageOutcome.Read read, Judgement own) {
            return new Judgement(own.findings(), living.goOn(read.readings(), own.verdicts()));
        }

        /** Empty when nothing is left to ask, and no person had said anything yet. */
        Optional<TaskDraft> ask(FormTemplate form, PageOutcome.Read read, Judgement judgement) {
            List<String> open = Settlement.of(read.readings(), judgement.verdicts(), carried)
                    .open();
            List<FieldVerdict> asked = judgement.verdicts().stream()
                    .filter(v -> open.contains(v.field()))
                    .toList();
            Optional<TaskDraft> task = TaskDraft.forValues(
                    form.layout().getPage(read.identity().page()),
                    asked,
                    IdentityQuestions.open(judgement.findings(), carried));
            return newer.beside() || (task.isEmpty() && !carried.isEmpty())
                    ? Optional.of(TaskDraft.forNewInk(newer, task))
                    : task;
        }
    }

    /**
     * A side to read.
     *
     * @param named which page a reviewer said it is
     */
    public record Leased(ScanRef scan, Optional<Answer.Naming> named) {}
}
