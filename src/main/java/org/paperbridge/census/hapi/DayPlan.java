package org.paperbridge.census.hapi;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.census.Intake;
import org.paperbridge.form.census.Intake.Moment;

/**
 * When in the day a drug is taken, only as far as the order says so. One moment that fits no compartment of an organiser
 * makes the whole plan unknown: an organiser that lacks one dose looks like a full one.
 */
final class DayPlan {

    /** FHIR event-timing and HL7 v2 table 0335: meals in the morning (M), at noon (D), in the evening (V). */
    private static final Map<String, Moment> CODES = Map.ofEntries(
            Map.entry("MORN", Moment.MORNING),
            Map.entry("WAKE", Moment.MORNING),
            Map.entry("CM", Moment.MORNING),
            Map.entry("ACM", Moment.MORNING),
            Map.entry("PCM", Moment.MORNING),
            Map.entry("QAM", Moment.MORNING),
            Map.entry("NOON", Moment.NOON),
            Map.entry("CD", Moment.NOON),
            Map.entry("ACD", Moment.NOON),
            Map.entry("PCD", Moment.NOON),
            Map.entry("EVE", Moment.EVENING),
            Map.entry("CV", Moment.EVENING),
            Map.entry("ACV", Moment.EVENING),
            Map.entry("PCV", Moment.EVENING),
            Map.entry("HS", Moment.NIGHT),
            Map.entry("QHS", Moment.NIGHT),
            Map.entry("NIGHT", Moment.NIGHT));

    private final List<Intake> intakes = new ArrayList<>();
    private boolean known = true;

    void code(String code, Optional<String> dose) {
        add(Optional.ofNullable(CODES.get(code)), dose);
    }

    void time(LocalTime time, Optional<String> dose) {
        add(Moment.at(time), dose);
    }

    /** Something about the moments is not said, or cannot be put into an organiser. */
    void unknown() {
        known = false;
    }

    /** Empty when not every moment is known, or two fall into one compartment. */
    List<Intake> intakes() {
        boolean once = intakes.stream().map(Intake::moment).distinct().count() == intakes.size();
        return known && once ? List.copyOf(intakes) : List.of();
    }

    private void add(Optional<Moment> moment, Optional<String> dose) {
        moment.ifPresentOrElse(m -> intakes.add(new Intake(m, dose)), this::unknown);
    }
}
