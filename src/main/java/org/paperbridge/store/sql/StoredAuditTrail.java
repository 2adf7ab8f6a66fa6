package org.paperbridge.store.sql;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.validation.audit.AuditEntry;
import org.paperbridge.validation.audit.AuditTrail;

/**
 * Audit rows, each carrying a keyed hash over itself and the one before. A row that was changed, removed or put in
 * between breaks the chain; rows cut off at the end do not, unless somebody wrote the last chain value down.
 */
public final class StoredAuditTrail implements AuditTrail {

    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};
    private static final int PAGE = 1000;

    private final Database database;
    private final StoreKeys keys;
    private final Clock clock;

    StoredAuditTrail(Database database, StoreKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void append(String actor, String action, String subject, Map<String, String> details) {
        database.run(h -> append(h, actor, action, subject, details));
    }

    /** Appends within the transaction of what it tells. */
    void append(Handle h, String actor, String action, String subject, Map<String, String> details) {
        database.lockForAppend(h, "audit");
        AuditEntry last = h.createQuery("SELECT * FROM audit ORDER BY sequence DESC LIMIT 1")
                .map((r, c) -> map(r))
                .findFirst()
                .orElse(new AuditEntry(0, Instant.EPOCH, "", "", "", Map.of(), ""));
        AuditEntry open = new AuditEntry(
                last.sequence() + 1, Millis.toInstant(clock.millis()), actor, action, subject, details, "");
        h.createUpdate("INSERT INTO audit (sequence, at, actor, action, subject, details, chain)"
                        + " VALUES (:sequence, :at, :actor, :action, :subject, :details, :chain)")
                .bind("sequence", open.sequence())
                .bind("at", Millis.of(open.at()))
                .bind("actor", actor)
                .bind("action", action)
                .bind("subject", subject)
                .bind("details", StoreJson.write(open.details()))
                .bind("chain", chain(last.chain(), open))
                .execute();
    }

    @Override
    public List<AuditEntry> list(long offset, int limit) {
        return search(Optional.empty(), Optional.empty(), offset, limit);
    }

    @Override
    public List<AuditEntry> search(Optional<String> actor, Optional<String> subject, long offset, int limit) {
        String where = (actor.isPresent() ? " AND actor = :actor" : "")
                + (subject.isPresent() ? " AND subject = :subject" : "");
        return database.read(h -> {
            Query query = h.createQuery("SELECT * FROM audit WHERE sequence > 0" + where
                            + " ORDER BY sequence DESC LIMIT :limit OFFSET :offset")
                    .bind("limit", limit)
                    .bind("offset", offset);
            actor.ifPresent(a -> query.bind("actor", a));
            subject.ifPresent(s -> query.bind("subject", s));
            return query.map((r, c) -> map(r)).list();
        });
    }

    @Override
    public long count() {
        return database.read(h ->
                h.createQuery("SELECT count(*) FROM audit").mapTo(Long.class).one());
    }

    @Override
    public OptionalLong findBreak() {
        long expected = 1;
        String before = "";
        while (true) {
            long from = expected;
            List<AuditEntry> page = database.read(
                    h -> h.createQuery("SELECT * FROM audit WHERE sequence >= :from ORDER BY sequence LIMIT :limit")
                            .bind("from", from)
                            .bind("limit", PAGE)
                            .map((r, c) -> map(r))
                            .list());
            for (AuditEntry entry : page) {
                if (entry.sequence() != expected || !chain(before, entry).equals(entry.chain())) {
                    return OptionalLong.of(expected);
                }
                before = entry.chain();
                expected++;
            }
            if (page.size() < PAGE) {
                return OptionalLong.empty();
            }
        }
    }

    private String chain(String before, AuditEntry entry) {
        String text = StoreJson.write(List.of(
                before,
                entry.sequence(),
                Millis.of(entry.at()),
                entry.actor(),
                entry.action(),
                entry.subject(),
                entry.details()));
        return HexFormat.of().formatHex(StoreKeys.mac(keys.audit(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private static AuditEntry map(ResultSet r) throws SQLException {
        return new AuditEntry(
                r.getLong("sequence"),
                Millis.toInstant(r.getLong("at")),
                r.getString("actor"),
                r.getString("action"),
                r.getString("subject"),
                StoreJson.read(r.getString("details"), DETAILS),
                r.getString("chain"));
    }
}
