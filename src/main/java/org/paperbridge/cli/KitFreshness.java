package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Is this kit worth anything if the screens go dark now? Data of when, how many patients, and a clear alarm.
 *
 * @param alarms empty when all is well; each a line for people
 */
record KitFreshness(Instant at, List<KitManifest.UnitState> units, List<String> alarms) {

    KitFreshness {
        units = List.copyOf(units);
        alarms = List.copyOf(alarms);
    }

    /**
     * @param most older data is an alarm
     */
    static KitFreshness of(Path kit, Instant now, Duration most) throws IOException {
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
            if (unit.patients() == 0) {
                alarms.add("Unit " + unit.code() + " has no patient: is that right?");
            }
        }
        return new KitFreshness(now, List.copyOf(states.values()), alarms);
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
                            one.put("patients", unit.patients());
                            one.put("printedAt", unit.printedAt());
                            one.put("dataAsOf", unit.dataAsOf());
                            one.put(
                                    "dataAgeMinutes",
                                    Duration.between(unit.dataAsOf(), at).toMinutes());
                            return one;
                        })
                        .toList());
        return Json.pretty(map);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(alarms.isEmpty() ? "OK\n" : "ALARM\n");
        alarms.forEach(alarm -> text.append("! ").append(alarm).append('\n'));
        units.forEach(unit -> text.append(String.format(
                "%-12s %4d patients   data %s   printed %s%n",
                unit.code(), unit.patients(), unit.dataAsOf(), unit.printedAt())));
        return text.toString();
    }
}
