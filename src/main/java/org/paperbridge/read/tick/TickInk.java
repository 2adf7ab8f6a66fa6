package org.paperbridge.read.tick;

/**
 * The handwriting measured inside a tick box's frame.
 *
 * @param fill inked share of the area inside the frame, 0 to 1
 * @param reach longer side of the largest stroke's bounding box, share of the box's side
 * @param runsThrough whether a line goes straight through and beyond the box on both sides: a fold, a scanner streak, a
 *     row struck out
 */
public record TickInk(double fill, double reach, boolean runsThrough) {}
