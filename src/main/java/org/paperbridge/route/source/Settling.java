package org.paperbridge.route.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether whoever writes a file is done with it. Nobody can know for certain: some devices open the same file again for
 * every page, some make it before the first page is scanned, and shares report nothing. So a file is taken when it did
 * not change for a while between our own looks, and its end is there; without its end only after much longer, because a
 * broken file must come to a reviewer too. Times of the share's clock are only compared with each other.
 */
public final class Settling {

    private static final Duration FORGET = Duration.ofHours(1);
    /** A picture is one side: less is at stake than with a stack, and some devices never write its end. */
    private static final int PICTURE_SHARE = 10;

    private final Clock clock;
    private final Map<String, Seen> seen = new HashMap<>();

    public Settling(Clock clock) {
        this.clock = clock;
    }

    /** What a look at a file shows. */
    public record Look(long length, long modified) {}

    private record Seen(Look look, Instant since, Instant last) {}

    /** How the end of a file looks. */
    public enum End {
        THERE,
        MISSING,
        MISSING_OF_PICTURE
    }

    /** Looks at the end of a file; asked only when it came to rest. */
    @FunctionalInterface
    public interface EndCheck {
        End look();
    }

    /**
     * Looks once more.
     *
     * @param quiet how long it must not have changed
     * @param patience how long when it is empty or its end is missing
     */
    public synchronized boolean isDone(String path, Look look, Duration quiet, Duration patience, EndCheck end) {
        Instant now = clock.instant();
        seen.values().removeIf(s -> s.last().plus(FORGET).isBefore(now));
        Seen before = seen.get(path);
        Instant since = before != null && before.look().equals(look) ? before.since() : now;
        seen.put(path, new Seen(look, since, now));
        Duration rested = Duration.between(since, now);
        if (rested.compareTo(quiet) < 0) {
            return false;
        }
        if (look.length() == 0) {
            return rested.compareTo(patience) >= 0;
        }
        return switch (end.look()) {
            case THERE -> true;
            case MISSING -> rested.compareTo(patience) >= 0;
            case MISSING_OF_PICTURE -> rested.compareTo(patience.dividedBy(PICTURE_SHARE)) >= 0;
        };
    }

    /** It was taken; a file of the same name is another one. */
    public synchronized void forget(String path) {
        seen.remove(path);
    }
}
