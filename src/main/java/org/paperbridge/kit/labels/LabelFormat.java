package org.paperbridge.kit.labels;

import org.paperbridge.form.layout.PageBox;

/**
 * One kind of label sheet, A4. Lengths in mm.
 *
 * @param id as in the configuration, e.g. {@code 24}
 * @param first place of the first label, at the top left
 * @param stepX from one label to the next across
 * @param stepY from one label to the next down
 * @param byColumn the labels of one person follow one another down a column, else along a row
 * @param cut plain paper: outlines are printed to cut along
 */
public record LabelFormat(
        String id, int columns, int rows, PageBox first, double stepX, double stepY, boolean byColumn, boolean cut) {

    /** Printers are a little off; sheets too. */
    private static final double SLACK_MM = 0.6;

    public LabelFormat {
        if (columns < 1 || rows < 1 || columns * rows > 500) {
            throw new IllegalArgumentException("no grid of labels: " + columns + " x " + rows);
        }
        if (columns > 1 && stepX < first.width() || rows > 1 && stepY < first.height()) {
            throw new IllegalArgumentException("labels would overlap: step smaller than size");
        }
        double right = first.right() + (columns - 1) * stepX;
        double bottom = first.bottom() + (rows - 1) * stepY;
        if (first.left() < -SLACK_MM || first.top() < -SLACK_MM || right > 210 + SLACK_MM || bottom > 297 + SLACK_MM) {
            throw new IllegalArgumentException("labels leave the A4 sheet");
        }
    }

    public int perSheet() {
        return columns * rows;
    }

    /** How many labels one person gets at a time: a whole column or row. */
    public int perPerson() {
        return byColumn ? rows : columns;
    }

    /** Place of a label on the sheet, from 0 in the order of the format. */
    public PageBox place(int index) {
        int column = byColumn ? index / rows : index % columns;
        int row = byColumn ? index % rows : index / columns;
        return new PageBox(first.left() + column * stepX, first.top() + row * stepY, first.width(), first.height());
    }
}
