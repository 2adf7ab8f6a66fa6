package org.paperbridge.publish;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a target wants a kit: at every new one, or at hours of the day.
 *
 * @param hours ward time; empty: at every new kit
 */
public record Schedule(List<LocalTime> hours, ZoneId ward) {

    public Schedule {
        hours = List.copyOf(hours);
    }

    boolean wants(TargetState state, String kit, Instant now) {
        if (hours.isEmpty()) {
            return !state.kit().equals(Optional.of(kit));
        }
        Instant last = state.doneAt().orElse(state.since());
        return latest(now).filter(hour -> hour.isAfter(last)).isPresent();
    }

    /** The hour that struck last; one that the change to summer time leaves out strikes just after the gap. */
    private Optional<Instant> latest(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ward);
        return Stream.of(today.minusDays(1), today)
                .flatMap(day ->
                        hours.stream().map(hour -> day.atTime(hour).atZone(ward).toInstant()))
                .filter(hour -> !hour.isAfter(now))
                .max(Comparator.naturalOrder());
    }
}
