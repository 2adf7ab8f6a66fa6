package org.paperbridge.read.comb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.read.character.CharacterSet;
import org.paperbridge.read.crop.ZoneSampler;

/** Reads all comb fields of a page with one call of the network. */
public final class CombFields {

    private final CombCells cells;
    private final CombDecoder decoder;

    public CombFields(CombCells cells, CombDecoder decoder) {
        this.cells = cells;
        this.decoder = decoder;
    }

    /**
     * Readings by field id. Evidence: {@code weakest-cell} its probability, {@code check} 1 when date, time or check
     * digit rules hold, {@code accepted} 1 when the calibrated thresholds alone would need no person.
     */
    public Map<String, FieldReading> read(ZoneSampler sampler, List<FieldZone.Comb> fields) {
        List<CombCells.Row> rows = fields.stream()
                .map(field -> new CombCells.Row(
                        CombCutter.cut(sampler.cut(CombCutter.zoneOf(field.cells())), field.cells()),
                        CharacterSet.of(field.alphabet())))
                .toList();
        List<List<CellContent>> contents = cells.read(rows);
        Map<String, FieldReading> readings = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            FieldZone.Comb field = fields.get(i);
            readings.put(field.id(), reading(field, decoder.decode(contents.get(i), CombGrammar.of(field))));
        }
        return readings;
    }

    private static FieldReading reading(FieldZone.Comb field, CombReading read) {
        Map<String, Double> evidence = new TreeMap<>();
        evidence.put("weakest-cell", read.weakestCell());
        evidence.put("check", read.fits() ? 1.0 : 0.0);
        evidence.put("accepted", read.accepted() ? 1.0 : 0.0);
        return new FieldReading(
                field.id(),
                read.state(),
                read.value().isEmpty() ? List.of() : List.of(read.value()),
                read.confidence(),
                read.candidates(),
                evidence,
                field.box());
    }
}
