package org.paperbridge.store.sql;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;

/** Decisions, only ever appended. */
final class DecisionRows {

    private final ColumnSeal seal;
    private final Clock clock;

    DecisionRows(ColumnSeal seal, Clock clock) {
        this.seal = seal;
        this.clock = clock;
    }

    void append(Handle h, String task, Answer answer, String reviewer) {
        append(h, task, answer, reviewer, clock.millis());
    }

    /** Lets decisions of an earlier scan count for a later one: who decided, and when, stays as it was. */
    void carry(Handle h, String task, List<Decision> decisions) {
        decisions.forEach(d -> append(h, task, d.answer(), d.reviewer(), Millis.of(d.decidedAt())));
    }

    private void append(Handle h, String task, Answer answer, String reviewer, long at) {
        h.createUpdate("INSERT INTO decision (task, code, sealed, reviewer, decided_at)"
                        + " VALUES (:task, :code, :sealed, :reviewer, :now)")
                .bind("task", task)
                .bind("code", answer.code())
                .bind("sealed", seal.close("decision/" + task, StoreJson.writeAnswer(answer)))
                .bind("reviewer", reviewer)
                .bind("now", at)
                .execute();
    }

    /** Of every task a side ever had, oldest first. */
    List<Decision> listOfScan(Handle h, ScanRef scan) {
        return h
                .createQuery("SELECT id FROM review_task WHERE original = :original AND idx = :idx"
                        + " ORDER BY created_at, id")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(task -> list(h, task).stream())
                .sorted(Comparator.comparingLong(Decision::sequence))
                .toList();
    }

    List<Decision> list(Handle h, String task) {
        return h.createQuery("SELECT * FROM decision WHERE task = :task ORDER BY sequence")
                .bind("task", task)
                .map((r, c) -> new Decision(
                        r.getLong("sequence"),
                        task,
                        StoreJson.readAnswer(seal.open("decision/" + task, r.getBytes("sealed"))),
                        r.getString("reviewer"),
                        Millis.toInstant(r.getLong("decided_at"))))
                .list();
    }
}
