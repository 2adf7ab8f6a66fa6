package org.paperbridge.store.sql;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.paperbridge.validation.dashboard.Pace;

/** Sides by the hour they came in and came to their end. */
final class PaceRows {

    private static final long HOUR_MS = Duration.ofHours(1).toMillis();

    private PaceRows() {}

    static Pace measure(Handle h, Instant now) {
        long last = Millis.of(now) / HOUR_MS;
        long first = last - Pace.HOURS + 1;
        Map<Long, Long> in = byHour(
                h,
                "SELECT g.received_at / :hour, count(*) FROM original g JOIN scan s ON s.original = g.id"
                        + " WHERE g.received_at >= :since GROUP BY 1",
                first);
        Map<Long, Long> cleared = byHour(
                h,
                "SELECT changed_at / :hour, count(*) FROM scan WHERE changed_at >= :since"
                        + " AND state IN ('released', 'set-aside') GROUP BY 1",
                first);
        List<Pace.Hour> hours = LongStream.rangeClosed(first, last)
                .mapToObj(hour -> new Pace.Hour(
                        Millis.toInstant(hour * HOUR_MS), in.getOrDefault(hour, 0L), cleared.getOrDefault(hour, 0L)))
                .toList();
        long waiting = h.createQuery("SELECT count(*) FROM review_task WHERE state <> 'closed'")
                .mapTo(Long.class)
                .one();
        return Pace.of(hours, waiting, clearedByPeople(h, now.minus(Pace.WINDOW.multipliedBy(2))), now);
    }

    private static Map<Long, Long> byHour(Handle h, String sql, long firstHour) {
        Map<Long, Long> counts = new HashMap<>();
        h.createQuery(sql)
                .bind("hour", HOUR_MS)
                .bind("since", firstHour * HOUR_MS)
                .map((r, c) -> counts.put(r.getLong(1), r.getLong(2)))
                .list();
        return counts;
    }

    /** A page that is named is not cleared: it is read again. */
    private static List<Instant> clearedByPeople(Handle h, Instant since) {
        return h.createQuery("SELECT released_at FROM page_release WHERE released_at >= :since AND reviewer <> 'policy'"
                        + " UNION ALL SELECT decided_at FROM decision WHERE decided_at >= :since AND code = 'discard'")
                .bind("since", Millis.of(since))
                .map((r, c) -> Millis.toInstant(r.getLong(1)))
                .list();
    }
}
