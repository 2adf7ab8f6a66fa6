package org.paperbridge.kit.page;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;

/** A page while it is drawn. Lengths in mm, page frame. */
public final class PageSketch {

    /** Structure lines: 0.75 pt. */
    private static final double LINE_MM = 0.26;

    private static final double HAIRLINE_MM = 0.12;

    private final double widthMm;
    private final double heightMm;
    private final List<Drawing> drawings = new ArrayList<>();
    private final List<PlacedSymbol> symbols = new ArrayList<>();

    private PageSketch(double widthMm, double heightMm) {
        this.widthMm = widthMm;
        this.heightMm = heightMm;
    }

    public static PageSketch portrait() {
        return new PageSketch(DrawnPage.A4_WIDTH_MM, DrawnPage.A4_HEIGHT_MM);
    }

    public static PageSketch landscape() {
        return new PageSketch(DrawnPage.A4_HEIGHT_MM, DrawnPage.A4_WIDTH_MM);
    }

    public PageSketch text(PageBox box, String text, double sizePt, boolean bold) {
        return text(box, text, sizePt, bold, Align.LEFT);
    }

    /** Shrunk to the width of its box where it is too long; nothing is cut off. */
    public PageSketch text(PageBox box, String text, double sizePt, boolean bold, Align align) {
        if (!text.isBlank()) {
            drawings.add(new Drawing.Text(box, "=" + text, sizePt, bold, align, 0));
        }
        return this;
    }

    /** White on a dark ground. */
    public PageSketch inverse(PageBox box, String text, double sizePt, Align align) {
        drawings.add(new Drawing.Text(box, "=" + text, sizePt, true, align, 1));
        return this;
    }

    /** @param grey 0 black to 1 white */
    public PageSketch fill(PageBox box, double grey) {
        drawings.add(new Drawing.Fill(box, grey));
        return this;
    }

    public PageSketch frame(PageBox box) {
        drawings.add(new Drawing.Frame(box, 0, LINE_MM));
        return this;
    }

    /** A thin grey outline: where to cut or to stick. */
    public PageSketch outline(PageBox box) {
        drawings.add(new Drawing.Frame(box, 0.55, HAIRLINE_MM));
        return this;
    }

    public PageSketch line(double x1, double y1, double x2, double y2) {
        drawings.add(new Drawing.Rule(new PagePoint(x1, y1), new PagePoint(x2, y2), 0, LINE_MM));
        return this;
    }

    public PageSketch hairline(double x1, double y1, double x2, double y2) {
        drawings.add(new Drawing.Rule(new PagePoint(x1, y1), new PagePoint(x2, y2), 0.55, HAIRLINE_MM));
        return this;
    }

    public PageSketch symbol(PageBox box, PrintedSymbol symbol, String text) {
        symbols.add(new PlacedSymbol(box, symbol, text));
        return this;
    }

    public DrawnPage done() {
        return new DrawnPage(widthMm, heightMm, drawings, symbols);
    }
}
