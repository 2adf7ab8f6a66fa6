package org.paperbridge.store.sql;

import java.time.Instant;

/** Moments as they stand in columns: milliseconds since 1970 UTC, 0 for none. */
final class Millis {

    private Millis() {}

    static long of(Instant at) {
        return at.toEpochMilli();
    }

    static Instant toInstant(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
