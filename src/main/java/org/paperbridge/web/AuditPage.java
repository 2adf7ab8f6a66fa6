package org.paperbridge.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.paperbridge.validation.audit.AuditEntry;
import org.paperbridge.web.view.Words;

/** Who saw and did what, for auditors. Looking at it is written down too. */
final class AuditPage {

    private static final int LINES = 100;
    private static final int LONGEST_SHOWN = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final WebPorts ports;
    private final ZoneId ward;

    AuditPage(WebPorts ports, ZoneId ward) {
        this.ports = ports;
        this.ward = ward;
    }

    void show(Visit visit) {
        Optional<String> actor = asked(visit, "actor");
        Optional<String> subject = asked(visit, "subject");
        long offset = asked(visit, "from")
                .filter(text -> text.matches("[0-9]{1,12}"))
                .map(Long::parseLong)
                .orElse(0L);
        List<AuditEntry> found = ports.audit().search(actor, subject, offset, LINES + 1);
        ports.audit().append(visit.who(), "view-audit", subject.or(() -> actor).orElse("audit"), Map.of());
        Map<String, Object> values = new HashMap<>();
        values.put(
                "lines",
                found.stream().limit(LINES).map(e -> line(e, visit.words())).toList());
        values.put("actor", actor.orElse(""));
        values.put("subject", subject.orElse(""));
        values.put("count", ports.audit().count());
        values.put("earlier", Math.max(0, offset - LINES));
        values.put("later", offset + LINES);
        values.put("hasEarlier", offset > 0);
        values.put("hasLater", found.size() > LINES);
        values.put("first", found.isEmpty() ? 0 : offset + 1);
        values.put("last", offset + Math.min(found.size(), LINES));
        boolean asksForCheck = asked(visit, "check").isPresent();
        OptionalLong broken = asksForCheck ? ports.audit().findBreak() : OptionalLong.empty();
        values.put("broken", broken.isPresent());
        values.put("check", asksForCheck ? said(broken, visit.words()) : "");
        visit.show("audit", values);
    }

    private static String said(OptionalLong broken, Words words) {
        return broken.isPresent() ? words.say("audit.broken", broken.getAsLong()) : words.say("audit.whole");
    }

    private Map<String, Object> line(AuditEntry entry, Words words) {
        String details = entry.details().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        Map<String, Object> line = new HashMap<>();
        line.put("number", entry.sequence());
        line.put("at", TIME.format(entry.at().atZone(ward)));
        line.put("actor", entry.actor());
        line.put("action", words.sayMachineWord("audit-action", entry.action()));
        line.put("subject", entry.subject());
        line.put("details", details.length() > LONGEST_SHOWN ? details.substring(0, LONGEST_SHOWN) + " …" : details);
        return line;
    }

    private static Optional<String> asked(Visit visit, String name) {
        return Optional.ofNullable(visit.http().queryParam(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
