package org.paperbridge.kit.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.Intake.Moment;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.page.Table;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;

/**
 * The round of the ward: who takes what in the morning, at noon, in the evening and for the night. A drug whose moments
 * the order does not say stands under "to ask", never under a moment.
 */
public final class PillRoundPart implements KitPart {

    private final TableSheets sheets;

    public PillRoundPart(TableSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public List<DrawnFile> draw(UnitKit kit, KitNotes notes) {
        List<Table.Row> rows = new ArrayList<>();
        Prefill prefill = new Prefill(kit.words().language(), kit.ward());
        for (Bed bed : kit.beds()) {
            if (!bed.drugs().isEmpty()) {
                rows.add(heading(bed, prefill));
                bed.drugs().forEach(drug -> rows.add(row(drug, prefill)));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Table.Column> columns = List.of(
                new Table.Column(kit.words().say("column.drug"), 66, true),
                new Table.Column(kit.words().say("column.morning"), 20, true),
                new Table.Column(kit.words().say("column.noon"), 20, true),
                new Table.Column(kit.words().say("column.evening"), 20, true),
                new Table.Column(kit.words().say("column.night"), 20, true),
                new Table.Column(kit.words().say("column.to-ask"), 40, false));
        String title = kit.words().say("file.pill-round");
        return List.of(new DrawnFile(
                "03-pill-round", title, sheets.draw(Heads.of(kit, title), new Table(columns, rows, true))));
    }

    private static Table.Row heading(Bed bed, Prefill prefill) {
        Map<String, String> words = prefill.patient(bed.patient(), Optional.of(bed.encounter()));
        String allergies = words.getOrDefault("patient.allergies", "");
        String text = String.join(
                "   ",
                words.getOrDefault("encounter.bed", ""),
                words.getOrDefault("patient.name", ""),
                words.getOrDefault("patient.birth-date", ""),
                allergies);
        return new Table.Row(List.of(text.strip(), "", "", "", "", ""), true, 0);
    }

    private static Table.Row row(ActiveDrug drug, Prefill prefill) {
        List<String> cells = new ArrayList<>();
        cells.add(prefill.drugAndRoute(drug));
        for (Moment moment : Moment.values()) {
            cells.add(drug.plan().isEmpty() ? "" : prefill.planned(drug, moment));
        }
        cells.add(drug.plan().isEmpty() ? prefill.asked(drug) : "");
        return new Table.Row(cells, false, 7.5);
    }
}
