package org.paperbridge.form.page;

/**
 * A point in the scan frame.
 *
 * @param x px from the left edge
 * @param y px from the top edge
 */
public record ScanPoint(double x, double y) {}
