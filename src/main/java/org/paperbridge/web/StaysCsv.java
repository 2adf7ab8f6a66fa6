package org.paperbridge.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.paperbridge.web.view.StayLine;
import org.paperbridge.web.view.StayLine.LackLine;
import org.paperbridge.web.view.Words;

/**
 * Stays as a table that office programs open: a line for each thing a stay lacks, semicolons, UTF-8 with its mark.
 * Nothing in it is taken for a formula.
 */
final class StaysCsv {

    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String MARK = "\uFEFF";
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private StaysCsv() {}

    static String write(List<StayLine> stays, Words words, ZoneId ward) {
        StringBuilder csv = new StringBuilder(MARK);
        csv.append(line(List.of("patient", "name", "stay", "unit", "since", "sheet", "page", "lack").stream()
                .map(c -> words.say("dashboard.csv-" + c))
                .toList()));
        for (StayLine stay : stays) {
            for (LackLine lack : stay.lacks()) {
                csv.append(line(List.of(
                        stay.patient(),
                        stay.name(),
                        stay.stay(),
                        stay.unit(),
                        SINCE.format(stay.since().atZone(ward)),
                        lack.sheet(),
                        lack.what(),
                        lack.state())));
            }
        }
        return csv.toString();
    }

    private static String line(List<String> values) {
        return values.stream().map(StaysCsv::quoted).collect(Collectors.joining(";", "", "\r\n"));
    }

    private static String quoted(String value) {
        String plain = !value.isEmpty() && STARTS_FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return "\"" + plain.replace("\"", "\"\"") + "\"";
    }
}
