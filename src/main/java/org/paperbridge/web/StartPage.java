package org.paperbridge.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskPage;
import org.paperbridge.validation.situation.Progress;
import org.paperbridge.validation.situation.Situation;
import org.paperbridge.web.view.Ages;
import org.paperbridge.web.view.TaskLine;

/** How much waits, and the way to it. */
final class StartPage {

    private static final int LINES = 12;

    private final WebPorts ports;

    StartPage(WebPorts ports) {
        this.ports = ports;
    }

    void show(Visit visit) {
        Situation now = ports.situations().count();
        long offset = Math.max(0, number(visit.http().queryParam("from")));
        TaskPage slice = ports.queue().listTasks(TaskFilter.open(), offset, LINES);
        List<TaskLine> lines = slice.tasks().stream()
                .map(t -> TaskLine.of(
                        t, ports.forms(), visit.words(), ports.clock().instant()))
                .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("waitingPages", slice.total());
        values.put("waitingFields", sum(now.fields(), "confirm", "double-entry"));
        values.put("acceptedFields", sum(now.fields(), "auto"));
        values.put("scans", now.scans().values().stream().mapToLong(n -> n).sum());
        values.put("reading", sum(now.scans(), "waiting", "reading", "read"));
        values.put("released", now.scans().getOrDefault("released", 0L));
        values.put("records", now.records());
        values.put("delivered", sum(now.deliveries(), "acknowledged", "by-hand"));
        values.put("parked", sum(now.deliveries(), "parked"));
        values.put("underway", sum(now.deliveries(), "waiting", "sending", "retry"));
        values.put(
                "oldest",
                now.oldestWaiting()
                        .map(t -> Ages.say(t, ports.clock().instant(), visit.words()))
                        .orElse(""));
        values.put("progress", progress(now.progress(), visit));
        values.put("lines", lines);
        values.put("first", offset + 1);
        values.put("last", offset + lines.size());
        values.put("earlier", Math.max(0, offset - LINES));
        values.put("later", offset + LINES);
        values.put("hasEarlier", offset > 0);
        values.put("hasLater", offset + LINES < slice.total());
        values.put("mayReview", visit.account().roles().contains(Role.REVIEWER));
        values.put("done", visit.http().queryParam("done") != null);
        visit.show("start", values);
    }

    /** How far reading is, in words; says nothing about time when nobody knows. */
    private static String progress(Progress p, Visit visit) {
        if (p.isIdle()) {
            return visit.words().say("progress.idle");
        }
        if (p.isStalled()) {
            return visit.words().say("progress.not-yet");
        }
        String pace =
                visit.words().say("progress.pace", Math.round(p.perMinute().orElse(0.0)));
        return p.left()
                .map(left -> pace + ", " + visit.words().say("progress.left", Math.max(1, left.toMinutes())))
                .orElse(pace);
    }

    private static long sum(Map<String, Long> counts, String... words) {
        return List.of(words).stream()
                .mapToLong(w -> counts.getOrDefault(w, 0L))
                .sum();
    }

    private static long number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }
}
