package org.paperbridge.kit.pdfbox;

/** Widths of text as the forms print it; for the layout engine. */
public final class FontMeasure {

    /** @return width in mm of text set in {@code sizePt} points */
    public double widthMm(String text, double sizePt, boolean bold) {
        return PrintFonts.unitWidth(PrintFonts.runs(text, bold)) * sizePt / Points.PER_MM;
    }

    /** Whether every character has a picture in the fonts; one that has none is printed as a question mark. */
    public boolean draws(String text) {
        return PrintFonts.draws(VisualText.of(text));
    }
}
