package org.paperbridge.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a target stands.
 *
 * @param since first seen
 * @param kit id of the kit that is there
 * @param dataAsOf of that kit
 * @param doneAt when it was brought there, or found to be there
 * @param outcome what was done, or what is wrong
 * @param failingSince absent while all is well
 * @param tries failed ones since then
 * @param nextTry not before
 * @param alarmAt from then on people must be told; absent while all is well
 */
public record TargetState(
        String name,
        Instant since,
        Optional<String> kit,
        Optional<Instant> dataAsOf,
        Optional<Instant> doneAt,
        Optional<Said> outcome,
        Optional<Instant> failingSince,
        int tries,
        Instant nextTry,
        Optional<Instant> alarmAt) {

    private static final long FIRST_PAUSE_S = 60;
    private static final int MOST_DOUBLINGS = 5;

    static TargetState fresh(String name, Instant now) {
        return new TargetState(
                name,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                now,
                Optional.empty());
    }

    TargetState done(SignedKit kit, Said what, Instant now) {
        return new TargetState(
                name,
                since,
                Optional.of(kit.id()),
                Optional.of(kit.dataAsOf()),
                Optional.of(now),
                Optional.of(what),
                Optional.empty(),
                0,
                now,
                Optional.empty());
    }

    /**
     * Tried again after a minute, then twice as long each time, up to half an hour.
     *
     * @param patience how long it may fail before it is an alarm
     */
    TargetState failed(Said what, Instant now, Duration patience) {
        Instant begun = failingSince.orElse(now);
        long pause = FIRST_PAUSE_S << Math.min(tries, MOST_DOUBLINGS);
        return new TargetState(
                name,
                since,
                kit,
                dataAsOf,
                doneAt,
                Optional.of(what),
                Optional.of(begun),
                tries + 1,
                now.plusSeconds(Math.min(pause, 1800)),
                Optional.of(begun.plus(patience)));
    }

    public boolean failing() {
        return failingSince.isPresent();
    }

    public boolean alarming(Instant now) {
        return alarmAt.filter(at -> !now.isBefore(at)).isPresent();
    }
}
