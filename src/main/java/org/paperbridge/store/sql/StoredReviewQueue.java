package org.paperbridge.store.sql;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.validation.identity.SetPage;
import org.paperbridge.validation.queue.OtherCopy;
import org.paperbridge.validation.queue.ReviewQueue;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskKind;
import org.paperbridge.validation.queue.TaskPage;
import org.paperbridge.validation.queue.TaskState;

/** The validation queue on its tables. */
public final class StoredReviewQueue implements ReviewQueue {

    private static final String MATCHES =
            " (:state = '' OR state = :state) AND (:kind = '' OR kind = :kind) AND (:form = '' OR form = :form) ";
    private static final String FREE = " (lease_until < :now OR reviewer = :reviewer) ";
    private static final String LEASE =
            "UPDATE review_task SET reviewer = :reviewer, lease_until = :until WHERE state <> 'closed' AND";

    private final Database database;
    private final PageRows pages;
    private final DecisionRows decisions;
    private final CopyRows copies;
    private final SetRows sets;
    private final Clock clock;

    StoredReviewQueue(
            Database database, PageRows pages, DecisionRows decisions, CopyRows copies, SetRows sets, Clock clock) {
        this.database = database;
        this.pages = pages;
        this.decisions = decisions;
        this.copies = copies;
        this.sets = sets;
        this.clock = clock;
    }

    @Override
    public TaskPage listTasks(TaskFilter filter, long offset, int limit) {
        return database.read(h -> {
            long total = bind(h.createQuery("SELECT count(*) FROM review_task WHERE" + MATCHES), filter)
                    .mapTo(Long.class)
                    .one();
            return new TaskPage(
                    bind(
                                    h.createQuery("SELECT * FROM review_task WHERE" + MATCHES
                                            + "ORDER BY priority, created_at, id LIMIT :limit OFFSET :offset"),
                                    filter)
                            .bind("limit", limit)
                            .bind("offset", offset)
                            .map((r, c) -> TaskRows.map(r))
                            .list(),
                    total,
                    offset);
        });
    }

    @Override
    public Optional<ReviewTask> findTask(String id) {
        return database.read(h -> TaskRows.find(h, id));
    }

    @Override
    public Optional<TaskContent> findContent(String id) {
        return database.read(h -> TaskRows.find(h, id).map(task -> content(h, task)));
    }

    @Override
    public Optional<OtherCopy> findOtherCopy(String id) {
        return database.read(h -> TaskRows.find(h, id)
                .flatMap(ReviewTask::scan)
                .flatMap(s -> pages.findOutcome(h, s))
                .flatMap(p -> PageRows.identityOf(p.outcome()))
                .flatMap(page -> copies.find(h, page)));
    }

    @Override
    public List<SetPage> listSet(String id) {
        return database.read(h -> TaskRows.find(h, id)
                .flatMap(ReviewTask::scan)
                .flatMap(s -> pages.findOutcome(h, s))
                .flatMap(p -> PageRows.identityOf(p.outcome()))
                .map(page -> sets.list(h, page))
                .orElse(List.of()));
    }

    private TaskContent content(Handle h, ReviewTask task) {
        Optional<PageOutcome> outcome = task.scan().flatMap(s -> outcomeOf(h, s, task.kind()));
        Judgement judgement =
                task.scan().map(s -> pages.findJudgement(h, s)).orElse(new Judgement(List.of(), List.of()));
        return new TaskContent(
                task,
                outcome,
                judgement.findings(),
                judgement.verdicts(),
                decisions.list(h, task.id()),
                task.scan().map(s -> Successions.listFields(h, s)).orElse(List.of()));
    }

    /** A rescan is shown as one, with the scan it repeats. */
    private Optional<PageOutcome> outcomeOf(Handle h, ScanRef scan, TaskKind kind) {
        Optional<PageOutcome> read = pages.findOutcome(h, scan).map(PageRows.StoredPage::outcome);
        if (kind != TaskKind.COMPARE_RESCAN) {
            return read;
        }
        return read.flatMap(PageRows::identityOf)
                .flatMap(identity ->
                        pages.findClaim(h, identity).map(earlier -> new PageOutcome.Rescan(identity, earlier)));
    }

    @Override
    public Optional<ReviewTask> leaseNext(TaskFilter filter, String reviewer, Duration duration) {
        long now = clock.millis();
        return database.write(h -> {
            while (true) {
                Optional<String> candidate = bind(
                                h.createQuery("SELECT id FROM review_task WHERE" + MATCHES + "AND" + FREE
                                        + "AND state <> 'closed'"
                                        + " ORDER BY CASE WHEN reviewer = :reviewer AND lease_until >= :now"
                                        + " THEN 0 ELSE 1 END, priority, created_at, id LIMIT 1"),
                                filter)
                        .bind("now", now)
                        .bind("reviewer", reviewer)
                        .mapTo(String.class)
                        .findFirst();
                if (candidate.isEmpty()) {
                    return Optional.empty();
                }
                Optional<ReviewTask> leased = lease(h, candidate.get(), reviewer, now, duration);
                if (leased.isPresent()) {
                    return leased;
                }
            }
        });
    }

    @Override
    public Optional<ReviewTask> lease(String id, String reviewer, Duration duration) {
        return database.write(h -> lease(h, id, reviewer, clock.millis(), duration));
    }

    private static Optional<ReviewTask> lease(Handle h, String id, String reviewer, long now, Duration duration) {
        return h.createQuery(LEASE + FREE + "AND id = :id RETURNING *")
                .bind("reviewer", reviewer)
                .bind("until", now + duration.toMillis())
                .bind("now", now)
                .bind("id", id)
                .map((r, c) -> TaskRows.map(r))
                .findFirst();
    }

    @Override
    public void giveBack(String id, String reviewer) {
        database.run(h -> h.createUpdate("UPDATE review_task SET reviewer = '', lease_until = 0"
                        + " WHERE id = :id AND reviewer = :reviewer")
                .bind("id", id)
                .bind("reviewer", reviewer)
                .execute());
    }

    private static <S extends SqlStatement<S>> S bind(S statement, TaskFilter filter) {
        return statement
                .bind("state", filter.state().map(TaskState::name).orElse("").toLowerCase(java.util.Locale.ROOT))
                .bind("kind", filter.kind().map(TaskKind::code).orElse(""))
                .bind("form", filter.form().orElse(""));
    }
}
