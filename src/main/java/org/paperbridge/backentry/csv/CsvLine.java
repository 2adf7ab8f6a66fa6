package org.paperbridge.backentry.csv;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.paperbridge.form.record.ClinicalRecord;

/** Columns of the billing file. */
final class CsvLine {

    private static final List<String> COLUMNS = List.of(
            "record",
            "kind",
            "item",
            "patient",
            "encounter",
            "occurred_at",
            "recorded_at",
            "author",
            "entered_by",
            "code",
            "label",
            "value",
            "unit",
            "details",
            "scan",
            "page");

    static final String HEADER = row(COLUMNS);

    private static final Set<String> OWN_COLUMN = Set.of("value", "dose", "unit", "drug", "author", "drug-code");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

    private final ZoneId ward;

    CsvLine(ZoneId ward) {
        this.ward = ward;
    }

    String of(ClinicalRecord record) {
        Map<String, String> values = record.values();
        Map<String, String> codes = record.target().codes();
        String details = new TreeMap<>(values)
                .entrySet().stream()
                        .filter(entry -> !OWN_COLUMN.contains(entry.getKey()))
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" | "));
        return row(List.of(
                record.id(),
                record.target().kind(),
                record.target().id(),
                record.patientId(),
                record.encounterId().orElse(""),
                record.occurredAt().map(this::local).orElse(""),
                local(record.recordedAt()),
                record.author().orElse(""),
                record.enteredBy(),
                codes.getOrDefault("loinc", values.getOrDefault("drug-code", "")),
                values.getOrDefault("drug", codes.getOrDefault("display", "")),
                values.getOrDefault("value", values.getOrDefault("dose", "")),
                values.getOrDefault("unit", codes.getOrDefault("ucum", "")),
                details,
                record.proof().original() + "#" + record.proof().index(),
                Integer.toString(record.page())));
    }

    /** Record id of a written line. */
    static String key(String line) {
        int end = line.indexOf("\";");
        return end < 1 ? "" : line.substring(1, end).replace("\"\"", "\"");
    }

    private String local(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(ward));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    /** Quoted, on one line, and never a formula: a spreadsheet runs what begins with one of these characters. */
    private static String cell(String value) {
        String line = value.replaceAll("[\\r\\n\\t\\u0000]+", " ");
        boolean formula = !line.isEmpty()
                && "=+-@＝＋－＠"
                                .indexOf(
                                        line.stripLeading().isEmpty()
                                                ? ' '
                                                : line.stripLeading().charAt(0))
                        >= 0;
        String safe = formula && !PLAIN_NUMBER.matcher(line).matches() ? "'" + line : line;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
