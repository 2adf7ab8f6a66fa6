package org.paperbridge.form.layout;

/**
 * A point in the page frame.
 *
 * @param x mm from the left edge
 * @param y mm from the top edge
 */
public record PagePoint(double x, double y) {}
