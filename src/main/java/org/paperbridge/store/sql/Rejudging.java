package org.paperbridge.store.sql;

import org.jdbi.v3.core.Handle;
import org.paperbridge.form.page.ScanRef;

/** Pages that go back to the rules, because another paper says something new about them. */
final class Rejudging {

    private static final String UNTOUCHED = """
            SELECT count(*) FROM review_task t WHERE t.original = :original AND t.idx = :idx
            AND t.state = 'open' AND t.kind = 'check-values' AND t.lease_until < :now
            AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.task = t.id)
            """;

    private Rejudging() {}

    /** Does nothing for a page that somebody has begun or holds, or that waits for nobody. */
    static void send(Handle h, ScanRef scan, long now) {
        boolean waits = h.createQuery(UNTOUCHED)
                        .bind("original", scan.original())
                        .bind("idx", scan.index())
                        .bind("now", now)
                        .mapTo(Integer.class)
                        .one()
                > 0;
        if (waits && ScanRows.move(h, scan, ScanState.REVIEW, ScanState.READ, now)) {
            h.createUpdate("UPDATE review_task SET state = 'closed', version = version + 1, reviewer = '',"
                            + " lease_until = 0 WHERE original = :original AND idx = :idx AND state <> 'closed'")
                    .bind("original", scan.original())
                    .bind("idx", scan.index())
                    .execute();
        } else if (!waits) {
            ScanRows.move(h, scan, ScanState.ACCEPTED, ScanState.READ, now);
        }
    }
}
