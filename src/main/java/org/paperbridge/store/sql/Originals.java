package org.paperbridge.store.sql;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.paperbridge.store.Delivery;
import org.paperbridge.store.object.ObjectStore.StoredObject;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.validation.queue.TaskDraft;

/** Delivered files: received once, split into scans once. */
public final class Originals {

    private static final String NAME = "batch/name";

    private final Database database;
    private final ColumnSeal seal;
    private final UnaryOperator<String> searchKey;
    private final TaskRows tasks;
    private final Clock clock;

    /** @param searchKey keyed hash of what files of a stack have in common */
    Originals(Database database, ColumnSeal seal, UnaryOperator<String> searchKey, TaskRows tasks, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.searchKey = searchKey;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Notes that a file was delivered, after its bytes are safe in the object store.
     *
     * @return true when these bytes were never delivered before
     */
    public boolean receive(StoredObject object, Delivery delivery) {
        long now = clock.millis();
        return database.write(h -> {
            int fresh = h.createUpdate("INSERT INTO original (id, size, state, received_at)"
                            + " VALUES (:id, :size, 'received', :now) ON CONFLICT DO NOTHING")
                    .bind("id", object.sha256())
                    .bind("size", object.size())
                    .bind("now", now)
                    .execute();
            h.createUpdate("INSERT INTO batch (original, sealed_name, source, repeated, received_at,"
                            + " series, number, made_at, backs_left_out)"
                            + " VALUES (:id, :name, :source, :repeated, :now, :series, :number, :made, :out)")
                    .bind("id", object.sha256())
                    .bind("name", seal.close(NAME, delivery.fileName()))
                    .bind("source", delivery.source())
                    .bind(
                            "series",
                            delivery.place().map(p -> series(delivery, p)).orElse(""))
                    .bind("number", delivery.place().map(Delivery.Place::number).orElse(0L))
                    .bind("made", delivery.place().map(Delivery.Place::madeAt).orElse(now))
                    .bind("out", delivery.backsLeftOut() ? 1 : 0)
                    .bind("repeated", fresh == 0 ? 1 : 0)
                    .bind("now", now)
                    .execute();
            return fresh == 1;
        });
    }

    /** As {@link #receive(StoredObject, Delivery)}, for a file that is a stack of its own. */
    public boolean receive(StoredObject object, String fileName, String source) {
        return receive(object, Delivery.of(fileName, source));
    }

    private String series(Delivery delivery, Delivery.Place place) {
        return searchKey.apply("series " + delivery.source() + "/" + place.series());
    }

    /** Takes files that wait to be split, oldest first; a lease that ran out makes a file wait again. */
    public Optional<Leased> lease(String worker, Duration duration) {
        long now = clock.millis();
        return database.write(h -> h.createQuery("""
                                UPDATE original SET worker = :worker, lease_until = :until, attempts = attempts + 1
                                WHERE id = (SELECT id FROM original WHERE state = 'received' AND lease_until < :now
                                            ORDER BY received_at, id LIMIT 1)
                                  AND state = 'received' AND lease_until < :now
                                RETURNING id, attempts
                                """)
                .bind("worker", worker)
                .bind("until", now + duration.toMillis())
                .bind("now", now)
                .map((r, c) -> new Leased(r.getString("id"), r.getInt("attempts")))
                .findFirst());
    }

    /** Ends the leases of a process that is known to be dead; {@code crew} is what its name begins with. */
    public int reclaim(String crew) {
        return database.write(h -> h.createUpdate(
                        "UPDATE original SET lease_until = 0" + " WHERE state = 'received' AND worker LIKE :crew")
                .bind("crew", crew + "%")
                .execute());
    }

    /** Inserts one waiting scan per side. Does nothing when the file was split meanwhile. */
    public void split(String original, int pages) {
        long now = clock.millis();
        database.run(h -> {
            if (!move(h, original, "split", "", pages)) {
                return;
            }
            PreparedBatch scans = h.prepareBatch("INSERT INTO scan (original, idx, state, changed_at)"
                    + " VALUES (:original, :idx, 'waiting', :now) ON CONFLICT DO NOTHING");
            for (int i = 0; i < pages; i++) {
                scans.bind("original", original).bind("idx", i).bind("now", now).add();
            }
            scans.execute();
        });
    }

    /**
     * The file has no pages we can take; a reviewer gets to know.
     *
     * @param reason machine word, e.g. {@code password-protected}
     */
    public void refuse(String original, String reason) {
        database.run(h -> {
            if (move(h, original, "refused", reason, 0)) {
                tasks.insert(h, original, TaskRows.WHOLE_FILE, TaskDraft.forFile(reason), Optional.empty());
            }
        });
    }

    /** The file names under which these bytes were delivered, first to last. */
    public List<String> listFileNames(String original) {
        return database.read(h -> h.createQuery("SELECT sealed_name FROM batch WHERE original = :id ORDER BY id")
                .bind("id", original)
                .map((r, c) -> seal.open(NAME, r.getBytes(1)))
                .list());
    }

    private static boolean move(Handle h, String original, String state, String reason, int pages) {
        return h.createUpdate("UPDATE original SET state = :state, reason = :reason, pages = :pages, lease_until = 0"
                                + " WHERE id = :id AND state = 'received'")
                        .bind("state", state)
                        .bind("reason", reason)
                        .bind("pages", pages)
                        .bind("id", original)
                        .execute()
                == 1;
    }

    /**
     * A file to split.
     *
     * @param attempt from 1
     */
    public record Leased(String original, int attempt) {}
}
