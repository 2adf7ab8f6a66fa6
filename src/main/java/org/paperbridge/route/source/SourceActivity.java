package org.paperbridge.route.source;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.paperbridge.route.OriginalIntake;

/** What the ways in did since the start, for the screen. */
public final class SourceActivity implements OriginalIntake.Arrivals {

    private final Clock clock;
    private final Map<String, Lately> sources = new ConcurrentHashMap<>();

    public SourceActivity(Clock clock) {
        this.clock = clock;
    }

    /**
     * A source lately.
     *
     * @param files since the start
     * @param trouble machine word of what went wrong last, gone with the next file
     */
    public record Lately(int files, Optional<Instant> last, Optional<String> trouble) {
        static final Lately NOTHING = new Lately(0, Optional.empty(), Optional.empty());
    }

    @Override
    public void arrived(String source) {
        Instant now = clock.instant();
        sources.merge(
                source,
                new Lately(1, Optional.of(now), Optional.empty()),
                (before, one) -> new Lately(before.files() + 1, one.last(), Optional.empty()));
    }

    public void failed(String source, String trouble) {
        sources.merge(
                source,
                new Lately(0, Optional.empty(), Optional.of(trouble)),
                (before, one) -> new Lately(before.files(), before.last(), one.trouble()));
    }

    public Lately of(String source) {
        return sources.getOrDefault(source, Lately.NOTHING);
    }
}
