package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.paperbridge.form.census.Census;
import org.paperbridge.validation.account.Role;
import org.paperbridge.validation.ledger.PatientSheet;
import org.paperbridge.validation.ledger.PatientSheet.Statement;
import org.paperbridge.web.view.Ages;
import org.paperbridge.web.view.OpenSheetLine;

/**
 * All sheets of one patient, page by page. A patient is named by a sheet or by a number that is posted: never in an
 * address, which browsers and proxies keep.
 */
final class SheetPages {

    private final WebPorts ports;

    SheetPages(WebPorts ports) {
        this.ports = ports;
    }

    void ofSheet(Visit visit) {
        show(visit, ports.ledger().findPatient(visit.http().pathParam("serial")));
    }

    void ofPatient(Visit visit) {
        show(visit, Optional.of(visit.sent("patient").strip()).filter(p -> !p.isEmpty()));
    }

    void takeBack(Visit visit) {
        String copy = visit.sent("copy");
        ports.ledger()
                .takeBack(visit.sent("serial"), copy.matches("[0-9]{1,2}") ? Integer.parseInt(copy) : 1, visit.who());
        visit.http().redirect("/ledger/sheet/" + visit.sent("serial"), HttpStatus.SEE_OTHER);
    }

    private void show(Visit visit, Optional<String> patient) {
        List<PatientSheet> sheets =
                patient.map(p -> ports.ledger().listSheets(p)).orElse(List.of());
        if (patient.isEmpty() || sheets.isEmpty()) {
            visit.refuse(HttpStatus.NOT_FOUND, "sheets.none");
            return;
        }
        ports.audit().append(visit.who(), "view-sheets", sheets.getFirst().serial(), Map.of());
        Census census = ports.census().get();
        visit.show(
                "sheets",
                Map.of(
                        "patient",
                        OpenSheetLine.patient(patient.get(), census),
                        "lines",
                        sheets.stream().map(s -> line(s, visit)).toList(),
                        "mayDeclare",
                        visit.account().roles().contains(Role.REVIEWER)));
    }

    private Map<String, Object> line(PatientSheet sheet, Visit visit) {
        Map<String, Object> line = new HashMap<>();
        line.put("serial", sheet.serial());
        line.put("copy", sheet.copy());
        line.put("shown", sheet.serial().substring(0, 5) + "-" + sheet.serial().substring(5));
        line.put(
                "form",
                ports.forms()
                        .findForm(sheet.form())
                        .map(f -> visit.words().pick(f.titles(), f.ref().form()))
                        .orElse(sheet.form().toString()));
        line.put("copyText", sheet.copy() > 1 ? visit.words().say("sheets.copy", sheet.copy()) : "");
        line.put("unit", sheet.unit());
        line.put("again", sheet.again());
        line.put("replaced", sheet.replaced());
        line.put(
                "since",
                sheet.printedAt()
                        .map(at -> Ages.say(at, ports.clock().instant(), visit.words()))
                        .orElse(""));
        line.put(
                "pages",
                IntStream.rangeClosed(1, sheet.pages())
                        .mapToObj(p -> page(sheet, p, visit))
                        .toList());
        line.put("mayTakeBack", !sheet.declared().isEmpty());
        return line;
    }

    private Map<String, Object> page(PatientSheet sheet, int page, Visit visit) {
        Optional<Statement> said = Optional.ofNullable(sheet.declared().get(page));
        boolean back = sheet.returned().contains(page);
        String text = back
                ? visit.words().say("sheets.back")
                : said.map(s -> visit.words().say("declared." + s.what()) + " (" + s.person() + ", "
                                + Ages.say(s.at(), ports.clock().instant(), visit.words()) + ")")
                        .orElse(visit.words().say(sheet.replaced() ? "ledger.replaced" : "sheets.missing"));
        return Map.of("number", page, "text", text, "missing", !back && said.isEmpty() && !sheet.replaced());
    }
}
