package org.paperbridge.store.sql;

import org.jdbi.v3.core.Handle;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.validation.dashboard.FieldCounts;

/** How the fields of a page stand: kept beside its judgement, since what was answered is sealed. */
final class FieldRows {

    private FieldRows() {}

    static void write(Handle h, ScanRef scan, FieldCounts counts) {
        h.createUpdate("UPDATE judgement SET by_reader = :reader, by_person = :person, waiting = :waiting,"
                        + " unreadable = :unreadable WHERE original = :original AND idx = :idx")
                .bind("reader", counts.byReader())
                .bind("person", counts.byPerson())
                .bind("waiting", counts.waiting())
                .bind("unreadable", counts.unreadable())
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .execute();
    }

    /** Of all pages that are neither set aside nor still to be read. */
    static FieldCounts sum(Handle h) {
        return h.createQuery("SELECT coalesce(sum(j.by_reader), 0), coalesce(sum(j.by_person), 0),"
                        + " coalesce(sum(j.waiting), 0), coalesce(sum(j.unreadable), 0),"
                        + " coalesce(sum(j.accepted + j.confirm + j.double_entry + j.none), 0) FROM judgement j"
                        + " JOIN scan s ON s.original = j.original AND s.idx = j.idx"
                        + " WHERE s.state IN ('read', 'review', 'accepted', 'released')")
                .map((r, c) -> {
                    long settled = r.getLong(1) + r.getLong(2) + r.getLong(3) + r.getLong(4);
                    return new FieldCounts(
                            r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5) - settled);
                })
                .one();
    }
}
