package org.paperbridge.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.validation.delivery.Deliveries;
import org.paperbridge.validation.delivery.DestinationCounts;
import org.paperbridge.validation.delivery.DestinationCounts.Pause;
import org.paperbridge.validation.delivery.ParkedDelivery;

/** What a person sees and does about deliveries; sending itself is the {@link Outbox}. */
public final class StoredDeliveries implements Deliveries {

    private static final String PARKED = """
            SELECT d.position, d.destination, d.reason, d.record, r.sealed, r.released_at, o.form, o.form_version
            FROM delivery d
            JOIN record r ON r.id = d.record
            LEFT JOIN page_outcome o ON o.original = r.original AND o.idx = r.idx
            WHERE d.state = 'parked'
            """;

    private final Database database;
    private final ColumnSeal seal;
    private final StoredAuditTrail audit;
    private final List<String> configured;
    private final Clock clock;

    /** @param configured names of the destinations that new records go to */
    StoredDeliveries(Database database, ColumnSeal seal, StoredAuditTrail audit, List<String> configured, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.audit = audit;
        this.configured = List.copyOf(configured);
        this.clock = clock;
    }

    @Override
    public List<DestinationCounts> count() {
        return database.read(h -> {
            Map<String, Map<String, Long>> states = new HashMap<>();
            h.createQuery("SELECT destination, state, count(*) FROM delivery GROUP BY destination, state")
                    .map((r, c) -> states.computeIfAbsent(r.getString(1), d -> new HashMap<>())
                            .put(r.getString(2), r.getLong(3)))
                    .list();
            Map<String, Trouble> troubles = troubles(h);
            Map<String, Pause> pauses = new HashMap<>();
            h.createQuery("SELECT destination, person, since FROM paused_destination")
                    .map((r, c) ->
                            pauses.put(r.getString(1), new Pause(r.getString(2), Millis.toInstant(r.getLong(3)))))
                    .list();
            TreeSet<String> names = new TreeSet<>(configured);
            names.addAll(states.keySet());
            names.addAll(pauses.keySet());
            return names.stream()
                    .map(name -> counts(name, states.getOrDefault(name, Map.of()), troubles, pauses))
                    .toList();
        });
    }

    private static DestinationCounts counts(
            String name, Map<String, Long> states, Map<String, Trouble> troubles, Map<String, Pause> pauses) {
        Optional<Trouble> trouble = Optional.ofNullable(troubles.get(name));
        return new DestinationCounts(
                name,
                states.getOrDefault("waiting", 0L) + states.getOrDefault("sending", 0L),
                states.getOrDefault("acknowledged", 0L),
                states.getOrDefault("parked", 0L),
                states.getOrDefault("by-hand", 0L),
                trouble.map(Trouble::reason),
                trouble.map(Trouble::next),
                Optional.ofNullable(pauses.get(name)));
    }

    /** Of the records that were tried in vain and are tried again, the one whose turn is next. */
    private static Map<String, Trouble> troubles(Handle h) {
        Map<String, Trouble> first = new HashMap<>();
        h.createQuery("SELECT destination, reason, next_try FROM delivery"
                        + " WHERE state = 'waiting' AND reason <> '' ORDER BY next_try LIMIT 1000")
                .map((r, c) ->
                        first.putIfAbsent(r.getString(1), new Trouble(r.getString(2), Millis.toInstant(r.getLong(3)))))
                .list();
        return first;
    }

    private record Trouble(String reason, Instant next) {}

    @Override
    public List<ParkedDelivery> listParked(int most) {
        return database.read(h -> h.createQuery(PARKED + " ORDER BY d.position LIMIT :most")
                .bind("most", most)
                .map((r, c) -> parked(r))
                .list());
    }

    @Override
    public Optional<ParkedDelivery> findParked(long position) {
        return database.read(h -> find(h, position));
    }

    private Optional<ParkedDelivery> find(Handle h, long position) {
        return h.createQuery(PARKED + " AND d.position = :position")
                .bind("position", position)
                .map((r, c) -> parked(r))
                .findFirst();
    }

    private ParkedDelivery parked(ResultSet r) throws SQLException {
        String record = r.getString("record");
        String form = r.getString("form");
        return new ParkedDelivery(
                r.getLong("position"),
                r.getString("destination"),
                r.getString("reason"),
                Millis.toInstant(r.getLong("released_at")),
                form == null || form.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new FormRef(form, r.getInt("form_version"))),
                StoreJson.read(seal.open("record/" + record, r.getBytes("sealed")), ClinicalRecord.class));
    }

    @Override
    public int resend(String destination, String reason, String person) {
        return database.write(h -> {
            int count = h.createUpdate(
                            "UPDATE delivery SET state = 'waiting', attempts = 0, next_try = :now, reason = ''"
                                    + " WHERE state = 'parked' AND destination = :destination AND reason = :reason"
                                    + " AND reason <> :changed")
                    .bind("now", clock.millis())
                    .bind("destination", destination)
                    .bind("reason", reason)
                    .bind("changed", ParkedDelivery.CHANGED)
                    .execute();
            if (count > 0) {
                audit.append(
                        h,
                        person,
                        "resend-deliveries",
                        destination,
                        Map.of("reason", reason, "count", Integer.toString(count)));
            }
            return count;
        });
    }

    @Override
    public boolean resend(long position, String person) {
        return database.write(h -> find(h, position)
                .filter(ParkedDelivery::mayBeResent)
                .filter(d -> move(h, d, "waiting", person, "resend-delivery"))
                .isPresent());
    }

    @Override
    public boolean enteredByHand(long position, String person) {
        return database.write(h -> find(h, position)
                .filter(d -> move(h, d, "by-hand", person, "entered-by-hand"))
                .isPresent());
    }

    private boolean move(Handle h, ParkedDelivery delivery, String state, String person, String action) {
        int moved = h.createUpdate("UPDATE delivery SET state = :state, attempts = 0, next_try = :now, reason = ''"
                        + " WHERE position = :position AND state = 'parked'")
                .bind("state", state)
                .bind("now", clock.millis())
                .bind("position", delivery.position())
                .execute();
        if (moved == 1) {
            audit.append(
                    h,
                    person,
                    action,
                    delivery.record().id(),
                    Map.of("destination", delivery.destination(), "reason", delivery.reason()));
        }
        return moved == 1;
    }

    @Override
    public void pause(String destination, String person) {
        database.run(h -> {
            int fresh = h.createUpdate("INSERT INTO paused_destination (destination, person, since)"
                            + " VALUES (:destination, :person, :now) ON CONFLICT DO NOTHING")
                    .bind("destination", destination)
                    .bind("person", person)
                    .bind("now", clock.millis())
                    .execute();
            if (fresh == 1) {
                audit.append(h, person, "pause-destination", destination, Map.of());
            }
        });
    }

    @Override
    public void resume(String destination, String person) {
        database.run(h -> {
            int gone = h.createUpdate("DELETE FROM paused_destination WHERE destination = :destination")
                    .bind("destination", destination)
                    .execute();
            if (gone == 1) {
                audit.append(h, person, "resume-destination", destination, Map.of());
            }
        });
    }
}
