package org.paperbridge.kit.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.page.Table;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/** The census at midnight: who is there, who left where to and when, and five counts that have to add up. */
public final class MidnightPart implements KitPart {

    private static final double ROW_MM = 8.5;
    private static final int FREE_LINES = 6;
    private static final List<String> COUNTS =
            List.of("count.yesterday", "count.in", "count.out", "count.deaths", "count.present", "count.free-beds");

    private final TableSheets sheets;

    public MidnightPart(TableSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) {
        if (kit.beds().isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = Stream.of(
                        new Table.Column("bed", 20, true),
                        new Table.Column("name", 62, true),
                        new Table.Column("patient-number", 26, false),
                        new Table.Column("here", 13, false),
                        new Table.Column("moved-to", 36, false),
                        new Table.Column("time", 15, false),
                        new Table.Column("initials", 14, false))
                .map(column ->
                        new Table.Column(kit.words().say("column." + column.heading()), column.share(), column.bold()))
                .toList();
        List<Table.Row> rows = new ArrayList<>();
        Prefill prefill = new Prefill(kit.words().language(), kit.ward());
        for (Bed bed : kit.beds()) {
            Map<String, String> words = prefill.patient(bed.patient(), Optional.of(bed.encounter()));
            rows.add(new Table.Row(
                    List.of(
                            words.getOrDefault("encounter.bed", ""),
                            words.getOrDefault("patient.name", ""),
                            bed.patient().id(),
                            "☐",
                            "",
                            "",
                            ""),
                    false,
                    ROW_MM));
        }
        for (int i = 0; i < FREE_LINES; i++) {
            rows.add(new Table.Row(List.of("", "", "", "☐", "", "", ""), false, ROW_MM));
        }
        rows.add(new Table.Row(List.of(kit.words().say("count.title"), "", "", "", "", "", ""), true, ROW_MM));
        for (String count : COUNTS) {
            rows.add(new Table.Row(List.of("", kit.words().say(count), "", "", "", "", ""), false, ROW_MM));
        }
        String title = kit.words().say("file.midnight");
        return List.of(
                new DrawnFile("01-midnight", title, sheets.draw(Heads.of(kit, title), new Table(columns, rows, true))));
    }
}
