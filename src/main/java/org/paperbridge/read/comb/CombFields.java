package org.paperbridge.read.comb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.read.character.CellRecogniser;
import org.paperbridge.read.character.CharacterDistribution;
import org.paperbridge.read.crop.ZoneSampler;

/** Reads all comb fields of a page with one call of the network. */
public final class CombFields {

    private final CellRecogniser recogniser;
    private final CombDecoder decoder;

    public CombFields(CellRecogniser recogniser, CombDecoder decoder) {
        this.recogniser = recogniser;
        this.decoder = decoder;
    }

    /**
     * Readings by field id. Evidence: {@code weakest-cell} its probability, {@code check} 1 when date, time or check
     * digit rules hold, {@code accepted} 1 when the calibrated thresholds alone would need no person.
     */
    public Map<String, FieldReading> read(ZoneSampler sampler, List<FieldZone.Comb> fields) {
        List<List<CellInk>> inks = new ArrayList<>();
        List<CellRecogniser.Cell> cells = new ArrayList<>();
        for (FieldZone.Comb field : fields) {
            List<CellInk> ofField = CombCutter.cut(sampler.cut(CombCutter.zoneOf(field.cells())), field.cells());
            inks.add(ofField);
            for (CellInk ink : ofField) {
                if (isWritten(ink)) {
                    cells.add(new CellRecogniser.Cell(
                            ink.ink(), CombGrammar.of(field).characters()));
                }
            }
        }
        List<Optional<CharacterDistribution>> read = recogniser.recognise(cells);
        Map<String, FieldReading> readings = new HashMap<>();
        int next = 0;
        for (int f = 0; f < fields.size(); f++) {
            List<CellContent> contents = new ArrayList<>();
            for (CellInk ink : inks.get(f)) {
                contents.add(isWritten(ink) ? contentOf(ink, read.get(next++)) : unwritten(ink));
            }
            FieldZone.Comb field = fields.get(f);
            readings.put(field.id(), reading(field, decoder.decode(contents, CombGrammar.of(field))));
        }
        return readings;
    }

    private static boolean isWritten(CellInk ink) {
        return !ink.blank() && !ink.faint();
    }

    private static CellContent unwritten(CellInk ink) {
        return ink.faint() ? new CellContent.Faint() : new CellContent.Blank(ink.areaMm2());
    }

    private static CellContent contentOf(CellInk ink, Optional<CharacterDistribution> distribution) {
        return distribution
                .<CellContent>map(d -> new CellContent.Written(d, ink.crossing()))
                .orElseGet(CellContent.Faint::new);
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
