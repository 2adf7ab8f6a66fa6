package org.paperbridge.template.layout;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;

/** Collects what is placed on one page. Lengths are rounded to a hundredth of a millimetre. */
final class Sheet {

    private final List<Drawing> fills = new ArrayList<>();
    private final List<Drawing> drawings = new ArrayList<>();
    private final List<FieldZone> fields = new ArrayList<>();

    private final PageFrame frame;

    Sheet(PageFrame frame) {
        this.frame = frame;
    }

    PageFrame frame() {
        return frame;
    }

    static PageBox box(double left, double top, double width, double height) {
        return new PageBox(round(left), round(top), round(width), round(height));
    }

    static double round(double mm) {
        return Math.round(mm * 100) / 100.0;
    }

    /** Painted below everything else. */
    void tint(PageBox box, double grey) {
        fills.add(new Drawing.Fill(box, grey));
    }

    void fill(PageBox box, double grey) {
        drawings.add(new Drawing.Fill(box, grey));
    }

    void frame(PageBox box, double grey, double strokeMm) {
        drawings.add(new Drawing.Frame(box, grey, strokeMm));
    }

    void rule(double x1, double y1, double x2, double y2, double grey, double strokeMm) {
        drawings.add(new Drawing.Rule(
                new PagePoint(round(x1), round(y1)), new PagePoint(round(x2), round(y2)), grey, strokeMm));
    }

    void text(PageBox box, String key, double sizePt, boolean bold, Drawing.Align align) {
        drawings.add(new Drawing.Text(box, key, sizePt, bold, align, Style.CAPTION_GREY));
    }

    /** Text broken between words into at most {@code lines}. */
    void paragraph(PageBox box, String key, double sizePt, boolean bold, int lines) {
        drawings.add(new Drawing.Text(box, key, sizePt, bold, Drawing.Align.LEFT, Style.CAPTION_GREY, lines));
    }

    /** A caption over a column: centred, in up to two lines. */
    void head(PageBox box, String key, double sizePt, boolean bold) {
        drawings.add(new Drawing.Text(box, key, sizePt, bold, Drawing.Align.CENTRE, Style.CAPTION_GREY, 2));
    }

    void field(FieldZone field) {
        fields.add(field);
    }

    LayoutPage toPage(int number) {
        List<Drawing> all = new ArrayList<>(fills);
        all.addAll(drawings);
        return new LayoutPage(
                number,
                frame.widthMm(),
                frame.heightMm(),
                frame.fiducials(),
                frame.codes(),
                frame.shortCode(),
                fields,
                all);
    }
}
