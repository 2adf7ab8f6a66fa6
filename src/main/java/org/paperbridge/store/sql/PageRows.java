package org.paperbridge.store.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanNote;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.validation.dashboard.FieldCounts;
import org.paperbridge.validation.queue.Settlement;

/** Outcome, claim and judgement of a page. Readings of a page are one sealed box: SQL could not look into them anyway. */
final class PageRows {

    private final ColumnSeal seal;
    private final StoreKeys keys;

    PageRows(ColumnSeal seal, StoreKeys keys) {
        this.seal = seal;
        this.keys = keys;
    }

    /** @param ms how long reading took, milliseconds */
    void writeOutcome(Handle h, ScanRef scan, PageOutcome outcome, Set<ScanNote> notes, double ms, long now) {
        Optional<PageIdentity> identity = identityOf(outcome);
        h.createUpdate("""
                        INSERT INTO page_outcome (original, idx, code, sealed, notes, form, form_version, serial, page,
                            copy, patient_key, encounter_key, residual_mm, ms, read_at)
                        VALUES (:original, :idx, :code, :sealed, :notes, :form, :version, :serial, :page,
                            :copy, :patient, :encounter, :residual, :ms, :now)
                        ON CONFLICT (original, idx) DO UPDATE SET code = excluded.code, sealed = excluded.sealed,
                            notes = excluded.notes, form = excluded.form, form_version = excluded.form_version,
                            serial = excluded.serial, page = excluded.page, copy = excluded.copy,
                            patient_key = excluded.patient_key, encounter_key = excluded.encounter_key,
                            residual_mm = excluded.residual_mm, ms = excluded.ms, read_at = excluded.read_at
                        """)
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .bind("code", outcome.code())
                .bind("sealed", seal.close(ScanRows.place("page_outcome", scan), StoreJson.writeOutcome(outcome)))
                .bind("notes", words(notes))
                .bind("form", identity.map(i -> i.form().form()))
                .bind("version", identity.map(i -> i.form().version()))
                .bind("serial", identity.map(PageIdentity::serial))
                .bind("page", identity.map(PageIdentity::page))
                .bind("copy", identity.map(PageIdentity::copy))
                .bind("patient", identity.flatMap(PageIdentity::patientId).map(keys::searchKey))
                .bind("encounter", identity.flatMap(PageIdentity::encounterId).map(keys::searchKey))
                .bind("residual", residualOf(outcome))
                .bind("ms", ms)
                .bind("now", now)
                .execute();
        BatchSheetRows.write(h, scan, outcome);
    }

    /** What became of the side once it was compared with others and with itself: it keeps what was read. */
    void writeCode(Handle h, ScanRef scan, String code) {
        h.createUpdate("UPDATE page_outcome SET code = :code WHERE original = :original AND idx = :idx")
                .bind("code", code)
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .execute();
    }

    Optional<StoredPage> findOutcome(Handle h, ScanRef scan) {
        return h.createQuery("SELECT sealed, notes FROM page_outcome WHERE original = :original AND idx = :idx")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .map((r, c) -> new StoredPage(
                        StoreJson.readOutcome(seal.open(ScanRows.place("page_outcome", scan), r.getBytes("sealed"))),
                        notes(r.getString("notes"))))
                .findFirst();
    }

    /**
     * Makes this scan the one that speaks for its printed page.
     *
     * @return the scan that already does, when it is another
     */
    Optional<ScanRef> claim(Handle h, PageIdentity page, ScanRef scan) {
        h.createUpdate("INSERT INTO page_claim (serial, page, copy, original, idx)"
                        + " VALUES (:serial, :page, :copy, :original, :idx) ON CONFLICT DO NOTHING")
                .bind("serial", page.serial())
                .bind("page", page.page())
                .bind("copy", page.copy())
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .execute();
        return findClaim(h, page).filter(holder -> !holder.equals(scan));
    }

    /** The scan that speaks for a printed page. */
    Optional<ScanRef> findClaim(Handle h, PageIdentity page) {
        return h.createQuery("SELECT original, idx FROM page_claim"
                        + " WHERE serial = :serial AND page = :page AND copy = :copy")
                .bind("serial", page.serial())
                .bind("page", page.page())
                .bind("copy", page.copy())
                .map((r, c) -> new ScanRef(r.getString("original"), r.getInt("idx")))
                .findFirst();
    }

    void dropClaim(Handle h, ScanRef scan) {
        h.createUpdate("DELETE FROM page_claim WHERE original = :original AND idx = :idx")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .execute();
    }

    void writeJudgement(Handle h, ScanRef scan, Judgement judgement, long now) {
        h.createUpdate("""
                        INSERT INTO judgement (original, idx, sealed, accepted, confirm, double_entry, none, judged_at)
                        VALUES (:original, :idx, :sealed, :accepted, :confirm, :double, :none, :now)
                        ON CONFLICT (original, idx) DO UPDATE SET sealed = excluded.sealed,
                            accepted = excluded.accepted, confirm = excluded.confirm,
                            double_entry = excluded.double_entry, none = excluded.none, judged_at = excluded.judged_at
                        """)
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .bind("sealed", seal.close(ScanRows.place("judgement", scan), StoreJson.write(judgement)))
                .bind("accepted", count(judgement.verdicts(), Action.AUTO))
                .bind("confirm", count(judgement.verdicts(), Action.CONFIRM))
                .bind("double", count(judgement.verdicts(), Action.DOUBLE_ENTRY))
                .bind("none", count(judgement.verdicts(), Action.NONE))
                .bind("now", now)
                .execute();
        FieldRows.write(
                h,
                scan,
                FieldCounts.of(
                        judgement.verdicts(), Settlement.of(List.of(), judgement.verdicts(), List.of()), List.of()));
    }

    /** No findings and no verdicts when no rule has spoken. */
    Judgement findJudgement(Handle h, ScanRef scan) {
        return h.createQuery("SELECT sealed FROM judgement WHERE original = :original AND idx = :idx")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .map((r, c) ->
                        StoreJson.read(seal.open(ScanRows.place("judgement", scan), r.getBytes(1)), Judgement.class))
                .findFirst()
                .orElse(new Judgement(List.<Finding>of(), List.<FieldVerdict>of()));
    }

    static Optional<PageIdentity> identityOf(PageOutcome outcome) {
        return switch (outcome) {
            case PageOutcome.Read o -> Optional.of(o.identity());
            case PageOutcome.Unregistered o -> Optional.of(o.identity());
            case PageOutcome.Rescan o -> Optional.of(o.identity());
            case PageOutcome.Unidentified o -> Optional.empty();
            case PageOutcome.Forged o -> Optional.empty();
            case PageOutcome.Foreign o -> Optional.empty();
            case PageOutcome.UnknownForm o -> Optional.empty();
            case PageOutcome.Conflicting o -> Optional.empty();
            case PageOutcome.Blank o -> Optional.empty();
            case PageOutcome.BatchHeader o -> Optional.empty();
            case PageOutcome.BatchTrailer o -> Optional.empty();
            case PageOutcome.Separator o -> Optional.empty();
            case PageOutcome.Undecodable o -> Optional.empty();
        };
    }

    private static Optional<Double> residualOf(PageOutcome outcome) {
        return outcome instanceof PageOutcome.Read read
                ? Optional.of(read.registration().residualMm())
                : Optional.empty();
    }

    private static long count(List<FieldVerdict> verdicts, Action action) {
        return verdicts.stream().filter(v -> v.action() == action).count();
    }

    private static String words(Set<ScanNote> notes) {
        return String.join(" ", new TreeSet<>(notes).stream().map(Enum::name).toList());
    }

    private static Set<ScanNote> notes(String words) {
        return words.isEmpty()
                ? Set.of()
                : Set.copyOf(List.of(words.split(" ")).stream()
                        .map(ScanNote::valueOf)
                        .toList());
    }

    /** An outcome with what intake noticed. */
    record StoredPage(PageOutcome outcome, Set<ScanNote> notes) {}
}
