package org.paperbridge.kit.labels;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.page.Barcodes;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.PageSketch;
import org.paperbridge.kit.page.PrintedSymbol;
import org.paperbridge.kit.page.TextMeasure;

/** Cards onto as many sheets as they need: title and number above, printed words, then lines to write on. mm. */
public final class CardSheets {

    private static final double MODULE_MM = 0.3;
    private static final double LEAST_PT = 6;
    private static final double BARS_MM = 6.5;

    private final Barcodes barcodes;
    private final TextMeasure measure;

    public CardSheets(Barcodes barcodes, TextMeasure measure) {
        this.barcodes = barcodes;
        this.measure = measure;
    }

    /** @param offset of this printer, from the calibration page */
    public List<DrawnPage> draw(LabelFormat format, PrinterOffset offset, List<Card> cards) {
        List<DrawnPage> pages = new ArrayList<>();
        PageSketch page = PageSketch.portrait();
        int place = 0;
        for (Card card : cards) {
            if (place == format.perSheet()) {
                pages.add(page.done());
                page = PageSketch.portrait();
                place = 0;
            }
            PageBox box = offset.moved(format.place(place++));
            if (format.cut()) {
                page.outline(box);
            }
            draw(page, box, card);
        }
        pages.add(page.done());
        return pages;
    }

    private void draw(PageSketch page, PageBox card, Card words) {
        boolean small = card.height() < 45;
        double pad = small ? 2.5 : 4;
        double left = card.left() + pad;
        double width = card.width() - 2 * pad;
        double y = card.top() + (small ? 1.6 : 3);
        double titlePt = small ? 7.5 : 11;
        double line = titlePt * 0.42;
        page.text(new PageBox(left, y, width - 10, line), words.title(), titlePt, true);
        page.text(new PageBox(left + width - 10, y, 10, line), words.part(), titlePt, true, Align.RIGHT);
        y += line + (small ? 0.4 : 1.5);
        if (!words.number().isEmpty()) {
            y = number(page, new PageBox(left, y, width, card.bottom() - y), words.number(), small);
        }
        for (int i = 0; i < words.lines().size(); i++) {
            y = printed(page, left, y, width, words.lines().get(i), i == 0 ? 14 : 9.5, i == 0);
        }
        y = ticks(page, left, y, width, words.tick());
        write(page, new PageBox(left, y, width, card.bottom() - (small ? 1.2 : 2.5) - y), words.write(), small);
    }

    private double number(PageSketch page, PageBox room, String number, boolean small) {
        PrintedSymbol bars = barcodes.code128(number);
        double module = Math.min(MODULE_MM, room.width() * 0.6 / bars.columns());
        double height = small ? 5 : BARS_MM;
        double wide = bars.columns() * module;
        page.symbol(new PageBox(room.left() + 1, room.top(), wide, height), bars, number);
        page.text(
                new PageBox(room.left() + wide + 5, room.top(), room.width() - wide - 5, height),
                number,
                small ? 10 : 13,
                true);
        return room.top() + height + (small ? 0.6 : 2);
    }

    private double printed(
            PageSketch page, double left, double top, double width, String text, double pt, boolean bold) {
        double y = top;
        for (String part : measure.lines(text, pt, bold, width)) {
            page.text(new PageBox(left, y, width, pt * 0.43), part, pt, bold);
            y += pt * 0.43;
        }
        return y + 0.4;
    }

    private static double ticks(PageSketch page, double left, double top, double width, List<String> words) {
        if (words.isEmpty()) {
            return top;
        }
        double step = width / words.size();
        for (int i = 0; i < words.size(); i++) {
            page.frame(new PageBox(left + i * step, top + 1, 5, 5));
            page.text(new PageBox(left + i * step + 6.2, top + 1, step - 6.6, 5), words.get(i), 9.5, true);
        }
        return top + 8.5;
    }

    /** As high as the room allows, at most as high as a line of a form. */
    private void write(PageSketch page, PageBox room, List<String> captions, boolean small) {
        if (captions.isEmpty()) {
            return;
        }
        double step = Math.min(small ? 6 : 9.5, room.height() / captions.size());
        double pt = Math.max(LEAST_PT, small ? 6.5 : 8.5);
        for (int i = 0; i < captions.size(); i++) {
            double bottom = room.top() + (i + 1) * step - 0.6;
            double wide = measure.widthMm(captions.get(i), pt, false);
            page.text(new PageBox(room.left(), bottom - 3.2, wide + 0.2, 3.2), captions.get(i), pt, false);
            page.line(room.left() + wide + 1.2, bottom, room.right(), bottom);
        }
    }
}
