package org.paperbridge.store.sql;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.paperbridge.validation.situation.Progress;
import org.paperbridge.validation.situation.Situation;
import org.paperbridge.validation.situation.Situations;

/** Counts rows. */
public final class StoredSituations implements Situations {

    private final Database database;
    private final Clock clock;

    public StoredSituations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Situation count() {
        return database.read(h -> new Situation(
                Millis.toInstant(clock.millis()),
                one(h, "SELECT count(*) FROM batch"),
                by(h, "SELECT state, count(*) FROM original GROUP BY state"),
                by(h, "SELECT state, count(*) FROM scan GROUP BY state"),
                by(h, "SELECT code, count(*) FROM page_outcome GROUP BY code"),
                fields(h),
                by(h, "SELECT kind, count(*) FROM review_task WHERE state <> 'closed' GROUP BY kind"),
                one(h, "SELECT count(*) FROM record"),
                by(h, "SELECT state, count(*) FROM delivery GROUP BY state"),
                Optional.of(one(h, "SELECT coalesce(min(created_at), 0) FROM review_task WHERE state <> 'closed'"))
                        .filter(at -> at > 0)
                        .map(Millis::toInstant),
                progress(h)));
    }

    private Progress progress(Handle h) {
        Instant now = Millis.toInstant(clock.millis());
        long since = Millis.of(now.minus(Progress.WINDOW));
        return h.createQuery("SELECT count(*) AS recent, coalesce(min(read_at), 0) AS first FROM page_outcome"
                        + " WHERE read_at >= :since")
                .bind("since", since)
                .map((r, c) -> Progress.of(
                        one(h, "SELECT count(*) FROM page_outcome"),
                        one(h, "SELECT count(*) FROM scan WHERE state IN ('waiting', 'reading')"),
                        one(h, "SELECT count(*) FROM original WHERE state = 'received'"),
                        r.getLong("recent"),
                        r.getLong("first") == 0 ? Optional.empty() : Optional.of(Millis.toInstant(r.getLong("first"))),
                        h.createQuery("SELECT count(*) FROM page_outcome WHERE read_at >= :before AND read_at < :since")
                                        .bind("before", since - Progress.WINDOW.toMillis())
                                        .bind("since", since)
                                        .mapTo(Long.class)
                                        .one()
                                > 0,
                        now))
                .one();
    }

    private static Map<String, Long> fields(Handle h) {
        return h.createQuery("SELECT coalesce(sum(accepted), 0), coalesce(sum(confirm), 0),"
                        + " coalesce(sum(double_entry), 0), coalesce(sum(none), 0) FROM judgement")
                .map((r, c) -> {
                    Map<String, Long> counts = new HashMap<>();
                    counts.put("auto", r.getLong(1));
                    counts.put("confirm", r.getLong(2));
                    counts.put("double-entry", r.getLong(3));
                    counts.put("none", r.getLong(4));
                    counts.values().removeIf(n -> n == 0);
                    return counts;
                })
                .one();
    }

    private static long one(Handle h, String sql) {
        return h.createQuery(sql).mapTo(Long.class).one();
    }

    /** Counts by word. */
    static Map<String, Long> by(Handle h, String sql) {
        Map<String, Long> counts = new HashMap<>();
        h.createQuery(sql)
                .map((r, c) -> Map.entry(r.getString(1), r.getLong(2)))
                .forEach(e -> counts.put(e.getKey(), e.getValue()));
        return counts;
    }
}
