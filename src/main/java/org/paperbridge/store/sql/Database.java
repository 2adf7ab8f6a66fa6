package org.paperbridge.store.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.paperbridge.store.StoreSettings;
import org.paperbridge.store.StoreUnavailableException;

/**
 * Connections and transactions. SQLite runs with a write-ahead log, full synchronisation and one writer at a time;
 * PostgreSQL with as many as the pool has.
 */
public final class Database implements AutoCloseable {

    private static final int POOL = 8;
    private static final int BUSY_MS = 20_000;
    private static final int TRIES = 5;

    private final boolean sqlite;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final ReentrantLock writer = new ReentrantLock(true);

    private Database(boolean sqlite, HikariDataSource pool) {
        this.sqlite = sqlite;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /** Opens the database and brings its tables up to date. */
    public static Database open(StoreSettings settings) {
        boolean sqlite = settings.url().startsWith("jdbc:sqlite:");
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(POOL);
        config.setMinimumIdle(1);
        config.setPoolName("store");
        if (sqlite) {
            config.setJdbcUrl(settings.url());
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("busy_timeout", Integer.toString(BUSY_MS));
            config.addDataSourceProperty("foreign_keys", "true");
            config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        } else {
            config.setJdbcUrl(settings.url());
            config.setUsername(settings.user());
            config.setPassword(settings.password());
        }
        try {
            HikariDataSource pool = new HikariDataSource(config);
            migrate(pool, sqlite);
            return new Database(sqlite, pool);
        } catch (RuntimeException e) {
            throw new StoreUnavailableException(
                    "The store " + settings.url() + " cannot be opened: " + root(e).getMessage()
                            + ". Check store.url, and that its folder exists and may be written",
                    e);
        }
    }

    private static void migrate(HikariDataSource pool, boolean sqlite) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:db/migration")
                .placeholders(
                        sqlite
                                ? Map.of("serial", "INTEGER PRIMARY KEY AUTOINCREMENT", "bytes", "BLOB")
                                : Map.of("serial", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY", "bytes", "BYTEA"))
                .load()
                .migrate();
    }

    /** Runs queries outside a transaction. */
    public <T> T read(Function<Handle, T> work) {
        return jdbi.withHandle(work::apply);
    }

    /** Runs one transaction; it is run again when the database asks for that, so it must do nothing else. */
    public <T> T write(Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            if (sqlite) {
                writer.lock();
            }
            try {
                return jdbi.inTransaction(work::apply);
            } catch (JdbiException e) {
                if (attempt == TRIES || !mayBeRetried(e)) {
                    throw e;
                }
            } finally {
                if (sqlite) {
                    writer.unlock();
                }
            }
        }
    }

    /** {@link #write} without a result. */
    public void run(Consumer<Handle> work) {
        write(h -> {
            work.accept(h);
            return true;
        });
    }

    /** Lets one transaction at a time append to a table whose rows build on each other. */
    void lockForAppend(Handle h, String table) {
        if (!sqlite) {
            h.execute("LOCK TABLE " + table + " IN EXCLUSIVE MODE");
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Serialisation failure and deadlock of PostgreSQL; busy and locked of SQLite. */
    private boolean mayBeRetried(JdbiException e) {
        if (!(root(e) instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        return sqlite
                ? sql.getErrorCode() == 5 || sql.getErrorCode() == 6
                : "40001".equals(state) || "40P01".equals(state);
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
