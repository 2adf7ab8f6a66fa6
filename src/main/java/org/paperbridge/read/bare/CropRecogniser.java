package org.paperbridge.read.bare;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.read.character.Calibration;
import org.paperbridge.read.character.CellRecogniser;
import org.paperbridge.read.character.CharacterDistribution;
import org.paperbridge.read.character.CharacterNet;
import org.paperbridge.read.character.CharacterSet;
import org.paperbridge.read.comb.CellContent;
import org.paperbridge.read.comb.CombCells;
import org.paperbridge.read.comb.CombDecoder;
import org.paperbridge.read.comb.CombGrammar;
import org.paperbridge.read.comb.CombReading;
import org.paperbridge.read.ink.CharacterInk;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.ink.InkMap;
import org.paperbridge.read.tick.Mark;
import org.paperbridge.read.tick.TickInk;
import org.paperbridge.read.tick.TickThresholds;

/** Recognises bare crops of any size, dark ink on light paper: the same networks and thresholds as for pages. */
public final class CropRecogniser {

    private static final int CANDIDATES = 5;
    private static final double EMPTY_CONFIDENCE = 0.999;

    /** Without a visible frame, or in very few pixels, print and ink cannot be told apart safely. */
    private static final double UNCLEAR_CROP = 0.9;

    private final CellRecogniser recogniser;
    private final Calibration calibration;
    private final CombDecoder decoder;

    public CropRecogniser(CharacterNet net, Calibration calibration) {
        this.recogniser = new CellRecogniser(net, calibration);
        this.calibration = calibration;
        this.decoder = new CombDecoder(calibration);
    }

    /** One character a crop. */
    public List<CropReading> characters(List<GreyCrop> crops, CharacterSet set) {
        List<CellRecogniser.Cell> cells = crops.stream()
                .map(grey -> new CellRecogniser.Cell(CharacterInk.of(InkMap.of(grey)), set))
                .toList();
        return recogniser.recognise(cells).stream()
                .map(found -> character(found, set))
                .toList();
    }

    /** A row of {@code count} cells, whose frames may be visible. */
    public CropReading comb(GreyCrop grey, int count, CombGrammar grammar) {
        CombCells.Row row = new CombCells.Row(BareComb.cells(grey, count), grammar.characters());
        List<CellContent> contents =
                new CombCells(recogniser).read(List.of(row)).getFirst();
        CombReading reading = decoder.decode(contents, grammar);
        return new CropReading(reading.value(), reading.confidence(), reading.accepted(), reading.candidates());
    }

    /** A tick box, its frame visible or not. */
    public CropReading tick(GreyCrop grey) {
        BareTick crop = BareTick.of(grey);
        TickInk ink = crop.ink();
        Mark mark = TickThresholds.SHIPPED.judge(ink);
        double sure = TickThresholds.SHIPPED.confidence(ink);
        double confidence = crop.clear() ? sure : Math.min(UNCLEAR_CROP, sure);
        return switch (mark) {
            case MARKED -> tick("marked", "unmarked", confidence);
            case UNMARKED -> tick("unmarked", "marked", confidence);
            case UNCLEAR, CANCELLED ->
                new CropReading(
                        "",
                        1 - confidence,
                        false,
                        List.of(new Candidate("marked", 0.5), new Candidate("unmarked", 0.5)));
        };
    }

    private static CropReading tick(String value, String other, double confidence) {
        List<Candidate> candidates = List.of(new Candidate(value, confidence), new Candidate(other, 1 - confidence));
        return new CropReading(value, confidence, confidence >= 0.98, candidates);
    }

    private CropReading character(Optional<CharacterDistribution> found, CharacterSet set) {
        if (found.isEmpty()) {
            return new CropReading("", EMPTY_CONFIDENCE, false, List.of());
        }
        CharacterDistribution distribution = found.get();
        List<Candidate> candidates = distribution.candidates(CANDIDATES);
        Candidate best = candidates.getFirst();
        if (distribution.noCharacter() > best.confidence()) {
            return new CropReading("", distribution.noCharacter(), false, candidates);
        }
        boolean accepted = best.confidence() >= calibration.of(set).acceptFrom();
        return new CropReading(best.value(), best.confidence(), accepted, candidates);
    }
}
