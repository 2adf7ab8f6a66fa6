package org.paperbridge.kit.labels;

import org.paperbridge.form.layout.PageBox;

/**
 * How far a printer must shift so that print meets the labels, mm.
 *
 * @param right positive moves the print to the right
 * @param down positive moves the print down
 */
public record PrinterOffset(double right, double down) {

    public static final PrinterOffset NONE = new PrinterOffset(0, 0);
    private static final double MOST_MM = 15;

    public PrinterOffset {
        if (Math.abs(right) > MOST_MM || Math.abs(down) > MOST_MM) {
            throw new IllegalArgumentException("An offset is at most " + MOST_MM + " mm, got " + right + ", " + down);
        }
    }

    PageBox moved(PageBox box) {
        return new PageBox(box.left() + right, box.top() + down, box.width(), box.height());
    }
}
