package org.paperbridge.validation.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fast pages come in and are cleared.
 *
 * @param hours the last {@value #HOURS}, oldest first; the last one is not over yet
 * @param waiting tasks that wait for a person
 * @param peoplePerHour pages people cleared, over {@code measured}; empty when that is no pace to speak of
 * @param measured the last hour, or as much of it as people have been at work
 * @param left until the last task that waits now is cleared, at this pace; empty when nobody can know
 */
public record Pace(
        List<Hour> hours, long waiting, Optional<Double> peoplePerHour, Duration measured, Optional<Duration> left) {

    public static final int HOURS = 24;
    /** Over which time the pace is measured. */
    public static final Duration WINDOW = Duration.ofHours(1);
    /** A pace over less than this, or of fewer pages, is chance. */
    private static final Duration LEAST = Duration.ofMinutes(10);

    private static final int FEWEST = 5;

    public Pace {
        hours = List.copyOf(hours);
    }

    /**
     * Works out the pace of people.
     *
     * @param cleared when each page was cleared by a person within the last two windows, in any order
     */
    public static Pace of(List<Hour> hours, long waiting, List<Instant> cleared, Instant now) {
        Instant since = now.minus(WINDOW);
        List<Instant> recent =
                cleared.stream().filter(at -> at.isAfter(since)).sorted().toList();
        boolean before = recent.size() < cleared.size();
        Duration measured = before || recent.isEmpty() ? WINDOW : Duration.between(recent.getFirst(), now);
        Optional<Double> perHour = recent.size() < FEWEST || measured.compareTo(LEAST) < 0
                ? Optional.empty()
                : Optional.of(recent.size() * (double) WINDOW.toMillis() / measured.toMillis());
        Optional<Duration> left = waiting == 0
                ? Optional.empty()
                : perHour.map(pace -> Duration.ofSeconds(Math.round(waiting * WINDOW.toSeconds() / pace)));
        return new Pace(hours, waiting, perHour, measured, left);
    }

    /**
     * A full hour of the clock.
     *
     * @param in scanned sides of the files received in it
     * @param cleared sides that came to their end in it: released or set aside, by a person or by policy
     */
    public record Hour(Instant from, long in, long cleared) {}
}
