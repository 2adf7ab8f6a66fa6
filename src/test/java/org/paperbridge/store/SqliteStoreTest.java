package org.paperbridge.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

final class SqliteStoreTest extends StoreContract {

    @Override
    StoreSettings settings() {
        return new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", "");
    }

    @Override
    String dump() {
        return DatabaseDump.of(this::connect, "SELECT name FROM sqlite_master WHERE type = 'table'");
    }

    @Override
    void execute(String sql) {
        DatabaseDump.execute(this::connect, sql);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(settings().url());
    }
}
