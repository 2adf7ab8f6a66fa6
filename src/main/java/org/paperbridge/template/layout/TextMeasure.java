package org.paperbridge.template.layout;

/** Widths of printed text; the engine needs them only when a layout is computed, never when a page is read. */
public interface TextMeasure {

    /**
     * @param sizePt font size, points
     * @return width, mm
     */
    double widthMm(String text, double sizePt, boolean bold);
}
