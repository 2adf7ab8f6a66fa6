package org.paperbridge.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresStoreTest extends StoreContract {

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Override
    StoreSettings settings() {
        return new StoreSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }

    @BeforeEach
    @Override
    void openStore() {
        execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        super.openStore();
    }

    @Override
    String dump() {
        return DatabaseDump.of(
                this::connect, "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
    }

    @Override
    void execute(String sql) {
        DatabaseDump.execute(this::connect, sql);
    }

    private Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }
}
