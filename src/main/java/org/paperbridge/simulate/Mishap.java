package org.paperbridge.simulate;

import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;

/** What befell a sheet before it was scanned; page frame, mm. */
public sealed interface Mishap {

    /**
     * Coffee: print shows through it.
     *
     * @param over what it hits, at a random place
     * @param share of that box under it, 0 to 1
     */
    record Stain(PageBox over, double share) implements Mishap {}

    /** Ink or dirt that hides what is under it; likewise. */
    record Blot(PageBox over, double share) implements Mishap {}

    /** A ballpoint run over a box until its strokes cover a share of it. */
    record Scribble(PageBox over, double share) implements Mishap {}

    /** A wire of 12 mm and the shadow beside it. */
    record Staple(PagePoint at, double degrees) implements Mishap {}

    /**
     * A crease through a point.
     *
     * @param depth how much darker its middle is than the paper, 0 to 1
     */
    record Fold(PagePoint through, double degrees, double depth) implements Mishap {}

    /**
     * A corner torn off.
     *
     * @param corner 0 top left, then clockwise
     * @param sideMm along both edges
     */
    record TornCorner(int corner, double sideMm) implements Mishap {}

    /** A hole of a punch, 5.5 mm. */
    record Hole(PagePoint at) implements Mishap {}
}
