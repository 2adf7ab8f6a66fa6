package org.paperbridge.kit.pdfbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Widths of text as the forms print it; for the layout engine. */
public final class FontMeasure {

    private final PrintFonts fonts;

    public FontMeasure() {
        try {
            fonts = new PrintFonts(new PDDocument());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return width in mm of text set in {@code sizePt} points */
    public double widthMm(String text, double sizePt, boolean bold) {
        try {
            return fonts.unitWidth(fonts.runs(text, bold)) * sizePt / Points.PER_MM;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
