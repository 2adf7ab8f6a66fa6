package org.paperbridge.store.sql;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.page.ScanRef;

/** The one place that changes a scan's state. */
final class ScanRows {

    private ScanRows() {}

    /**
     * Moves a scan on.
     *
     * @return false when it was not in {@code from}: somebody else was faster
     */
    static boolean move(Handle h, ScanRef scan, ScanState from, ScanState to, long now) {
        if (!from.next().contains(to)) {
            throw new IllegalArgumentException("A scan never goes from " + from.code() + " to " + to.code());
        }
        return h.createUpdate("UPDATE scan SET state = :to, version = version + 1, worker = '', lease_until = 0,"
                                + " changed_at = :now WHERE original = :original AND idx = :idx AND state = :from")
                        .bind("to", to.code())
                        .bind("from", from.code())
                        .bind("original", scan.original())
                        .bind("idx", scan.index())
                        .bind("now", now)
                        .execute()
                == 1;
    }

    static Optional<ScanState> findState(Handle h, ScanRef scan) {
        return h.createQuery("SELECT state FROM scan WHERE original = :original AND idx = :idx")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .mapTo(String.class)
                .findFirst()
                .map(ScanRows::state);
    }

    /** The state of a code in the database. */
    static ScanState state(String code) {
        return ScanState.valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    static String place(String table, ScanRef scan) {
        return table + "/" + scan.original() + "#" + scan.index();
    }
}
