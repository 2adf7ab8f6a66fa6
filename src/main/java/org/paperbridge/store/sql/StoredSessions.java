package org.paperbridge.store.sql;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.validation.account.Account;
import org.paperbridge.validation.account.Session;
import org.paperbridge.validation.account.Sessions;

/** Sessions on their table, found by a keyed hash of the token. */
public final class StoredSessions implements Sessions {

    private static final int TOKEN_BYTES = 32;

    private final Database database;
    private final StoreKeys keys;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StoredSessions(Database database, StoreKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String open(Account account, Duration idle) {
        String token = token();
        long now = clock.millis();
        database.run(h -> {
            h.createUpdate("DELETE FROM session WHERE expires_at < :now")
                    .bind("now", now)
                    .execute();
            h.createUpdate("INSERT INTO session (token_hash, account, forgery, opened_at, expires_at)"
                            + " VALUES (:hash, :account, :forgery, :now, :expires)")
                    .bind("hash", hash(token))
                    .bind("account", account.name())
                    .bind("forgery", token())
                    .bind("now", now)
                    .bind("expires", now + idle.toMillis())
                    .execute();
        });
        return token;
    }

    @Override
    public Optional<Session> find(String token, Duration idle) {
        long now = clock.millis();
        Optional<Session> found = database.read(h -> h.createQuery("""
                        SELECT a.*, s.forgery, s.opened_at, s.expires_at FROM session s JOIN account a ON a.name = s.account
                        WHERE s.token_hash = :hash AND s.expires_at >= :now AND a.active = 1
                        """)
                .bind("hash", hash(token))
                .bind("now", now)
                .map((r, c) -> new Session(
                        StoredAccounts.map(r),
                        r.getString("forgery"),
                        Millis.toInstant(r.getLong("opened_at")),
                        Millis.toInstant(r.getLong("expires_at"))))
                .findFirst());
        return found.map(session -> extend(session, token, now, idle));
    }

    @Override
    public void close(String token) {
        database.run(h -> h.createUpdate("DELETE FROM session WHERE token_hash = :hash")
                .bind("hash", hash(token))
                .execute());
    }

    @Override
    public void closeAll(String account) {
        database.run(h -> h.createUpdate("DELETE FROM session WHERE account = :account")
                .bind("account", account)
                .execute());
    }

    /** Written only when a tenth of the idle time has passed, so that reading a page costs no transaction. */
    private Session extend(Session session, String token, long now, Duration idle) {
        long expires = now + idle.toMillis();
        if (expires - Millis.of(session.expiresAt()) < idle.toMillis() / 10) {
            return session;
        }
        database.run(h -> h.createUpdate("UPDATE session SET expires_at = :expires WHERE token_hash = :hash")
                .bind("expires", expires)
                .bind("hash", hash(token))
                .execute());
        return new Session(
                session.account(), session.antiForgeryToken(), session.openedAt(), Millis.toInstant(expires));
    }

    private String hash(String token) {
        return keys.searchKey("session " + token);
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
