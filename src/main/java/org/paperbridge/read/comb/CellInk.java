package org.paperbridge.read.comb;

import org.paperbridge.read.ink.GreyCrop;

/**
 * The strokes that belong to one cell.
 *
 * @param ink 0 paper to 255 full ink
 * @param areaMm2 inked area, mm²
 * @param extentMm longer side of the ink's bounding box, mm
 * @param crossing whether some of it runs on through the neighbouring cells
 */
public record CellInk(GreyCrop ink, double areaMm2, double extentMm, boolean crossing) {

    /** Less ink than this is dust or the rest of a frame: a full stop of a ballpoint has about 0.15 mm². */
    private static final double DUST_MM2 = 0.12;

    private static final double DUST_EXTENT_MM = 0.7;
    /** The smallest characters of people who write small are 1.5 mm high and have 0.4 mm² of ink. */
    private static final double SMALLEST_MM2 = 0.3;

    private static final double SMALLEST_EXTENT_MM = 1.3;

    public boolean blank() {
        return areaMm2 < DUST_MM2 || extentMm < DUST_EXTENT_MM;
    }

    /** Too much for dust, too little for a character. */
    public boolean faint() {
        return !blank() && (areaMm2 < SMALLEST_MM2 || extentMm < SMALLEST_EXTENT_MM);
    }
}
