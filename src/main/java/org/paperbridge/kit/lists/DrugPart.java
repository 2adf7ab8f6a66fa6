package org.paperbridge.kit.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.page.Table;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/** Allergies, weight and running drugs of everybody in the unit: the first thing a doctor asks for. */
public final class DrugPart implements KitPart {

    private final TableSheets sheets;

    public DrugPart(TableSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) {
        if (kit.beds().isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = List.of(
                new Table.Column(kit.words().say("column.bed"), 16, true),
                new Table.Column(kit.words().say("column.name"), 44, true),
                new Table.Column(kit.words().say("column.weight"), 16, false),
                new Table.Column(kit.words().say("column.allergies"), 38, true),
                new Table.Column(kit.words().say("column.drugs"), 84, false));
        Prefill prefill = new Prefill(kit.words().language(), kit.ward());
        List<Table.Row> rows = new ArrayList<>();
        for (Bed bed : kit.beds()) {
            Map<String, String> words = prefill.patient(bed.patient(), Optional.of(bed.encounter()));
            String drugs = bed.drugs().isEmpty()
                    ? kit.words().say("drugs.none-known")
                    : bed.drugs().stream().map(prefill::drug).collect(Collectors.joining("\n"));
            rows.add(Table.Row.of(
                    words.getOrDefault("encounter.bed", ""),
                    words.getOrDefault("patient.name", "") + "\n" + words.getOrDefault("patient.birth-date", ""),
                    bed.patient()
                            .weightKg()
                            .map(kg -> String.format(java.util.Locale.ROOT, "%.1f kg", kg)
                                    .replace(".0 kg", " kg")
                                    .replace('.', kit.words().language().equals("fr") ? ',' : '.'))
                            .orElse("?"),
                    words.getOrDefault("patient.allergies", ""),
                    drugs));
        }
        String title = kit.words().say("file.allergies-drugs");
        return List.of(new DrawnFile(
                "03-allergies-drugs", title, sheets.draw(Heads.of(kit, title), new Table(columns, rows))));
    }
}
