package org.paperbridge.kit.lists;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.page.Table;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/** Who is in which bed, with room to note who came and went. */
public final class CensusPart implements KitPart {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM HH:mm", Locale.ROOT);
    /** Lines for arrivals. */
    private static final int FREE_LINES = 6;

    private static final double FREE_MM = 9;

    private final TableSheets sheets;

    public CensusPart(TableSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) {
        if (!kit.plan().beds()) {
            return List.of();
        }
        List<Table.Column> columns = Stream.of(
                        new Table.Column("bed", 16, true),
                        new Table.Column("name", 46, true),
                        new Table.Column("born", 31, false),
                        new Table.Column("numbers", 32, false),
                        new Table.Column("allergies", 30, false),
                        new Table.Column("since", 32, false),
                        new Table.Column("here", 14, false))
                .map(column ->
                        new Table.Column(kit.words().say("column." + column.heading()), column.share(), column.bold()))
                .toList();
        List<Table.Row> rows = new ArrayList<>();
        Prefill prefill = new Prefill(kit.words().language(), kit.ward());
        kit.beds().forEach(bed -> rows.add(row(bed, prefill, kit)));
        for (int i = 0; i < FREE_LINES; i++) {
            rows.add(new Table.Row(List.of("", "", "", "", "", "", "☐"), false, FREE_MM));
        }
        String title = kit.words().say("file.census");
        return List.of(new DrawnFile("01-census", title, sheets.draw(Heads.of(kit, title), new Table(columns, rows))));
    }

    private static Table.Row row(Bed bed, Prefill prefill, UnitKit kit) {
        Map<String, String> words = prefill.patient(bed.patient(), Optional.of(bed.encounter()));
        String born = Stream.of(words.getOrDefault("patient.birth-date", ""), words.getOrDefault("patient.sex", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        String since = bed.encounter().admittedAt().map(DAY::format).orElse("");
        return Table.Row.of(
                words.getOrDefault("encounter.bed", ""),
                words.getOrDefault("patient.name", ""),
                born,
                kit.words().say("label.patient") + " " + bed.patient().id() + "\n"
                        + kit.words().say("label.stay") + " "
                        + bed.encounter().id(),
                words.getOrDefault("patient.allergies", ""),
                since + bed.encounter().attending().map(doctor -> "\n" + doctor).orElse(""),
                "☐");
    }
}
