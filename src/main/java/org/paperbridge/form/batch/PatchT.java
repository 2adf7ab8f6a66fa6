package org.paperbridge.form.batch;

import java.util.List;

/**
 * Patch code T, which document scanners know as the sheet between two batches: four bars, from the edge of the sheet
 * inwards narrow, wide, narrow, wide (Kodak A-61599). Lengths in mm.
 */
public final class PatchT {

    public static final double NARROW_MM = 2.03;
    public static final double WIDE_MM = 5.08;
    /** White between two bars. */
    public static final double GAP_MM = 2.03;
    /** A patch nearer to the edge may be cut off by the scanner. */
    public static final double FROM_EDGE_MM = 6;

    /** Widths of the bars, outermost first. */
    public static final List<Double> BARS_MM = List.of(NARROW_MM, WIDE_MM, NARROW_MM, WIDE_MM);

    /** Outermost to innermost edge of all bars. */
    public static final double DEPTH_MM = 2 * NARROW_MM + 2 * WIDE_MM + 3 * GAP_MM;

    private PatchT() {}
}
