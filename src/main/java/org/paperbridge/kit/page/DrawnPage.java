package org.paperbridge.kit.page;

import java.util.List;
import org.paperbridge.form.layout.Drawing;

/**
 * One printed side that is no form: nothing on it is read back by field.
 *
 * @param widthMm of the trimmed sheet
 * @param heightMm of the trimmed sheet
 * @param drawings in painting order; texts are given with a leading {@code =}
 */
public record DrawnPage(double widthMm, double heightMm, List<Drawing> drawings, List<PlacedSymbol> symbols) {

    public static final double A4_WIDTH_MM = 210;
    public static final double A4_HEIGHT_MM = 297;

    public DrawnPage {
        drawings = List.copyOf(drawings);
        symbols = List.copyOf(symbols);
    }
}
