package org.paperbridge.kit.pdfbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.page.PrintedSymbol;

/** Draws the elements of a layout into a PDF content stream. */
final class PagePainter {

    /** Height of capitals over font size: Atkinson Hyperlegible. */
    private static final double CAP_HEIGHT = 0.668;

    private static final double LEADING = 1.22;
    private static final double MM_PER_PT = 25.4 / 72;
    /** Smaller is not read by lamp light. */
    private static final double LEAST_PT = 6;

    private final PDPageContentStream out;
    private final PrintFonts fonts;
    private final Points points;

    PagePainter(PDPageContentStream out, PrintFonts fonts, Points points) {
        this.out = out;
        this.fonts = fonts;
        this.points = points;
    }

    /** Everything that is the same on every copy of a page in one language. */
    void paintStatic(LayoutPage page, Map<String, String> words) throws IOException {
        paint(page.drawings(), words);
        for (Fiducial fiducial : page.fiducials()) {
            fill(fiducial.box(), 0);
            if (fiducial.kind() == Fiducial.Kind.ARUCO) {
                aruco(fiducial);
            }
        }
    }

    /** @param words of the texts' keys */
    void paint(List<Drawing> drawings, Map<String, String> words) throws IOException {
        for (Drawing drawing : drawings) {
            switch (drawing) {
                case Drawing.Fill fill -> fill(fill.box(), fill.grey());
                case Drawing.Frame frame -> frame(frame);
                case Drawing.Rule rule -> rule(rule);
                case Drawing.Text text -> text(text, words);
            }
        }
    }

    void text(PageBox box, String text, double sizePt, boolean bold, Drawing.Align align, double grey)
            throws IOException {
        List<PrintFonts.Run> runs = fonts.runs(text, bold);
        if (runs.isEmpty()) {
            return;
        }
        double unit = fonts.unitWidth(runs);
        double room = points.length(box.width());
        double size = Math.min(sizePt, room / unit);
        double left = switch (align) {
            case LEFT -> 0;
            case CENTRE -> (room - unit * size) / 2;
            case RIGHT -> room - unit * size;
        };
        double baseline = points.bottom(box) + (points.length(box.height()) - CAP_HEIGHT * size) / 2;
        out.setNonStrokingColor((float) grey);
        out.beginText();
        out.newLineAtOffset((float) (points.x(box.left()) + left), (float) baseline);
        for (PrintFonts.Run run : runs) {
            out.setFont(run.font(), (float) size);
            out.showText(run.text());
        }
        out.endText();
    }

    /** One path for all dark modules: runs of a row are one rectangle. */
    void symbol(PrintedSymbol symbol, PageBox box) throws IOException {
        double across = box.width() / symbol.columns();
        double down = box.height() / symbol.rows();
        out.setNonStrokingColor(0f);
        for (int row = 0; row < symbol.rows(); row++) {
            for (int column = 0; column < symbol.columns(); column++) {
                int start = column;
                while (column < symbol.columns() && symbol.isDark(column, row)) {
                    column++;
                }
                if (column > start) {
                    out.addRect(
                            points.x(box.left() + start * across),
                            points.y(box.top() + (row + 1) * down),
                            points.length((column - start) * across),
                            points.length(down));
                }
            }
        }
        out.fill();
    }

    private void text(Drawing.Text text, Map<String, String> words) throws IOException {
        String shown =
                text.key().startsWith("=") ? text.key().substring(1) : words.getOrDefault(text.key(), text.key());
        if (text.lines() == 1) {
            text(text.box(), shown, text.sizePt(), text.bold(), text.align(), text.grey());
        } else {
            paragraph(text, shown);
        }
    }

    /** Lines around the middle of the box; smaller when the words need more lines than they have. */
    private void paragraph(Drawing.Text text, String shown) throws IOException {
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

    private List<String> lines(String shown, Drawing.Text text, double size) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String word : shown.split(" ")) {
            String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
            boolean fits = fonts.unitWidth(fonts.runs(longer, text.bold())) * size
                    <= points.length(text.box().width());
            if (lines.isEmpty() || !fits) {
                lines.add(word);
            } else {
                lines.set(lines.size() - 1, longer);
            }
        }
        return lines;
    }

    private void fill(PageBox box, double grey) throws IOException {
        out.setNonStrokingColor((float) grey);
        out.addRect(points.x(box.left()), points.bottom(box), points.length(box.width()), points.length(box.height()));
        out.fill();
    }

    private void frame(Drawing.Frame frame) throws IOException {
        PageBox box = frame.box();
        out.setStrokingColor((float) frame.grey());
        out.setLineWidth(points.length(frame.strokeMm()));
        out.addRect(points.x(box.left()), points.bottom(box), points.length(box.width()), points.length(box.height()));
        out.stroke();
    }

    private void rule(Drawing.Rule rule) throws IOException {
        out.setStrokingColor((float) rule.grey());
        out.setLineWidth(points.length(rule.strokeMm()));
        out.moveTo(points.x(rule.from().x()), points.y(rule.from().y()));
        out.lineTo(points.x(rule.to().x()), points.y(rule.to().y()));
        out.stroke();
    }

    private void aruco(Fiducial fiducial) throws IOException {
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
