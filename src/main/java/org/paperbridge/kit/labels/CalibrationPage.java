package org.paperbridge.kit.labels;

import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.PageSketch;

/** Outlines of a label sheet with rulers at the first label: how far does this printer miss? Lengths in mm. */
public final class CalibrationPage {

    private static final int RULER_MM = 8;

    private CalibrationPage() {}

    public static DrawnPage draw(LabelFormat format, KitWords words) {
        PageSketch page = PageSketch.portrait();
        for (int i = 0; i < format.perSheet(); i++) {
            page.outline(format.place(i));
        }
        PageBox first = format.place(0);
        across(page, first);
        down(page, first);
        double left = 45;
        double top = 95;
        page.fill(new PageBox(left - 6, top - 6, 132, 76), 1).frame(new PageBox(left - 6, top - 6, 132, 76));
        page.text(new PageBox(left, top, 120, 8), words.say("calibrate.title", format.id()), 14, true);
        for (int i = 1; i <= 5; i++) {
            page.text(new PageBox(left, top + 5 + i * 8.5, 120, 6), words.say("calibrate." + i), 10, false);
        }
        double y = top + 61;
        page.line(left, y, left + 100, y)
                .line(left, y - 2.5, left, y + 2.5)
                .line(left + 100, y - 2.5, left + 100, y + 2.5);
        return page.done();
    }

    /** Horizontal ruler whose zero is the designed left edge of the labels. */
    private static void across(PageSketch page, PageBox first) {
        double y = first.centre().y();
        for (int mm = -RULER_MM; mm <= RULER_MM; mm++) {
            double x = first.left() + mm;
            if (x >= 0) {
                double half = mm == 0 ? 6 : mm % 5 == 0 ? 3.5 : 2;
                page.line(x, y - half, x, y + half);
                if (mm % 5 == 0) {
                    page.text(new PageBox(x - 3, y + 6.4, 6, 3), signed(mm), 7, mm == 0, Align.CENTRE);
                }
            }
        }
    }

    /** Vertical ruler whose zero is the designed top edge of the labels. */
    private static void down(PageSketch page, PageBox first) {
        double x = first.centre().x() + 8;
        for (int mm = -RULER_MM; mm <= RULER_MM; mm++) {
            double y = first.top() + mm;
            if (y >= 0) {
                double half = mm == 0 ? 6 : mm % 5 == 0 ? 3.5 : 2;
                page.line(x - half, y, x + half, y);
                if (mm % 5 == 0) {
                    page.text(new PageBox(x + 6.6, y - 1.5, 6, 3), signed(mm), 7, mm == 0);
                }
            }
        }
    }

    private static String signed(int mm) {
        return mm > 0 ? "+" + mm : mm < 0 ? "−" + -mm : "0";
    }
}
