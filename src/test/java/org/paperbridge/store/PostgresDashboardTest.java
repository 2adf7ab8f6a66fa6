package org.paperbridge.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

final class PostgresDashboardTest extends DashboardContract {

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
        DatabaseDump.execute(
                postgres.getPostgresDatabase()::getConnection, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        super.openStore();
    }
}
