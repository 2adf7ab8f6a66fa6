package org.paperbridge.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.validation.queue.Lease;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskDraft;
import org.paperbridge.validation.queue.TaskKind;
import org.paperbridge.validation.queue.TaskState;

/** Rows of the validation queue. */
final class TaskRows {

    static final int WHOLE_FILE = -1;

    private final Clock clock;
    private final Supplier<String> ids;

    TaskRows(Clock clock, Supplier<String> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** @return the id of the task */
    String insert(Handle h, String original, int index, TaskDraft draft, Optional<PageIdentity> page) {
        String id = ids.get();
        h.createUpdate("""
                        INSERT INTO review_task (id, kind, state, original, idx, reason, form, form_version, page,
                            open_fields, priority, created_at)
                        VALUES (:id, :kind, 'open', :original, :idx, :reason, :form, :version, :page,
                            :fields, :priority, :now)
                        """)
                .bind("id", id)
                .bind("kind", draft.kind().code())
                .bind("original", original)
                .bind("idx", index)
                .bind("reason", draft.reason())
                .bind("form", page.map(p -> p.form().form()))
                .bind("version", page.map(p -> p.form().version()))
                .bind("page", page.map(PageIdentity::page))
                .bind("fields", draft.openFields())
                .bind("priority", draft.priority())
                .bind("now", clock.millis())
                .execute();
        return id;
    }

    /** A task whose every question is answered already: a person only has to release it. */
    static void answered(Handle h, String id) {
        h.createUpdate("UPDATE review_task SET state = 'answered' WHERE id = :id AND state = 'open'")
                .bind("id", id)
                .execute();
    }

    static Optional<ReviewTask> find(Handle h, String id) {
        return h.createQuery("SELECT * FROM review_task WHERE id = :id")
                .bind("id", id)
                .map((r, c) -> map(r))
                .findFirst();
    }

    static ReviewTask map(ResultSet r) throws SQLException {
        String original = r.getString("original");
        int index = r.getInt("idx");
        String form = r.getString("form");
        long leaseUntil = r.getLong("lease_until");
        return new ReviewTask(
                r.getString("id"),
                TaskKind.valueOf(constant(r.getString("kind"))),
                TaskState.valueOf(constant(r.getString("state"))),
                original,
                index == WHOLE_FILE ? Optional.empty() : Optional.of(new ScanRef(original, index)),
                r.getString("reason"),
                form == null ? Optional.empty() : Optional.of(new FormRef(form, r.getInt("form_version"))),
                form == null ? Optional.empty() : Optional.of(r.getInt("page")),
                r.getInt("open_fields"),
                r.getInt("priority"),
                r.getInt("version"),
                leaseUntil == 0
                        ? Optional.empty()
                        : Optional.of(new Lease(r.getString("reviewer"), Millis.toInstant(leaseUntil))),
                Millis.toInstant(r.getLong("created_at")));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
