package org.paperbridge.store;

/**
 * Where the rows are kept.
 *
 * @param url JDBC, {@code jdbc:sqlite:/path/file.db} or {@code jdbc:postgresql://host/name}
 * @param user empty for SQLite
 * @param password empty for SQLite
 */
public record StoreSettings(String url, String user, String password) {

    @Override
    public String toString() {
        return "StoreSettings[" + url + ", " + user + "]";
    }
}
