package org.paperbridge.validation.situation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the reading of scanned sides goes on, at one moment. What nobody can know is empty, not zero.
 *
 * @param read sides read so far, ever
 * @param waiting sides that wait to be read, or are being read
 * @param files received files whose sides are not counted yet
 * @param perMinute sides a minute over the last minutes; empty when nothing is being read
 * @param left until the last side that waits now is read, at this pace; empty when nothing waits or the pace is unknown
 */
public record Progress(long read, long waiting, long files, Optional<Double> perMinute, Optional<Duration> left) {

    /** Over which time the pace is measured. */
    public static final Duration WINDOW = Duration.ofMinutes(2);
    /** A pace over less than this is chance. */
    private static final Duration LEAST = Duration.ofSeconds(5);

    public static final Progress NONE = new Progress(0, 0, 0, Optional.empty(), Optional.empty());

    /**
     * Works out the pace.
     *
     * @param recent sides read within the window
     * @param first when the first of them was read; counts when nothing was read before
     * @param working whether sides were read already when the window began
     */
    public static Progress of(
            long read, long waiting, long files, long recent, Optional<Instant> first, boolean working, Instant now) {
        Duration over =
                working ? WINDOW : first.map(f -> Duration.between(f, now)).orElse(Duration.ZERO);
        boolean idle = waiting + files == 0;
        Optional<Double> perMinute = idle || recent < 2 || over.compareTo(LEAST) < 0
                ? Optional.empty()
                : Optional.of(recent * 60_000.0 / over.toMillis());
        Optional<Duration> left = files > 0
                ? Optional.empty()
                : perMinute.map(pace -> Duration.ofSeconds(Math.round(waiting * 60 / pace)));
        return new Progress(read, waiting, files, perMinute, left);
    }

    public boolean isIdle() {
        return waiting + files == 0;
    }

    /** Sides wait, and none was read of late: something is wrong, or it has only just begun. */
    public boolean isStalled() {
        return !isIdle() && perMinute.isEmpty();
    }
}
