package org.paperbridge.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.paperbridge.store.seal.PasswordHash;
import org.paperbridge.validation.account.Account;
import org.paperbridge.validation.account.Accounts;
import org.paperbridge.validation.account.Role;

/** Accounts on their table. */
public final class StoredAccounts implements Accounts {

    private static final int SHORTEST_PASSWORD = 10;

    private final Database database;
    private final PasswordHash passwords;

    StoredAccounts(Database database, PasswordHash passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    @Override
    public Optional<Account> signIn(String name, char[] password) {
        Optional<String> hash =
                database.read(h -> h.createQuery("SELECT password FROM account WHERE name = :name AND active = 1")
                        .bind("name", name)
                        .mapTo(String.class)
                        .findFirst());
        boolean fits = passwords.fits(password, hash.orElse(passwords.decoy()));
        return fits && hash.isPresent() ? findAccount(name) : Optional.empty();
    }

    @Override
    public Optional<Account> findAccount(String name) {
        return database.read(h -> h.createQuery("SELECT * FROM account WHERE name = :name")
                .bind("name", name)
                .map((r, c) -> map(r))
                .findFirst());
    }

    @Override
    public List<Account> listAccounts() {
        return database.read(h -> h.createQuery("SELECT * FROM account ORDER BY name")
                .map((r, c) -> map(r))
                .list());
    }

    @Override
    public void add(Account account, char[] password) {
        String hash = hash(password);
        int added = database.write(
                h -> h.createUpdate("INSERT INTO account (name, display_name, roles, active, password, one_time)"
                                + " VALUES (:name, :display, :roles, :active, :password, :once) ON CONFLICT DO NOTHING")
                        .bind("name", account.name())
                        .bind("display", account.displayName())
                        .bind("roles", words(account.roles()))
                        .bind("active", account.active() ? 1 : 0)
                        .bind("password", hash)
                        .bind("once", account.oneTime() ? 1 : 0)
                        .execute());
        if (added == 0) {
            throw new IllegalArgumentException("The account name " + account.name() + " is taken");
        }
    }

    @Override
    public void change(Account account) {
        int changed = database.write(h -> h.createUpdate(
                        "UPDATE account SET display_name = :display, roles = :roles, active = :active WHERE name = :name")
                .bind("name", account.name())
                .bind("display", account.displayName())
                .bind("roles", words(account.roles()))
                .bind("active", account.active() ? 1 : 0)
                .execute());
        requireOne(changed, account.name());
    }

    @Override
    public void changePassword(String name, char[] password) {
        keepPassword(name, password, false);
    }

    @Override
    public void renewPassword(String name, char[] password) {
        keepPassword(name, password, true);
    }

    private void keepPassword(String name, char[] password, boolean oneTime) {
        String hash = hash(password);
        requireOne(
                database.write(h -> h.createUpdate(
                                "UPDATE account SET password = :password, one_time = :once WHERE name = :name")
                        .bind("name", name)
                        .bind("password", hash)
                        .bind("once", oneTime ? 1 : 0)
                        .execute()),
                name);
    }

    private String hash(char[] password) {
        if (password.length < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("A password has at least " + SHORTEST_PASSWORD + " characters");
        }
        return passwords.of(password);
    }

    private static void requireOne(int changed, String name) {
        if (changed != 1) {
            throw new IllegalArgumentException("There is no account " + name);
        }
    }

    private static String words(Set<Role> roles) {
        return new TreeSet<>(roles).stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    static Account map(ResultSet r) throws SQLException {
        Set<Role> roles = Arrays.stream(r.getString("roles").split(" "))
                .filter(w -> !w.isEmpty())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new Account(
                r.getString("name"),
                r.getString("display_name"),
                roles,
                r.getInt("active") == 1,
                r.getInt("one_time") == 1);
    }
}
