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
import java.util.TreeMap;
import org.paperbridge.publish.Said;
import org.paperbridge.publish.TargetState;

/**
 * Is this kit worth anything if the screens go dark now? Data of when, how many patients, and a clear alarm.
 *
 * @param targets where the kit is brought to, and whether it is there
 * @param alarms empty when all is well; each a line for people
 */
record KitFreshness(Instant at, List<KitManifest.UnitState> units, List<TargetState> targets, List<String> alarms) {

    KitFreshness {
        targets = List.copyOf(targets);
        units = List.copyOf(units);
        alarms = List.copyOf(alarms);
    }

    /**
     * @param most older data is an alarm
     */
    static KitFreshness of(Path kit, Instant now, Duration most, List<TargetState> targets) throws IOException {
        Map<String, KitManifest.UnitState> states = new TreeMap<>(KitManifest.states(kit));
        List<String> alarms = new ArrayList<>();
        if (states.isEmpty()) {
            alarms.add("There is no kit in " + kit + ".");
        }
        Instant newest = states.values().stream()
                .map(KitManifest.UnitState::dataAsOf)
                .reduce(Instant.EPOCH, (a, b) -> a.isAfter(b) ? a : b);
        if (!states.isEmpty() && newest.isBefore(now.minus(most))) {
            alarms.add("No news from the admission feed for "
                    + Duration.between(newest, now).toHours() + " h: open an incident.");
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
        return new KitFreshness(now, List.copyOf(states.values()), targets, alarms);
    }

    String json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("at", at);
        map.put("alarm", !alarms.isEmpty());
        map.put("alarms", alarms);
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
