package org.paperbridge.kit.pdfbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.page.PrintedSymbol;

/** Draws the elements of a layout. */
final class PagePainter {

    /** Height of capitals over font size: Atkinson Hyperlegible. */
    private static final double CAP_HEIGHT = 0.668;

    private static final double LEADING = 1.22;
    private static final double MM_PER_PT = 25.4 / 72;
    /** Smaller is not read by lamp light. */
    private static final double LEAST_PT = 6;

    private final Ink out;
    private final Points points;
    private final Set<String> fonts;

    /** @param fonts the names of those that were used are added */
    PagePainter(Ink out, Points points, Set<String> fonts) {
        this.out = out;
        this.points = points;
        this.fonts = fonts;
    }

    /** Everything that is the same on every copy of a page in one language. */
    void paintStatic(LayoutPage page, Map<String, String> words) {
        paint(page.drawings(), words);
        for (Fiducial fiducial : page.fiducials()) {
            fill(fiducial.box(), 0);
            if (fiducial.kind() == Fiducial.Kind.ARUCO) {
                aruco(fiducial);
            }
        }
    }

    /** @param words of the texts' keys */
    void paint(List<Drawing> drawings, Map<String, String> words) {
        for (Drawing drawing : drawings) {
            switch (drawing) {
                case Drawing.Fill fill -> fill(fill.box(), fill.grey());
                case Drawing.Frame frame -> frame(frame);
                case Drawing.Rule rule -> rule(rule);
                case Drawing.Text text -> text(text, words);
            }
        }
    }

    void text(PageBox box, String text, double sizePt, boolean bold, Drawing.Align align, double grey) {
        List<PrintFonts.Run> runs = PrintFonts.runs(text, bold);
        if (runs.isEmpty()) {
            return;
        }
        double unit = PrintFonts.unitWidth(runs);
        double room = points.length(box.width());
        double size = Math.min(sizePt, room / unit);
        double left = switch (align) {
            case LEFT -> 0;
            case CENTRE -> (room - unit * size) / 2;
            case RIGHT -> room - unit * size;
        };
        double baseline = points.bottom(box) + (points.length(box.height()) - CAP_HEIGHT * size) / 2;
        runs.forEach(run -> fonts.add(run.font().name()));
        out.grey(grey);
        out.text(points.x(box.left()) + left, baseline, size, runs);
    }

    /** One path for all dark modules: runs of a row are one rectangle. */
    void symbol(PrintedSymbol symbol, PageBox box) {
        out.grey(0);
        out.grid(
                points.x(box.left()),
                points.y(box.top()),
                points.length(box.width()) / symbol.columns(),
                points.length(box.height()) / symbol.rows());
        for (int row = 0; row < symbol.rows(); row++) {
            for (int column = 0; column < symbol.columns(); column++) {
                int start = column;
                while (column < symbol.columns() && symbol.isDark(column, row)) {
                    column++;
                }
                if (column > start) {
                    out.cells(start, row, column - start);
                }
            }
        }
        out.fill();
        out.back();
    }

    private void text(Drawing.Text text, Map<String, String> words) {
        String shown =
                text.key().startsWith("=") ? text.key().substring(1) : words.getOrDefault(text.key(), text.key());
        if (text.lines() == 1) {
            text(text.box(), shown, text.sizePt(), text.bold(), text.align(), text.grey());
        } else {
            paragraph(text, shown);
        }
    }

    /** Lines around the middle of the box; smaller when the words need more lines than they have. */
    private void paragraph(Drawing.Text text, String shown) {
        List<String> lines = lines(shown, text, text.sizePt());
        double size = text.sizePt();
        while (lines.size() > text.lines() && size > LEAST_PT) {
            size -= 0.25;
            lines = lines(shown, text, size);
        }
        double leading = size * LEADING * MM_PER_PT;
        double top = text.box().top() + (text.box().height() - leading * lines.size()) / 2;
        for (int i = 0; i < lines.size(); i++) {
            PageBox line =
                    new PageBox(text.box().left(), top + i * leading, text.box().width(), leading);
            text(line, lines.get(i), size, text.bold(), text.align(), text.grey());
        }
    }

    private List<String> lines(String shown, Drawing.Text text, double size) {
        List<String> lines = new ArrayList<>();
        for (String word : shown.split(" ")) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            boolean fits = PrintFonts.unitWidth(PrintFonts.runs(longer, text.bold())) * size
                    <= points.length(text.box().width());
            if (lines.isEmpty() || !fits) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        return lines;
    }

    private void fill(PageBox box, double grey) {
        out.grey(grey);
        out.rectangle(
                points.x(box.left()), points.bottom(box), points.length(box.width()), points.length(box.height()));
        out.fill();
    }

    private void frame(Drawing.Frame frame) {
        PageBox box = frame.box();
        out.strokeGrey(frame.grey());
        out.lineWidth(points.length(frame.strokeMm()));
        out.rectangle(
                points.x(box.left()), points.bottom(box), points.length(box.width()), points.length(box.height()));
        out.stroke();
    }

    private void rule(Drawing.Rule rule) {
        out.strokeGrey(rule.grey());
        out.lineWidth(points.length(rule.strokeMm()));
        out.line(
                points.x(rule.from().x()),
                points.y(rule.from().y()),
                points.x(rule.to().x()),
                points.y(rule.to().y()));
    }

    private void aruco(Fiducial fiducial) {
        int id = fiducial.id().charAt(1) - '0';
        double cell = fiducial.box().width() / ArucoMarks.CELLS;
        for (int row = 0; row < ArucoMarks.CELLS; row++) {
            for (int column = 0; column < ArucoMarks.CELLS; column++) {
                if (ArucoMarks.isWhite(id, column, row)) {
                    fill(
                            new PageBox(
                                    fiducial.box().left() + column * cell,
                                    fiducial.box().top() + row * cell,
                                    cell,
                                    cell),
                            1);
                }
            }
        }
    }
}
