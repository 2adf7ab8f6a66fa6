package org.paperbridge.store.sql;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.OtherCopy;
import org.paperbridge.validation.queue.Settlement;

/** The other copies of a printed page: found by its serial, each with its own scan and its own way. */
final class CopyRows {

    private final PageRows pages;
    private final DecisionRows decisions;

    CopyRows(PageRows pages, DecisionRows decisions) {
        this.pages = pages;
        this.decisions = decisions;
    }

    /** The copy to compare a page with: one that was released before one that waits, the original before others. */
    Optional<OtherCopy> find(Handle h, PageIdentity page) {
        return h
                .createQuery("SELECT c.copy, c.original, c.idx, s.state FROM page_claim c"
                        + " JOIN scan s ON s.original = c.original AND s.idx = c.idx"
                        + " WHERE c.serial = :serial AND c.page = :page AND c.copy <> :copy ORDER BY c.copy")
                .bind("serial", page.serial())
                .bind("page", page.page())
                .bind("copy", page.copy())
                .map((r, c) -> new Twin(
                        r.getInt("copy"),
                        new ScanRef(r.getString("original"), r.getInt("idx")),
                        r.getString("state").equals(ScanState.RELEASED.code())))
                .list()
                .stream()
                .sorted(Comparator.comparing(Twin::released).reversed().thenComparing(Twin::copy))
                .findFirst()
                .map(twin -> new OtherCopy(
                        twin.copy(),
                        twin.scan(),
                        readings(h, twin.scan()),
                        twin.released() ? Optional.of(settlement(h, twin.scan())) : Optional.empty()));
    }

    /**
     * Sends waiting copies of a page that was released back to the rules, which now find most of their questions
     * answered. One that somebody has begun or holds stays with that person.
     */
    void judgeOthersAgain(Handle h, PageIdentity page, long now) {
        List<ScanRef> waiting = h.createQuery("SELECT c.original, c.idx FROM page_claim c"
                        + " JOIN review_task t ON t.original = c.original AND t.idx = c.idx"
                        + " WHERE c.serial = :serial AND c.page = :page AND c.copy <> :copy"
                        + " AND t.state = 'open' AND t.kind = 'check-values' AND t.lease_until < :now"
                        + " AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.task = t.id)")
                .bind("serial", page.serial())
                .bind("page", page.page())
                .bind("copy", page.copy())
                .bind("now", now)
                .map((r, c) -> new ScanRef(r.getString("original"), r.getInt("idx")))
                .list();
        for (ScanRef scan : waiting) {
            if (ScanRows.move(h, scan, ScanState.REVIEW, ScanState.READ, now)) {
                h.createUpdate("UPDATE review_task SET state = 'closed', version = version + 1, reviewer = '',"
                                + " lease_until = 0 WHERE original = :original AND idx = :idx AND state <> 'closed'")
                        .bind("original", scan.original())
                        .bind("idx", scan.index())
                        .execute();
            }
        }
    }

    private Settlement settlement(Handle h, ScanRef scan) {
        List<Decision> decided = h
                .createQuery("SELECT id FROM review_task WHERE original = :original AND idx = :idx"
                        + " ORDER BY created_at, id")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(task -> decisions.list(h, task).stream())
                .sorted(Comparator.comparingLong(Decision::sequence))
                .toList();
        return Settlement.of(readings(h, scan), pages.findJudgement(h, scan).verdicts(), decided);
    }

    private List<FieldReading> readings(Handle h, ScanRef scan) {
        return pages.findOutcome(h, scan)
                .map(p -> p.outcome() instanceof PageOutcome.Read read ? read.readings() : List.<FieldReading>of())
                .orElse(List.of());
    }

    private record Twin(int copy, ScanRef scan, boolean released) {}
}
