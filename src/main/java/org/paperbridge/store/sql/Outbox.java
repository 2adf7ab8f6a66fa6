package org.paperbridge.store.sql;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.store.seal.ColumnSeal;

/**
 * Records on their way to other systems. To one destination the records of one encounter go in the order of their
 * release; other encounters do not wait for them.
 */
public final class Outbox {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_ATTEMPTS = 20;

    private final Database database;
    private final ColumnSeal seal;
    private final StoredAuditTrail audit;
    private final Clock clock;

    Outbox(Database database, ColumnSeal seal, StoredAuditTrail audit, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes the next delivery that is due and not behind an earlier one of its encounter. */
    public Optional<Due> lease(String worker, Duration duration) {
        long now = clock.millis();
        return database.write(h -> h.createQuery("""
                        UPDATE delivery SET state = 'sending', worker = :worker, lease_until = :until,
                            attempts = attempts + 1
                        WHERE position = (
                            SELECT d.position FROM delivery d
                            WHERE ((d.state = 'waiting' AND d.next_try <= :now)
                                OR (d.state = 'sending' AND d.lease_until < :now))
                              AND d.destination NOT IN (SELECT destination FROM paused_destination)
                              AND NOT EXISTS (SELECT 1 FROM delivery e
                                WHERE e.destination = d.destination AND e.encounter_key = d.encounter_key
                                  AND e.position < d.position AND e.state IN ('waiting', 'sending'))
                            ORDER BY d.position LIMIT 1)
                          AND ((state = 'waiting' AND next_try <= :now) OR (state = 'sending' AND lease_until < :now))
                        RETURNING position, record, destination, attempts
                        """)
                .bind("worker", worker)
                .bind("until", now + duration.toMillis())
                .bind("now", now)
                .map((r, c) -> new Row(
                        r.getLong("position"), r.getString("record"), r.getString("destination"), r.getInt("attempts")))
                .findFirst()
                .map(row -> new Due(
                        row.position(),
                        row.destination(),
                        row.attempts(),
                        h.createQuery("SELECT sealed FROM record WHERE id = :id")
                                .bind("id", row.record())
                                .map((r, c) -> StoreJson.read(
                                        seal.open("record/" + row.record(), r.getBytes(1)), ClinicalRecord.class))
                                .one())));
    }

    /** Ends the leases of a process that is known to be dead; {@code crew} is what its name begins with. */
    public int reclaim(String crew) {
        return database.write(h -> h.createUpdate(
                        "UPDATE delivery SET lease_until = 0" + " WHERE state = 'sending' AND worker LIKE :crew")
                .bind("crew", crew + "%")
                .execute());
    }

    /** @param receipt what the receiver answered that can be found again, e.g. a resource id; no identity trait */
    public void acknowledge(Due due, String receipt) {
        database.run(h -> h.createUpdate("UPDATE delivery SET state = 'acknowledged', receipt = :receipt, reason = '',"
                        + " acknowledged_at = :now, lease_until = 0 WHERE position = :position AND state = 'sending'")
                .bind("receipt", receipt)
                .bind("now", clock.millis())
                .bind("position", due.position())
                .execute());
    }

    /** Tries again after a pause that doubles; after 20 attempts the delivery is parked. */
    public void retry(Due due, String reason) {
        if (due.attempt() >= MOST_ATTEMPTS) {
            park(due, reason);
            return;
        }
        long pause = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(due.attempt() - 1, 20));
        database.run(h -> h.createUpdate("UPDATE delivery SET state = 'waiting', next_try = :next, reason = :reason,"
                        + " lease_until = 0 WHERE position = :position AND state = 'sending'")
                .bind("next", clock.millis() + pause)
                .bind("reason", reason)
                .bind("position", due.position())
                .execute());
    }

    /** The receiver will not take it as it is; a person has to see to it, and the rest of the encounter goes on. */
    public void park(Due due, String reason) {
        database.run(h -> {
            h.createUpdate("UPDATE delivery SET state = 'parked', reason = :reason, lease_until = 0"
                            + " WHERE position = :position AND state = 'sending'")
                    .bind("reason", reason)
                    .bind("position", due.position())
                    .execute();
            audit.append(
                    h,
                    "system",
                    "park-delivery",
                    due.record().id(),
                    Map.of("destination", due.destination(), "reason", reason));
        });
    }

    private record Row(long position, String record, String destination, int attempts) {}

    /**
     * A record to send now.
     *
     * @param attempt from 1
     */
    public record Due(long position, String destination, int attempt, ClinicalRecord record) {}
}
