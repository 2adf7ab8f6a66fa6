package org.paperbridge.store.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.validation.identity.IdentityCheck;
import org.paperbridge.validation.identity.SetPage;
import org.paperbridge.validation.identity.StickerWitness;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.IdentityQuestions;

/** The other pages of a printed form: found by its serial, each with its own scan and its own way. */
final class SetRows {

    private static final String OTHERS = """
            SELECT c.page, c.original, c.idx, s.state FROM page_claim c
            JOIN scan s ON s.original = c.original AND s.idx = c.idx
            WHERE c.serial = :serial AND c.copy = :copy AND c.page <> :page ORDER BY c.page
            """;

    private final PageRows pages;
    private final DecisionRows decisions;

    SetRows(PageRows pages, DecisionRows decisions) {
        this.pages = pages;
        this.decisions = decisions;
    }

    /** Those that came and were judged, in order. */
    List<SetPage> list(Handle h, PageIdentity page) {
        return others(h, page).stream().flatMap(o -> setPage(h, o).stream()).toList();
    }

    /**
     * Sends waiting pages of a set back to the rules, because another page of it says something new about whose it is.
     * One that somebody has begun or holds stays with that person.
     *
     * @param unlessToldSo leaves out those that were stopped by another page already
     */
    void judgeOthersAgain(Handle h, PageIdentity page, boolean unlessToldSo, long now) {
        for (Other other : others(h, page)) {
            boolean told = pages.findJudgement(h, other.scan()).findings().stream()
                    .anyMatch(f -> IdentityCheck.isOfSet(f) && IdentityCheck.asks(f));
            if (!(unlessToldSo && told)) {
                Rejudging.send(h, other.scan(), now);
            }
        }
    }

    private List<Other> others(Handle h, PageIdentity page) {
        return h.createQuery(OTHERS)
                .bind("serial", page.serial())
                .bind("copy", page.copy())
                .bind("page", page.page())
                .map((r, c) -> new Other(
                        r.getInt("page"), new ScanRef(r.getString("original"), r.getInt("idx")), r.getString("state")))
                .list();
    }

    private Optional<SetPage> setPage(Handle h, Other other) {
        Optional<PageOutcome> outcome = pages.findOutcome(h, other.scan()).map(PageRows.StoredPage::outcome);
        Optional<PageIdentity> identity = outcome.flatMap(PageRows::identityOf);
        if (identity.isEmpty()) {
            return Optional.empty();
        }
        List<Finding> own = pages.findJudgement(h, other.scan()).findings().stream()
                .filter(f -> f.rule().startsWith(IdentityCheck.PREFIX) && !IdentityCheck.isOfSet(f))
                .toList();
        List<Decision> decided = decisions.listOfScan(h, other.scan());
        return Optional.of(new SetPage(
                other.page(),
                other.scan(),
                identity.get().patientId(),
                decided.stream()
                        .map(Decision::answer)
                        .filter(Answer.AssignPatient.class::isInstance)
                        .map(a -> ((Answer.AssignPatient) a).patientId())
                        .reduce((earlier, later) -> later),
                outcome.map(SetRows::stickers).orElse(Set.of()),
                IdentityCheck.isDisputed(IdentityQuestions.open(own, decided)),
                own.stream().anyMatch(f -> f.severity() == Finding.Severity.SUPPORTS) && !IdentityCheck.isDisputed(own),
                other.state().equals(ScanState.RELEASED.code())));
    }

    private static Set<String> stickers(PageOutcome outcome) {
        return outcome instanceof PageOutcome.Read read ? StickerWitness.numbers(read) : Set.of();
    }

    private record Other(int page, ScanRef scan, String state) {}
}
