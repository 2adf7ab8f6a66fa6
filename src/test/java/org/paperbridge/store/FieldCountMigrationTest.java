package org.paperbridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.validation.dashboard.FieldCounts;

/** FEATURE UNDER TEST: pages that were judged before fields were counted are counted all the same. */
final class FieldCountMigrationTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void olderPagesAreCountedByTheirStateAndTheirOpenTask() throws SQLException {
        String url = "jdbc:sqlite:" + home.resolve("paperbridge.db");
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:db/migration")
                .target("9")
                .placeholders(Map.of("serial", "INTEGER PRIMARY KEY AUTOINCREMENT", "bytes", "BLOB"))
                .load()
                .migrate();
        try (Connection db = DriverManager.getConnection(url);
                Statement sql = db.createStatement()) {
            sql.execute("INSERT INTO original (id, size, state, received_at) VALUES ('f', 1, 'split', 1)");
            page(sql, 0, "released", "closed", 0);
            page(sql, 1, "review", "open", 2);
            page(sql, 2, "review", "open", 9);
            page(sql, 3, "set-aside", "closed", 5);
        }

        try (Store store = TestStore.open(new StoreSettings(url, "", ""), home, Clock.systemUTC())) {
            assertThat(store.dashboards().count().fields())
                    .as("20 accepted, 5 to confirm and 4 empty on each page; a question of identity is no field")
                    .isEqualTo(new FieldCounts(60, 5 + 3, 2 + 5, 0, 12));
        }
    }

    private static void page(Statement sql, int index, String state, String task, int open) throws SQLException {
        sql.execute(
                "INSERT INTO scan (original, idx, state, changed_at) VALUES ('f', " + index + ", '" + state + "', 1)");
        sql.execute("INSERT INTO judgement (original, idx, sealed, accepted, confirm, double_entry, none, judged_at)"
                + " VALUES ('f', " + index + ", X'00', 20, 3, 2, 4, 1)");
        sql.execute(
                "INSERT INTO review_task (id, kind, state, original, idx, reason, open_fields, priority, created_at)"
                        + " VALUES ('t" + index + "', 'check-values', '" + task + "', 'f', " + index + ", 'confirm', "
                        + open
                        + ", 20, 1)");
    }
}
