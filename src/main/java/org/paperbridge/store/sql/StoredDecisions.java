package org.paperbridge.store.sql;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.validation.dashboard.FieldCounts;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.AnswerCheck;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.Decisions;
import org.paperbridge.validation.queue.IdentityQuestions;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.Settlement;
import org.paperbridge.validation.queue.StaleTaskException;
import org.paperbridge.validation.queue.TaskState;

/** Takes answers, and moves task and scan on in the same transaction. */
public final class StoredDecisions implements Decisions {

    private final Database database;
    private final ColumnSeal seal;
    private final PageRows pages;
    private final DecisionRows rows;
    private final Successions successions;
    private final StoredAuditTrail audit;
    private final Clock clock;

    StoredDecisions(
            Database database,
            ColumnSeal seal,
            PageRows pages,
            DecisionRows rows,
            StoredAuditTrail audit,
            Clock clock) {
        this.database = database;
        this.seal = seal;
        this.pages = pages;
        this.rows = rows;
        this.successions = new Successions(pages, rows);
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ReviewTask decide(String id, int version, String reviewer, List<Answer> answers) {
        return database.write(h -> {
            ReviewTask task = hold(h, id, version, reviewer);
            Judgement judgement =
                    task.scan().map(s -> pages.findJudgement(h, s)).orElse(new Judgement(List.of(), List.of()));
            List<FieldVerdict> verdicts = judgement.verdicts();
            List<String> problems = new ArrayList<>(AnswerCheck.listProblems(task.kind(), verdicts, answers));
            if (!problems.isEmpty()) {
                throw new AnswerRefusedException(problems);
            }
            answers.forEach(a -> rows.append(h, id, a, reviewer));
            Optional<Answer> last =
                    answers.stream().filter(AnswerCheck::endsTask).findFirst();
            last.ifPresent(a -> end(h, task, a));
            int open = last.isPresent() ? 0 : countOpen(h, task, judgement);
            TaskState state = last.isPresent()
                    ? TaskState.CLOSED
                    : open == 0 && task.scan().isPresent() && !verdicts.isEmpty() ? TaskState.ANSWERED : TaskState.OPEN;
            move(h, task, state, open);
            audit.append(
                    h,
                    reviewer,
                    "decide",
                    id,
                    Map.of("answers", Integer.toString(answers.size()), "state", state.name()));
            return TaskRows.find(h, id).orElseThrow();
        });
    }

    @Override
    public List<Decision> listDecisions(String task) {
        return database.read(h -> rows.list(h, task));
    }

    /** The task, if this reviewer may change it. */
    static ReviewTask hold(Handle h, String id, int version, String reviewer, long now) {
        ReviewTask task = TaskRows.find(h, id).orElseThrow(() -> new StaleTaskException("There is no task " + id));
        if (task.state() == TaskState.CLOSED || task.version() != version) {
            throw new StaleTaskException("Task " + id + " is at version " + task.version() + ", not " + version);
        }
        boolean othersLease = task.lease()
                .filter(l -> l.holds(Millis.toInstant(now)))
                .filter(l -> !l.reviewer().equals(reviewer))
                .isPresent();
        if (othersLease) {
            throw new StaleTaskException("Another reviewer holds task " + id);
        }
        return task;
    }

    private ReviewTask hold(Handle h, String id, int version, String reviewer) {
        return hold(h, id, version, reviewer, clock.millis());
    }

    /** Compare-and-set on the version, which two transactions cannot both pass. */
    static void move(Handle h, ReviewTask task, TaskState state, int openFields) {
        int moved = h.createUpdate("UPDATE review_task SET state = :state, open_fields = :open, version = version + 1"
                        + (state == TaskState.CLOSED ? ", reviewer = '', lease_until = 0" : "")
                        + " WHERE id = :id AND version = :version")
                .bind("state", state.name().toLowerCase(java.util.Locale.ROOT))
                .bind("open", openFields)
                .bind("id", task.id())
                .bind("version", task.version())
                .execute();
        if (moved != 1) {
            throw new StaleTaskException("Task " + task.id() + " changed meanwhile");
        }
    }

    /** Fields and questions of identity that are still open; how the page's fields stand is kept. */
    private int countOpen(Handle h, ReviewTask task, Judgement judgement) {
        List<Decision> decided = rows.list(h, task.id());
        List<FieldReading> readings = task.scan()
                .flatMap(s -> pages.findOutcome(h, s))
                .map(p -> p.outcome() instanceof PageOutcome.Read read ? read.readings() : List.<FieldReading>of())
                .orElse(List.of());
        Settlement settled = Settlement.of(readings, judgement.verdicts(), decided);
        task.scan().ifPresent(s -> FieldRows.write(h, s, FieldCounts.of(judgement.verdicts(), settled, decided)));
        return settled.open().size()
                + IdentityQuestions.open(judgement.findings(), decided).size();
    }

    private void end(Handle h, ReviewTask task, Answer answer) {
        if (task.scan().isEmpty()) {
            h.createUpdate("UPDATE original SET state = 'discarded' WHERE id = :id AND state = 'refused'")
                    .bind("id", task.original())
                    .execute();
            return;
        }
        ScanRef scan = task.scan().get();
        switch (answer) {
            case Answer.Discard discard -> {
                pages.dropClaim(h, scan);
                ScanRows.move(h, scan, ScanState.REVIEW, ScanState.SET_ASIDE, clock.millis());
            }
            case Answer.Naming named -> {
                h.createUpdate("UPDATE scan SET sealed_named = :named, attempts = 0"
                                + " WHERE original = :original AND idx = :idx")
                        .bind("named", seal.close(ScanRows.place("scan", scan), StoreJson.writeAnswer(named)))
                        .bind("original", scan.original())
                        .bind("idx", scan.index())
                        .execute();
                ScanRows.move(h, scan, ScanState.REVIEW, ScanState.WAITING, clock.millis());
            }
            case Answer.ReplaceEarlier replace -> replaceEarlier(h, scan);
            case Answer.Value value -> {}
            case Answer.Illegible illegible -> {}
            case Answer.Refer refer -> {}
            case Answer.Overrule overrule -> {}
            case Answer.AssignPatient assign -> {}
        }
    }

    /** The earlier scan steps back; what it released stays with its receivers, and what differs is parked. */
    private void replaceEarlier(Handle h, ScanRef scan) {
        Optional<PageOutcome> outcome = pages.findOutcome(h, scan).map(PageRows.StoredPage::outcome);
        PageIdentity identity = outcome.flatMap(PageRows::identityOf)
                .orElseThrow(() -> new IllegalStateException("Rescan " + scan + " has no identity"));
        pages.findClaim(h, identity)
                .filter(s -> !s.equals(scan))
                .ifPresent(earlier -> successions.stepBack(h, earlier, clock.millis()));
        pages.writeCode(h, scan, outcome.map(PageOutcome::code).orElseThrow());
        ScanRows.move(h, scan, ScanState.REVIEW, ScanState.READ, clock.millis());
    }
}
