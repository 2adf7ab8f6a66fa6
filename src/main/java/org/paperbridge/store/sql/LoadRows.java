package org.paperbridge.store.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.paperbridge.validation.dashboard.ReviewerLoad;

/** What each person at the queue did and holds. */
final class LoadRows {

    /** Answers a page took over from an earlier scan of it are older than its task. */
    private static final String ANSWERS = "SELECT d.reviewer, d.decided_at FROM decision d"
            + " JOIN review_task t ON t.id = d.task WHERE d.decided_at >= :since AND d.code IN ('value', 'illegible')"
            + " AND d.decided_at >= t.created_at ORDER BY d.decided_at";

    private static final String PAGES = "SELECT reviewer, count(*) FROM (SELECT reviewer FROM page_release"
            + " WHERE released_at >= :since AND reviewer <> 'policy' UNION ALL SELECT reviewer FROM decision"
            + " WHERE decided_at >= :since AND code = 'discard') done GROUP BY reviewer";

    private LoadRows() {}

    static List<ReviewerLoad> list(Handle h, Instant now) {
        long since = Millis.of(now.minus(ReviewerLoad.WINDOW));
        TreeMap<String, List<Instant>> answered = new TreeMap<>();
        h.createQuery(ANSWERS)
                .bind("since", since)
                .map((r, c) -> answered.computeIfAbsent(r.getString(1), k -> new ArrayList<>())
                        .add(Millis.toInstant(r.getLong(2))))
                .list();
        Map<String, Long> pages = counts(h, PAGES, since);
        Map<String, Long> held = counts(
                h,
                "SELECT reviewer, count(*) FROM review_task WHERE state <> 'closed' AND reviewer <> ''"
                        + " AND lease_until >= :since GROUP BY reviewer",
                Millis.of(now));
        TreeSet<String> names = new TreeSet<>(answered.keySet());
        names.addAll(pages.keySet());
        names.addAll(held.keySet());
        return names.stream()
                .map(name -> {
                    List<Instant> moments = answered.getOrDefault(name, List.of());
                    return new ReviewerLoad(
                            name,
                            pages.getOrDefault(name, 0L),
                            moments.size(),
                            ReviewerLoad.medianPerField(moments),
                            held.getOrDefault(name, 0L));
                })
                .toList();
    }

    private static Map<String, Long> counts(Handle h, String sql, long since) {
        Map<String, Long> counts = new HashMap<>();
        h.createQuery(sql)
                .bind("since", since)
                .map((r, c) -> counts.put(r.getString(1), r.getLong(2)))
                .list();
        return counts;
    }
}
