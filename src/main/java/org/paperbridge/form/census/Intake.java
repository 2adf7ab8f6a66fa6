package org.paperbridge.form.census;

import java.time.LocalTime;
import java.util.Optional;

/**
 * One taking of a drug on an ordinary day.
 *
 * @param dose as printed with its unit; empty when the order says when but not how much
 */
public record Intake(Moment moment, Optional<String> dose) {

    /** The compartments of a pill organiser. */
    public enum Moment {
        MORNING(LocalTime.of(6, 0), LocalTime.of(10, 0)),
        NOON(LocalTime.of(11, 0), LocalTime.of(14, 0)),
        EVENING(LocalTime.of(17, 0), LocalTime.of(20, 30)),
        NIGHT(LocalTime.of(21, 0), LocalTime.of(23, 59, 59));

        private final LocalTime from;
        private final LocalTime to;

        Moment(LocalTime from, LocalTime to) {
            this.from = from;
            this.to = to;
        }

        /** Hours between the compartments belong to none: who fills the organiser asks, nobody guesses. */
        public static Optional<Moment> at(LocalTime time) {
            for (Moment moment : values()) {
                if (!time.isBefore(moment.from) && !time.isAfter(moment.to)) {
                    return Optional.of(moment);
                }
            }
            return Optional.empty();
        }
    }
}
