package org.paperbridge.read.comb;

import org.paperbridge.read.character.CharacterDistribution;

/** What one cell of a comb field holds. */
public sealed interface CellContent {

    /**
     * Nothing was written.
     *
     * @param dustMm2 ink that was seen and taken for dust, mm²
     */
    record Blank(double dustMm2) implements CellContent {}

    /** Too much ink for an empty cell, too little for a character. */
    record Faint() implements CellContent {}

    /**
     * Something was written.
     *
     * @param crossing whether a stroke runs on through the neighbouring cells
     */
    record Written(CharacterDistribution distribution, boolean crossing) implements CellContent {}
}
