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
                        + " JOIN scan s ON s.original = c.original AND s.idx = c.idx"
                        + " WHERE c.serial = :serial AND c.page = :page AND c.copy <> :copy AND s.state = 'review'")
                .bind("serial", page.serial())
                .bind("page", page.page())
                .bind("copy", page.copy())
                .map((r, c) -> new ScanRef(r.getString("original"), r.getInt("idx")))
                .list();
        waiting.forEach(scan -> Rejudging.send(h, scan, now));
    }

    private Settlement settlement(Handle h, ScanRef scan) {
        List<Decision> decided = decisions.listOfScan(h, scan);
        return Settlement.of(readings(h, scan), pages.findJudgement(h, scan).verdicts(), decided);
    }

    private List<FieldReading> readings(Handle h, ScanRef scan) {
        return pages.findOutcome(h, scan)
                .map(p -> p.outcome() instanceof PageOutcome.Read read ? read.readings() : List.<FieldReading>of())
                .orElse(List.of());
    }

    private record Twin(int copy, ScanRef scan, boolean released) {}
}
