package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.paperbridge.publish.Said;
import org.paperbridge.publish.TargetState;

/**
 * Is this kit worth anything if the screens go dark now? Data of when, how many patients, and a clear alarm.
 *
 * @param arrived when the admission feed last brought anything, whatever it says of itself; empty when not known
 * @param targets where the kit is brought to, and whether it is there
 * @param alarms empty when all is well; each a line for people
 * @param notices worth knowing and no alarm; each a line for people
 */
record KitFreshness(
        Instant at,
        List<KitManifest.UnitState> units,
        Optional<Instant> arrived,
        List<TargetState> targets,
        List<String> alarms,
        List<String> notices) {

    /** A sender may be late by a night; what is dated longer ago is a replay, a wrong clock or a dead source behind it. */
    private static final Duration LATE = Duration.ofHours(24);

    KitFreshness {
        targets = List.copyOf(targets);
        units = List.copyOf(units);
        alarms = List.copyOf(alarms);
        notices = List.copyOf(notices);
    }

    /**
     * @param most a feed silent for longer is an alarm
     * @param arrived when the feed last brought anything; where it is not known, the newest message speaks for itself
     */
    static KitFreshness of(Path kit, Instant now, Duration most, Optional<Instant> arrived, List<TargetState> targets)
            throws IOException {
        Map<String, KitManifest.UnitState> states = new TreeMap<>(KitManifest.states(kit));
        List<String> alarms = new ArrayList<>();
        if (states.isEmpty()) {
            alarms.add("There is no kit in " + kit + ".");
        }
        Instant newest = states.values().stream()
                .map(KitManifest.UnitState::dataAsOf)
                .reduce(Instant.EPOCH, (a, b) -> a.isAfter(b) ? a : b);
        List<String> notices = new ArrayList<>();
        if (!states.isEmpty()) {
            judgeFeed(newest, arrived, now, most, alarms, notices);
        }
        Instant printed = states.values().stream()
                .map(KitManifest.UnitState::printedAt)
                .reduce(Instant.EPOCH, (a, b) -> a.isAfter(b) ? a : b);
        if (!states.isEmpty() && printed.isBefore(now.minus(Duration.ofHours(24)))) {
            alarms.add(
                    "No kit was printed for " + Duration.between(printed, now).toHours() + " h: is kit watch running?");
        }
        for (KitManifest.UnitState unit : states.values()) {
            if (unit.beds() && unit.patients() == 0) {
                alarms.add("Unit " + unit.code() + " has no patient: is that right?");
            }
        }
        for (TargetState target : targets) {
            if (target.alarming(now)) {
                alarms.add("Target " + target.name() + " has failed since "
                        + target.failingSince().orElse(now).truncatedTo(ChronoUnit.MINUTES) + ": "
                        + target.outcome().map(Said::en).orElse(""));
            }
        }
        return new KitFreshness(now, List.copyOf(states.values()), arrived, targets, alarms, notices);
    }

    /** Silence is judged by when something arrived; what arrived is judged by when it says it was written. */
    private static void judgeFeed(
            Instant newest,
            Optional<Instant> arrived,
            Instant now,
            Duration most,
            List<String> alarms,
            List<String> notices) {
        Instant heard = arrived.filter(newest::isBefore).orElse(newest);
        if (newest.isAfter(now.minus(most))) {
            return;
        }
        String both = arrived.map(
                        at -> " Last arrival " + minute(at) + ", newest message dated " + minute(newest) + ".")
                .orElse(" Newest message dated " + minute(newest) + ".");
        if (heard.isBefore(now.minus(most))) {
            alarms.add("No news from the admission feed for "
                    + Duration.between(heard, now).toHours() + " h: open an incident." + both);
        } else if (newest.isBefore(now.minus(most.compareTo(LATE) > 0 ? most : LATE))) {
            alarms.add("The admission feed brings only old messages: is it a replay, or is a clock wrong?" + both);
        } else {
            notices.add("The admission feed brings messages "
                    + Duration.between(newest, heard).toHours() + " h after they were written." + both);
        }
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    String json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("at", at);
        map.put("alarm", !alarms.isEmpty());
        map.put("alarms", alarms);
        map.put("notices", notices);
        arrived.ifPresent(last -> map.put("lastArrival", last));
        map.put(
                "units",
                units.stream()
                        .map(unit -> {
                            Map<String, Object> one = new LinkedHashMap<>();
                            one.put("code", unit.code());
                            one.put("beds", unit.beds());
                            one.put("patients", unit.patients());
                            one.put("printedAt", unit.printedAt());
                            one.put("dataAsOf", unit.dataAsOf());
                            one.put(
                                    "dataAgeMinutes",
                                    Duration.between(unit.dataAsOf(), at).toMinutes());
                            return one;
                        })
                        .toList());
        map.put("targets", targets.stream().map(this::describe).toList());
        return Json.pretty(map);
    }

    private Map<String, Object> describe(TargetState target) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", target.name());
        one.put("state", target.alarming(at) ? "alarm" : target.failing() ? "retrying" : "ok");
        target.doneAt().ifPresent(done -> one.put("doneAt", done));
        target.dataAsOf().ifPresent(data -> one.put("dataAsOf", data));
        target.failingSince().ifPresent(since -> one.put("failingSince", since));
        target.outcome().ifPresent(said -> one.put("outcome", Map.of("fr", said.fr(), "en", said.en())));
        return one;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(alarms.isEmpty() ? "OK\n" : "ALARM\n");
        alarms.forEach(alarm -> text.append("! ").append(alarm).append('\n'));
        notices.forEach(notice -> text.append("- ").append(notice).append('\n'));
        units.forEach(unit -> text.append(String.format(
                "%-12s %-13s   data %s   printed %s%n",
                unit.code(),
                unit.beds() ? String.format("%4d patients", unit.patients()) : "     no beds",
                unit.dataAsOf(),
                unit.printedAt())));
        targets.forEach(target -> text.append(String.format(
                "to %-12s %s%n",
                target.name(),
                (target.failing() ? "! " : "")
                        + target.outcome().map(Said::en).orElse("not yet")
                        + target.doneAt()
                                .map(done -> " Last there: " + done.truncatedTo(ChronoUnit.MINUTES))
                                .orElse(""))));
        return text.toString();
    }
}
