package org.paperbridge.kit.pdfbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Widths of text as the forms print it; for the layout engine. */
public final class FontMeasure {

    /** One a thread: fonts keep what they measured in maps that two threads would break. */
    private static final ThreadLocal<PrintFonts> FONTS = ThreadLocal.withInitial(FontMeasure::load);

    private static PrintFonts load() {
        try {
            return new PrintFonts(new PDDocument());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return width in mm of text set in {@code sizePt} points */
    public double widthMm(String text, double sizePt, boolean bold) {
        try {
            PrintFonts fonts = FONTS.get();
            return fonts.unitWidth(fonts.runs(text, bold)) * sizePt / Points.PER_MM;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
