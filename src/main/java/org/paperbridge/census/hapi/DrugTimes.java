package org.paperbridge.census.hapi;

import ca.uhn.hl7v2.model.Segment;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperbridge.form.census.Intake;

/**
 * Repeat pattern and explicit times of a quantity/timing field (HL7 v2.5 TQ.2). The hours that "BID" stands for are the
 * hospital's own custom: without explicit times they are not known here.
 *
 * @param pattern as sent, e.g. {@code BID}
 * @param times explicit ones
 * @param unclear several repetitions, or a time that is none
 */
record DrugTimes(Optional<String> pattern, List<LocalTime> times, boolean unclear) {

    /** Patterns of every day and how often; beside any other, e.g. every other day, explicit times are not enough. */
    private static final Map<String, Integer> TIMES_A_DAY = Map.of("QD", 1, "BID", 2, "TID", 3, "QID", 4);

    DrugTimes {
        times = List.copyOf(times);
    }

    static DrugTimes of(Optional<Segment> segment, int field) {
        Optional<String> pattern = segment.flatMap(s -> AdtMessage.in(s, field, 0, 2, 1));
        String explicit = segment.flatMap(s -> AdtMessage.in(s, field, 0, 2, 2)).orElse("");
        boolean again = segment.filter(s -> AdtMessage.in(s, field, 1, 2, 1).isPresent()
                        || AdtMessage.in(s, field, 1, 2, 2).isPresent())
                .isPresent();
        List<LocalTime> times = new ArrayList<>();
        boolean unclear = again;
        for (String time : explicit.isEmpty() ? new String[0] : explicit.split("[,;]")) {
            String digits = time.strip();
            if (digits.matches("([01]\\d|2[0-3])[0-5]\\d")) {
                times.add(
                        LocalTime.of(Integer.parseInt(digits.substring(0, 2)), Integer.parseInt(digits.substring(2))));
            } else {
                unclear = true;
            }
        }
        return new DrugTimes(pattern, times, unclear);
    }

    Optional<String> printed() {
        String hours = times.stream()
                .map(time ->
                        time.getHour() + " h" + (time.getMinute() == 0 ? "" : String.format(" %02d", time.getMinute())))
                .collect(Collectors.joining(" - "));
        return Optional.of(Stream.of(pattern.orElse(""), hours)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("  ")))
                .filter(text -> !text.isEmpty());
    }

    List<Intake> plan(Optional<String> dose) {
        DayPlan plan = new DayPlan();
        boolean everyDay = pattern.isEmpty()
                || pattern.map(TIMES_A_DAY::get).filter(n -> n == times.size()).isPresent();
        if (unclear || !times.isEmpty() && !everyDay) {
            plan.unknown();
        }
        times.forEach(time -> plan.time(time, dose));
        if (times.isEmpty()) {
            pattern.ifPresent(code -> plan.code(code, dose));
        }
        return plan.intakes();
    }
}
