package org.paperbridge.store.sql;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.rescan.RescanVerdict;

/** Which of two scans of a printed page speaks for it. Both keep their rows whatever is decided. */
final class Successions {

    private final PageRows pages;
    private final DecisionRows decisions;

    Successions(PageRows pages, DecisionRows decisions) {
        this.pages = pages;
        this.decisions = decisions;
    }

    /** What becomes of the later scan. */
    enum Step {
        /** It is kept, and says nothing. */
        KEEP_EARLIER,
        /** A person compares. */
        ASK,
        /** It speaks for the page from now on. */
        TAKE_OVER
    }

    Step apply(Handle h, PageIdentity page, ScanRef earlier, ScanRef later, RescanVerdict verdict, long now) {
        Step step = switch (verdict) {
            case RescanVerdict.Same same -> Step.KEEP_EARLIER;
            case RescanVerdict.Better better ->
                isUntouched(h, earlier, now) ? Step.TAKE_OVER : better.compared() ? Step.KEEP_EARLIER : Step.ASK;
            case RescanVerdict.Newer newer -> Step.TAKE_OVER;
            case RescanVerdict.Differs differs -> Step.ASK;
            case RescanVerdict.Unclear unclear -> Step.ASK;
        };
        note(h, earlier, later, verdict, now);
        if (step == Step.TAKE_OVER) {
            stepBack(h, earlier, now);
            pages.claim(h, page, later);
        } else {
            pages.writeCode(h, later, "rescan");
        }
        return step;
    }

    /** A released scan keeps its records; one that waits is set aside, its task closed with all its decisions. */
    void stepBack(Handle h, ScanRef earlier, long now) {
        pages.dropClaim(h, earlier);
        ScanRows.move(h, earlier, ScanState.ACCEPTED, ScanState.REVIEW, now);
        if (ScanRows.move(h, earlier, ScanState.REVIEW, ScanState.SET_ASIDE, now)) {
            pages.writeCode(h, earlier, "rescan");
        }
        h.createUpdate("UPDATE review_task SET state = 'closed', version = version + 1, reviewer = '',"
                        + " lease_until = 0 WHERE original = :original AND idx = :idx AND state <> 'closed'")
                .bind("original", earlier.original())
                .bind("idx", earlier.index())
                .execute();
    }

    /** Everything persons decided on a scan, oldest first. */
    List<Decision> listDecisions(Handle h, ScanRef scan) {
        return h
                .createQuery("SELECT id FROM review_task WHERE original = :original AND idx = :idx"
                        + " ORDER BY created_at, id")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(task -> decisions.list(h, task).stream())
                .toList();
    }

    /** Fields that were found to differ when this scan came; empty when it is no rescan. */
    static List<String> listFields(Handle h, ScanRef scan) {
        return h.createQuery("SELECT fields FROM rescan WHERE original = :original AND idx = :idx"
                        + " ORDER BY sequence DESC LIMIT 1")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .mapTo(String.class)
                .findFirst()
                .filter(f -> !f.isEmpty())
                .map(f -> List.of(f.split(" ")))
                .orElse(List.of());
    }

    private static boolean isUntouched(Handle h, ScanRef scan, long now) {
        Optional<ScanState> state = ScanRows.findState(h, scan).filter(s -> s == ScanState.REVIEW);
        return state.isPresent()
                && h.createQuery("SELECT count(*) FROM review_task t WHERE original = :original AND idx = :idx"
                                        + " AND state <> 'closed' AND (lease_until >= :now"
                                        + " OR EXISTS (SELECT 1 FROM decision d WHERE d.task = t.id))")
                                .bind("original", scan.original())
                                .bind("idx", scan.index())
                                .bind("now", now)
                                .mapTo(Integer.class)
                                .one()
                        == 0;
    }

    private static void note(Handle h, ScanRef earlier, ScanRef later, RescanVerdict verdict, long now) {
        h.createUpdate("INSERT INTO rescan (original, idx, earlier_original, earlier_idx, verdict, reason, fields,"
                        + " found_at) VALUES (:original, :idx, :before, :beforeIdx, :verdict, :reason, :fields, :now)")
                .bind("original", later.original())
                .bind("idx", later.index())
                .bind("before", earlier.original())
                .bind("beforeIdx", earlier.index())
                .bind("verdict", verdict.code())
                .bind("reason", verdict.reason())
                .bind("fields", String.join(" ", fields(verdict)))
                .bind("now", now)
                .execute();
    }

    private static List<String> fields(RescanVerdict verdict) {
        return switch (verdict) {
            case RescanVerdict.Newer newer -> newer.fields().stream().sorted().toList();
            case RescanVerdict.Differs differs ->
                differs.fields().stream().sorted().toList();
            case RescanVerdict.Same same -> List.of();
            case RescanVerdict.Better better -> List.of();
            case RescanVerdict.Unclear unclear -> List.of();
        };
    }
}
