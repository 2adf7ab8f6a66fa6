package org.paperbridge.kit.lists;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.paperbridge.form.census.LabResult;
import org.paperbridge.kit.LabValue;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.page.Table;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/** The last five values of every test, per patient; the newest in bold. */
public final class ResultPart implements KitPart {

    private static final int VALUES = 5;
    private static final int TESTS = 40;
    /** A value on another line than its flag or its date would be taken for another one. */
    private static final char NO_BREAK = '\u00a0';

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM HH:mm", Locale.ROOT);

    private final TableSheets sheets;

    public ResultPart(TableSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) {
        Map<String, List<LabResult>> results =
                kit.census().results().stream().collect(Collectors.groupingBy(LabResult::patientId));
        List<Table.Row> rows = new ArrayList<>();
        int without = 0;
        for (Bed bed : kit.beds()) {
            List<LabResult> own = results.getOrDefault(bed.patient().id(), List.of());
            if (own.isEmpty()) {
                without++;
            } else {
                rows.add(heading(bed, kit));
                rows.addAll(rows(own, kit));
            }
        }
        if (without > 0) {
            notes.add(kit.words().say("results.without", without));
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = List.of(
                new Table.Column(kit.words().say("column.test"), 46, false),
                new Table.Column(kit.words().say("column.last"), 38, true),
                new Table.Column(kit.words().say("column.interval"), 26, false),
                new Table.Column(kit.words().say("column.earlier"), 76, false));
        String title = kit.words().say("file.last-results");
        return List.of(
                new DrawnFile("03-last-results", title, sheets.draw(Heads.of(kit, title), new Table(columns, rows))));
    }

    private static Table.Row heading(Bed bed, UnitKit kit) {
        String born = new Prefill(kit.words().language(), kit.ward())
                .patient(bed.patient(), java.util.Optional.of(bed.encounter()))
                .getOrDefault("patient.birth-date", "");
        return new Table.Row(
                List.of(
                        bed.encounter().bed().orElse("") + "   "
                                + Prefill.name(bed.patient(), kit.words().language()) + "   " + born + "   "
                                + kit.words().say("label.patient")
                                + " " + bed.patient().id(),
                        "",
                        "",
                        ""),
                true,
                0);
    }

    /** Values of one name in two units are two tests: they never stand in one row. */
    private static List<Table.Row> rows(List<LabResult> own, UnitKit kit) {
        Map<List<String>, List<LabResult>> tests = new LinkedHashMap<>();
        own.stream()
                .sorted(Comparator.comparing(LabResult::at).reversed())
                .forEach(result -> tests.computeIfAbsent(
                                List.of(result.test(), result.unit().orElse("")), test -> new ArrayList<>())
                        .add(result));
        List<Table.Row> rows = new ArrayList<>();
        tests.values().stream().limit(TESTS).forEach(values -> {
            LabResult last = values.getFirst();
            String earlier = values.stream()
                    .skip(1)
                    .limit(VALUES - 1L)
                    .map(result -> (LabValue.shown(result) + " (" + at(result, kit) + ")").replace(' ', NO_BREAK))
                    .collect(Collectors.joining(" · "));
            rows.add(Table.Row.of(
                    last.test(),
                    (LabValue.shown(last) + " " + last.unit().orElse("")).strip() + "  " + at(last, kit),
                    last.range().orElse(""),
                    earlier));
        });
        if (tests.size() > TESTS) {
            rows.add(Table.Row.of(kit.words().say("sheet.more-results", tests.size() - TESTS), "", "", ""));
        }
        return rows;
    }

    private static String at(LabResult result, UnitKit kit) {
        return MOMENT.format(result.at().atZone(kit.ward()));
    }
}
