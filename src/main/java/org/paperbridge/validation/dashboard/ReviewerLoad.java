package org.paperbridge.validation.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person at the queue did in the last 24 hours, and holds now.
 *
 * @param reviewer account name
 * @param pages released or set aside
 * @param fields answers given
 * @param perField median time from one answer to the next; empty when there are too few to say
 * @param held pages nobody else can take now
 */
public record ReviewerLoad(String reviewer, long pages, long fields, Optional<Duration> perField, long held) {

    public static final Duration WINDOW = Duration.ofHours(24);
    /** Somebody who answers nothing for longer is at something else. */
    private static final Duration PAUSE = Duration.ofMinutes(5);
    /** A median of fewer is chance. */
    private static final int FEWEST = 10;

    /**
     * The median time a field took. Answers of one moment were given together, so they share the time before them.
     *
     * @param answered when each field was answered, oldest first
     */
    public static Optional<Duration> medianPerField(List<Instant> answered) {
        TreeMap<Instant, Integer> moments = new TreeMap<>();
        answered.forEach(at -> moments.merge(at, 1, Integer::sum));
        List<Long> millis = new ArrayList<>();
        for (Map.Entry<Instant, Integer> moment : moments.entrySet()) {
            Optional<Instant> before = Optional.ofNullable(moments.lowerKey(moment.getKey()));
            Duration gap = before.map(b -> Duration.between(b, moment.getKey())).orElse(PAUSE);
            if (gap.compareTo(PAUSE) < 0) {
                for (int i = 0; i < moment.getValue(); i++) {
                    millis.add(gap.toMillis() / moment.getValue());
                }
            }
        }
        if (millis.size() < FEWEST) {
            return Optional.empty();
        }
        List<Long> sorted = millis.stream().sorted().toList();
        return Optional.of(
                Duration.ofMillis((sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2));
    }
}
