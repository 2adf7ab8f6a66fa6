package org.paperbridge.kit.sheets;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.kit.page.TextMeasure;

/**
 * One column of one or more pages, filled from the top. What does not fit goes on in the same column of the next page,
 * under its heading again: nothing is left out. Lengths in mm.
 */
final class BodySketch {

    static final double TEXT_PT = 10.5;
    static final double LINE_MM = 4.9;
    private static final double HEAD_MM = 5.8;
    private static final double GAP_MM = 2.2;
    private static final double PAD_MM = 1.5;

    private final PageBox column;
    private final TextMeasure measure;
    private final String continued;
    private final List<List<Drawing>> pages = new ArrayList<>();
    private double y;
    private String heading = "";

    /** @param continued said after a heading that stands on the page before too */
    BodySketch(PageBox column, TextMeasure measure, String continued) {
        this.column = column;
        this.measure = measure;
        this.continued = continued;
        newPage();
    }

    /** Drawings of each page; a page may be empty. */
    List<List<Drawing>> pages() {
        return pages;
    }

    void heading(String text) {
        double needed = HEAD_MM + LINE_MM;
        if (y > column.top() && y + GAP_MM + needed > column.bottom()) {
            newPage();
        } else if (y > column.top()) {
            y += GAP_MM;
        }
        heading = text;
        drawHeading(text);
    }

    /** Wrapped, a hanging indent under a leading mark. */
    void line(String text, boolean bold) {
        paragraph("", text, bold, Integer.MAX_VALUE);
    }

    void item(String text, boolean bold) {
        paragraph("• ", text, bold, Integer.MAX_VALUE);
    }

    /** @param most lines; what is more is said by an ellipsis */
    void lines(String text, boolean bold, int most) {
        paragraph("", text, bold, most);
    }

    /** Lines to write on. */
    void free(int count) {
        for (int i = 0; i < count; i++) {
            room(8);
            y += 8;
            rule(y - 0.8);
        }
    }

    void space(double mm) {
        y += mm;
    }

    /** Cells of one line side by side, the first as wide as {@code shares} say. */
    void row(double height, double[] shares, List<Cell> cells) {
        room(height);
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double x = column.left();
        for (int i = 0; i < cells.size(); i++) {
            double width = shares[i] / sum * column.width();
            Cell cell = cells.get(i);
            if (cell.small().isEmpty()) {
                text(new PageBox(x + PAD_MM, y, width - 2 * PAD_MM, height), cell.text(), cell.pt(), cell.bold());
            } else {
                double upper = height * 0.6;
                text(new PageBox(x + PAD_MM, y + 0.2, width - 2 * PAD_MM, upper), cell.text(), cell.pt(), cell.bold());
                text(
                        new PageBox(x + PAD_MM, y + upper - 0.3, width - 2 * PAD_MM, height - upper),
                        cell.small(),
                        7,
                        false);
            }
            x += width;
        }
        y += height;
        hairline(y);
    }

    /** @param small below it, in small letters; may be empty */
    record Cell(String text, String small, double pt, boolean bold) {}

    private void paragraph(String mark, String text, boolean bold, int most) {
        double indent = mark.isEmpty() ? 0 : 3.2;
        List<String> all = new ArrayList<>();
        for (String part : text.split("\n", -1)) {
            all.addAll(measure.lines(part, TEXT_PT, bold, column.width() - 2 * PAD_MM - indent));
        }
        List<String> shown = all;
        if (all.size() > most) {
            shown = new ArrayList<>(all.subList(0, most));
            shown.set(most - 1, shown.get(most - 1) + " …");
        }
        for (int i = 0; i < shown.size(); i++) {
            room(LINE_MM);
            if (i == 0 && !mark.isEmpty()) {
                text(new PageBox(column.left() + PAD_MM, y, indent, LINE_MM), mark.strip(), TEXT_PT, true);
            }
            text(
                    new PageBox(column.left() + PAD_MM + indent, y, column.width() - 2 * PAD_MM - indent, LINE_MM),
                    shown.get(i),
                    TEXT_PT,
                    bold);
            y += LINE_MM;
        }
    }

    private void room(double height) {
        if (y + height > column.bottom() + 0.01) {
            newPage();
            if (!heading.isEmpty()) {
                drawHeading(heading + " " + continued);
            }
        }
    }

    private void newPage() {
        pages.add(new ArrayList<>());
        y = column.top();
    }

    private void drawHeading(String text) {
        page().add(new Drawing.Fill(new PageBox(column.left(), y, column.width(), HEAD_MM - 0.6), 0.88));
        text(new PageBox(column.left() + PAD_MM, y, column.width() - 2 * PAD_MM, HEAD_MM - 0.6), text, 9.5, true);
        y += HEAD_MM;
    }

    private void text(PageBox box, String text, double pt, boolean bold) {
        if (!text.isBlank()) {
            page().add(new Drawing.Text(box, "=" + text, pt, bold, Align.LEFT, 0));
        }
    }

    private void rule(double at) {
        page().add(new Drawing.Rule(
                new PagePoint(column.left() + PAD_MM, at), new PagePoint(column.right() - PAD_MM, at), 0.5, 0.2));
    }

    private void hairline(double at) {
        page().add(new Drawing.Rule(new PagePoint(column.left(), at), new PagePoint(column.right(), at), 0.6, 0.12));
    }

    private List<Drawing> page() {
        return pages.getLast();
    }
}
