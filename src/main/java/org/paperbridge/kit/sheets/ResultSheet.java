package org.paperbridge.kit.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paperbridge.form.census.LabResult;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.LabValue;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.sheets.BodySketch.Cell;

/** Five last values of every test with their dates, the newest first and in bold, under blood group and antibodies. */
public final class ResultSheet implements SheetMaker {

    private static final int VALUES = 5;
    private static final double[] SHARES = {44, 24, 23, 23, 23, 23, 23};
    private static final double ROW = 7.6;
    private static final double TEST_PT = 10;

    @Override
    public List<SheetBody> draw(SheetContext kit, Optional<Bed> bed, PageBox room) {
        List<LabResult> results = bed.map(Bed::results).orElse(List.of());
        if (bed.isPresent() && results.isEmpty()) {
            return List.of();
        }
        BodySketch column = new BodySketch(room, kit.measure(), kit.say("continued"));
        column.heading(kit.say("blood"));
        if (bed.isPresent()) {
            column.line(kit.say("blood-group", said(kit, LabPanel.bloodGroup(results))), true);
            column.line(kit.say("antibodies", said(kit, LabPanel.antibodies(results))), true);
        }
        column.line(kit.say("blood-warning"), false);
        column.heading(kit.say("last-values"));
        for (List<LabResult> test : LabPanel.tests(results)) {
            LabResult last = test.getFirst();
            List<Cell> cells = new ArrayList<>();
            cells.add(new Cell(last.test(), last.unit().orElse(kit.say("no-unit")), TEST_PT, true));
            cells.add(new Cell(last.range().orElse(""), "", 9, false));
            for (int i = 0; i < VALUES; i++) {
                cells.add(
                        i < test.size()
                                ? new Cell(
                                        LabValue.shown(test.get(i)),
                                        kit.moment(test.get(i).at()),
                                        i == 0 ? 11 : 10,
                                        i == 0 || test.get(i).flag().isPresent())
                                : new Cell("", "", 9, false));
            }
            column.row(ROW, SHARES, cells);
        }
        if (bed.isEmpty()) {
            column.free(20);
        }
        return column.pages().stream().map(SheetBody::new).toList();
    }

    /** Everything that was ever found, for two groups that differ are a reason to stop. */
    private static String said(SheetContext kit, List<LabResult> results) {
        return results.isEmpty()
                ? kit.say("unknown")
                : results.stream()
                        .map(result -> result.value() + " (" + kit.moment(result.at()) + ")")
                        .collect(Collectors.joining(", "));
    }
}
