package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.ledger.Declaration;
import org.paperbridge.validation.ledger.LedgerSummary;
import org.paperbridge.validation.ledger.PageCounts;
import org.paperbridge.web.view.OpenSheetLine;

/** Which pages came back, which to look for, and what became of the rest. */
final class LedgerPage {

    private static final int MOST = 200;

    private final WebPorts ports;

    LedgerPage(WebPorts ports) {
        this.ports = ports;
    }

    void show(Visit visit) {
        Optional<String> unit = Optional.ofNullable(visit.http().queryParam("unit"));
        LedgerSummary summary = ports.ledger().count();
        Census census = ports.census().get();
        List<OpenSheetLine> lines = ports.ledger().chase(unit, MOST).stream()
                .map(s -> OpenSheetLine.of(
                        s, ports.forms(), census, visit.words(), ports.clock().instant()))
                .toList();
        ports.audit().append(visit.who(), "view-ledger", unit.orElse(""), Map.of());
        Map<String, Object> values = new HashMap<>();
        values.put("total", describe(summary.total()));
        values.put(
                "units",
                summary.units().entrySet().stream()
                        .map(e -> unit(e.getKey(), e.getValue(), census, visit, unit))
                        .toList());
        values.put("sides", sides(summary, visit));
        values.put("unlisted", summary.unlisted());
        values.put("duplicates", sum(summary.duplicates(), unit));
        values.put("voided", sum(summary.voided(), unit));
        values.put("foreign", summary.foreign());
        values.put("repeatedFiles", summary.repeatedFiles());
        values.put("lines", lines);
        values.put("cut", lines.size() == MOST);
        values.put("unit", unit.map(u -> name(u, census, visit)).orElse(""));
        values.put("unitCode", unit.orElse(""));
        values.put("chosen", unit.isPresent());
        values.put("mayDeclare", visit.account().roles().contains(Role.REVIEWER));
        values.put(
                "declarations",
                Stream.of(Declaration.values())
                        .map(d -> Map.of("code", d.code(), "text", visit.words().say("declared." + d.code())))
                        .toList());
        values.put("done", "1".equals(visit.http().queryParam("done")));
        visit.show("ledger", values);
    }

    /** A sheet that was completed meanwhile is left as it is. */
    void declare(Visit visit) {
        Optional<Declaration> what = Stream.of(Declaration.values())
                .filter(d -> d.code().equals(visit.sent("what")))
                .findFirst();
        int pages = what.map(d -> ports.ledger().declare(visit.sent("serial"), copy(visit), d, visit.who()))
                .orElse(0);
        String unit = visit.sent("unit");
        String ofUnit = unit.isEmpty() ? "" : "&unit=" + URLEncoder.encode(unit, StandardCharsets.UTF_8);
        visit.http().redirect("/ledger?" + (pages > 0 ? "done=1" : "done=0") + ofUnit, HttpStatus.SEE_OTHER);
    }

    private static long sum(Map<String, Long> byUnit, Optional<String> unit) {
        return byUnit.entrySet().stream()
                .filter(e -> unit.isEmpty() || unit.get().equals(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static int copy(Visit visit) {
        String text = visit.sent("copy");
        return text.matches("[0-9]{1,2}") ? Integer.parseInt(text) : 1;
    }

    private static Map<String, Object> unit(
            String code, PageCounts counts, Census census, Visit visit, Optional<String> chosen) {
        Map<String, Object> line = describe(counts);
        line.put("code", code);
        line.put("name", name(code, census, visit));
        line.put("chosen", chosen.filter(code::equals).isPresent());
        return line;
    }

    private static Map<String, Object> describe(PageCounts counts) {
        Map<String, Object> values = new HashMap<>();
        values.put("expected", counts.returned() + counts.begun() + counts.outstanding() + counts.declared());
        values.put("returned", counts.returned());
        values.put("wanted", counts.begun() + counts.outstanding());
        values.put("begun", counts.begun());
        values.put("declared", counts.declared());
        values.put("stock", counts.stock());
        values.put("replaced", counts.replaced());
        return values;
    }

    private static String name(String code, Census census, Visit visit) {
        return code.isEmpty()
                ? visit.words().say("ledger.no-unit")
                : census.units().stream()
                        .filter(u -> u.code().equals(code))
                        .findFirst()
                        .map(Unit::name)
                        .orElse(code);
    }

    private static List<Map<String, Object>> sides(LedgerSummary summary, Visit visit) {
        return summary.sides().entrySet().stream()
                .map(e ->
                        Map.<String, Object>of("text", visit.words().say("side." + e.getKey()), "count", e.getValue()))
                .toList();
    }
}
