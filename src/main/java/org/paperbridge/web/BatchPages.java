package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.validation.batch.BatchTrouble;
import org.paperbridge.validation.batch.ScannedBatch;
import org.paperbridge.web.view.Words;

/** The stacks that came through the scanners, and the sheet that goes on top of the next one. */
final class BatchPages {

    private static final int NEWEST_FILES = 60;
    private static final int LONGEST_WORD = 40;

    private final WebPorts ports;

    BatchPages(WebPorts ports) {
        this.ports = ports;
    }

    void show(Visit visit) {
        show(visit, "");
    }

    private void show(Visit visit, String message) {
        Census census = ports.census().get();
        List<ScannedBatch> batches = ports.batches().list(NEWEST_FILES);
        Map<String, Object> values = new HashMap<>();
        values.put(
                "lines",
                batches.stream().map(b -> line(b, census, visit.words())).toList());
        values.put(
                "units",
                census.units().stream()
                        .map(u -> Map.of("code", u.code(), "name", u.name()))
                        .toList());
        values.put("operator", visit.account().displayName());
        values.put("message", message);
        visit.show("batches", values);
    }

    /** The sheet as a PDF, which every browser shows or keeps. */
    void print(Visit visit) {
        String unit = word(visit, "unit");
        String counted = visit.sent("expected").strip();
        if (unit.isEmpty()
                || !counted.matches("|[1-9][0-9]{0,4}")
                || counted.length() == 5 && counted.compareTo("65534") > 0) {
            visit.http().status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(visit, visit.words().say(unit.isEmpty() ? "batches.need-unit" : "batches.need-count"));
            return;
        }
        try {
            byte[] pdf = ports.batchSheets()
                    .print(
                            unit,
                            word(visit, "shift"),
                            word(visit, "operator"),
                            counted.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(counted)),
                            visit.words().language());
            visit.http()
                    .contentType("application/pdf")
                    .header("Content-Disposition", "attachment; filename=\"batch-sheet.pdf\"")
                    .result(pdf);
        } catch (IllegalArgumentException e) {
            visit.http().status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(visit, visit.words().say("batches.too-long"));
        }
    }

    /** What a reviewer should know of the stack a page came in; empty when it has no sheet of its own. */
    static String describe(WebPorts ports, ScanRef scan, Words words) {
        return ports.batches()
                .findBatch(scan)
                .filter(b -> !b.batch().isEmpty())
                .map(b -> words.say("batches.batch") + " "
                        + said(b, ports.census().get())
                        + b.expected()
                                .map(n -> " · " + words.say("batches.counted", n))
                                .orElse(""))
                .orElse("");
    }

    private static String said(ScannedBatch batch, Census census) {
        List<String> parts = new ArrayList<>(List.of(unit(batch, census)));
        parts.add(batch.shift());
        parts.add(batch.operator());
        parts.removeIf(String::isEmpty);
        return String.join(" · ", parts);
    }

    private static Map<String, Object> line(ScannedBatch batch, Census census, Words words) {
        Map<String, Object> line = new HashMap<>();
        line.put("file", batch.original().substring(0, 8));
        line.put(
                "number",
                batch.batch().isEmpty()
                        ? ""
                        : batch.batch().substring(0, 5) + "-" + batch.batch().substring(5));
        line.put("said", batch.batch().isEmpty() ? words.say("batches.without") : said(batch, census));
        line.put("sides", batch.sides());
        line.put("read", batch.read());
        line.put("done", batch.isRead());
        line.put("sheets", batch.sheets());
        line.put("blank", batch.blank());
        line.put("expected", batch.expected().map(String::valueOf).orElse(""));
        line.put(
                "troubles",
                batch.troubles().stream().map(t -> trouble(t, words)).toList());
        return line;
    }

    private static String trouble(BatchTrouble trouble, Words words) {
        return words.say("batch-trouble." + trouble.kind().code(), trouble.count(), trouble.side() + 1);
    }

    private static String unit(ScannedBatch batch, Census census) {
        return census.units().stream()
                .filter(u -> u.code().equals(batch.unit()))
                .map(Unit::name)
                .findFirst()
                .orElse(batch.unit());
    }

    private static String word(Visit visit, String name) {
        String text = visit.sent(name).strip();
        return text.length() <= LONGEST_WORD ? text : text.substring(0, LONGEST_WORD);
    }
}
