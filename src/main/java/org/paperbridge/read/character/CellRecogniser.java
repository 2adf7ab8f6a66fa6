package org.paperbridge.read.character;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.ink.Norm28;

/** Runs many cells through the network at once. */
public final class CellRecogniser {

    private final CharacterNet net;
    private final Calibration calibration;

    public CellRecogniser(CharacterNet net, Calibration calibration) {
        this.net = net;
        this.calibration = calibration;
    }

    /**
     * A cell to read.
     *
     * @param ink its strokes, from {@link org.paperbridge.read.ink.CharacterInk}
     */
    public record Cell(GreyCrop ink, CharacterSet set) {}

    /** One element a cell, in the same order; empty where a cell holds no ink at all. */
    public List<Optional<CharacterDistribution>> recognise(List<Cell> cells) {
        List<GreyCrop> normalised = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (Cell cell : cells) {
            Optional<GreyCrop> crop = Norm28.of(cell.ink());
            rows.add(crop.isPresent() ? normalised.size() : -1);
            crop.ifPresent(normalised::add);
        }
        float[][] outputs = net.outputs(normalised);
        List<Optional<CharacterDistribution>> read = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            int row = rows.get(i);
            read.add(
                    row < 0
                            ? Optional.empty()
                            : Optional.of(calibration.probabilities(
                                    outputs[row], cells.get(i).set())));
        }
        return read;
    }
}
