package org.paperbridge.read.comb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.read.character.CellRecogniser;
import org.paperbridge.read.character.CharacterDistribution;
import org.paperbridge.read.character.CharacterSet;

/** Reads the cells of many combs with one call of the network. */
public final class CombCells {

    private final CellRecogniser recogniser;

    public CombCells(CellRecogniser recogniser) {
        this.recogniser = recogniser;
    }

    /**
     * The cells of one comb.
     *
     * @param set what they may hold
     */
    public record Row(List<CellInk> cells, CharacterSet set) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** One list a row, one element a cell, in the same order. */
    public List<List<CellContent>> read(List<Row> rows) {
        List<CellRecogniser.Cell> written = new ArrayList<>();
        for (Row row : rows) {
            for (CellInk ink : row.cells()) {
                if (isWritten(ink)) {
                    written.add(new CellRecogniser.Cell(ink.ink(), row.set()));
                }
            }
        }
        List<Optional<CharacterDistribution>> read = recogniser.recognise(written);
        List<List<CellContent>> contents = new ArrayList<>();
        int next = 0;
        for (Row row : rows) {
            List<CellContent> ofRow = new ArrayList<>();
            for (CellInk ink : row.cells()) {
                ofRow.add(isWritten(ink) ? contentOf(ink, read.get(next++)) : unwritten(ink));
            }
            contents.add(ofRow);
        }
        return contents;
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
}
