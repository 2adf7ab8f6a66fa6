package org.paperbridge.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after five wrong passwords in a row a name, or an address, waits 30 s, then twice as long after
 * every further one, up to 15 minutes. Kept in memory; the number of names is bounded, the longest unused goes first.
 */
final class SignInThrottle {

    private static final int FREE_TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int NAMES = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > NAMES;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this one still has to wait; zero when a try is free. */
    synchronized Duration waitOf(String key) {
        Failures past = failures.get(key);
        if (past == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), past.until());
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void failed(String key) {
        int count = failures.getOrDefault(key, new Failures(0, clock.instant())).count() + 1;
        Duration wait = Duration.ZERO;
        if (count >= FREE_TRIES) {
            int doublings = Math.min(count - FREE_TRIES, 8);
            wait = FIRST_WAIT.multipliedBy(1L << doublings);
            wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }
        failures.put(key, new Failures(count, clock.instant().plus(wait)));
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }

    private record Failures(int count, Instant until) {}
}
