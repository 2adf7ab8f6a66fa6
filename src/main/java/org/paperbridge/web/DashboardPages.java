package org.paperbridge.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.paperbridge.form.census.Census;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.dashboard.StayAtRisk;
import org.paperbridge.web.view.DashboardView;
import org.paperbridge.web.view.StayLine;

/**
 * How the recovery goes. The numbers renew themselves; the stays, which name patients, are only shown when somebody asks
 * for them, so that every view of them stands in the audit trail.
 */
final class DashboardPages {

    private static final int MOST = 200;
    private static final int MOST_EXPORTED = 20_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final WebPorts ports;
    private final ZoneId ward;

    DashboardPages(WebPorts ports, ZoneId ward) {
        this.ports = ports;
        this.ward = ward;
    }

    void show(Visit visit) {
        boolean names = visit.account().roles().contains(Role.SUPERVISOR);
        List<StayAtRisk> stays = names ? ports.dashboards().listStays(MOST) : List.of();
        ports.audit().append(visit.who(), "view-dashboard", "dashboard", sheets(stays));
        Map<String, Object> values = numbers(visit);
        values.put("names", names);
        values.put("lines", lines(stays, visit));
        values.put("cut", stays.size() == MOST);
        visit.show("dashboard", values);
    }

    /** What renews itself; shows no patient. */
    void renew(Visit visit) {
        visit.show("dashboard-numbers", numbers(visit));
    }

    /** All stays, for billing. */
    void export(Visit visit) {
        List<StayAtRisk> stays = ports.dashboards().listStays(MOST_EXPORTED);
        ports.audit().append(visit.who(), "export-stays", "dashboard", sheets(stays));
        String day = DAY.format(ports.clock().instant().atZone(ward));
        visit.http()
                .contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"stays-" + day + ".csv\"")
                .result(StaysCsv.write(lines(stays, visit), visit.words(), ward));
    }

    private Map<String, Object> numbers(Visit visit) {
        return new HashMap<>(
                new DashboardView(ports.dashboards().count(), ports.census().get(), visit.words(), ward).values());
    }

    private List<StayLine> lines(List<StayAtRisk> stays, Visit visit) {
        Census census = ports.census().get();
        Instant now = ports.clock().instant();
        boolean mayReview = visit.account().roles().contains(Role.REVIEWER);
        return stays.stream()
                .map(s -> StayLine.of(s, ports.forms(), census, visit.words(), now, mayReview))
                .toList();
    }

    /** Serials, which say nothing to those who hold no key. */
    private static Map<String, String> sheets(List<StayAtRisk> stays) {
        return Map.of("sheets", stays.stream().map(StayAtRisk::sheet).collect(Collectors.joining(" ")));
    }
}
