package org.paperbridge.kit.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;

/**
 * A table onto as many A4 pages as it needs. Every page says what it is, of which unit, how old, and which page of how
 * many: a loose second page must still be safe. Lengths in mm.
 */
public final class TableSheets {

    private static final double LEFT = 12;
    private static final double WIDTH = 186;
    private static final double TOP = 40;
    private static final double BOTTOM = 283;
    private static final double TEXT_PT = 10;
    private static final double LINE_MM = 4.6;
    private static final double PAD_MM = 1.1;
    private static final double HEADING_PT = 8.5;
    private static final double HEADING_MM = 3.6;
    private static final double GUTTER_MM = 2;
    /** A cell shrinks to this before it is broken inside a word. */
    private static final double LEAST_PT = 7;

    private static final int LONG_WORD = 30;

    /** Spaces where no line ends: between the pairs of a telephone number, and between a number and its unit. */
    private static final Pattern NO_BREAK = Pattern.compile(
            "(?<=\\b\\d\\d) (?=\\d\\d\\b)|(?<=\\d) (?=(?:h|min|[mµn]?g|kg|m?L|UI|U|%|[mµ]mol|G)(?:[\\s/.,;)]|$))");

    private static final String TOGETHER = "\u00a0";

    private final TextMeasure measure;

    public TableSheets(TextMeasure measure) {
        this.measure = measure;
    }

    /**
     * What stands at the head of every page.
     *
     * @param title of the list
     * @param unit name of the unit
     * @param freshness printed-at and data-as-of
     * @param warning printed white on black when it is not empty
     * @param page word for "page"
     */
    public record Head(String title, String unit, String freshness, String warning, String page) {}

    private record Placed(Table.Row row, List<List<String>> lines, double height) {}

    public List<DrawnPage> draw(Head head, Table table) {
        List<Double> widths = widths(table);
        List<Placed> rows = table.rows().stream()
                .map(row -> place(row, table.columns(), widths))
                .toList();
        List<List<Placed>> pages = new ArrayList<>();
        List<Placed> page = new ArrayList<>();
        double room = BOTTOM - TOP - headings(table, widths) - 1;
        double used = 0;
        for (int i = 0; i < rows.size(); i++) {
            Placed row = rows.get(i);
            // A heading among the rows never stands alone at the foot of a page.
            double needed = row.row().strong() && i + 1 < rows.size()
                    ? row.height() + rows.get(i + 1).height()
                    : row.height();
            if (used + needed > room && !page.isEmpty()) {
                pages.add(page);
                page = new ArrayList<>();
                used = 0;
            }
            page.add(row);
            used += row.height();
        }
        pages.add(page);
        List<DrawnPage> drawn = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            drawn.add(sheet(head, table, widths, pages.get(i), i + 1, pages.size()));
        }
        return drawn;
    }

    private DrawnPage sheet(Head head, Table table, List<Double> widths, List<Placed> rows, int page, int pages) {
        List<Table.Column> columns = table.columns();
        PageSketch sketch = PageSketch.portrait();
        head(sketch, head, page, pages);
        double y = TOP + headings(table, widths);
        sketch.fill(new PageBox(LEFT, TOP, WIDTH, y - TOP), 0.85);
        double x = LEFT;
        for (int i = 0; i < columns.size(); i++) {
            List<String> lines = heading(columns.get(i), widths.get(i));
            double top = y - PAD_MM - lines.size() * HEADING_MM;
            for (String line : lines) {
                sketch.text(new PageBox(x + 1, top, widths.get(i) - GUTTER_MM, HEADING_MM), line, HEADING_PT, true);
                top += HEADING_MM;
            }
            x += widths.get(i);
        }
        for (Placed row : rows) {
            row(sketch, row, columns, widths, y);
            if (table.ruled() && !row.row().strong()) {
                rule(sketch, widths, y, y + row.height());
            }
            y += row.height();
            sketch.hairline(LEFT, y, LEFT + WIDTH, y);
        }
        return sketch.done();
    }

    /** Height of the row of headings. */
    private double headings(Table table, List<Double> widths) {
        int most = 1;
        for (int i = 0; i < widths.size(); i++) {
            most = Math.max(most, heading(table.columns().get(i), widths.get(i)).size());
        }
        return most * HEADING_MM + 2 * PAD_MM;
    }

    private List<String> heading(Table.Column column, double width) {
        return measure.lines(column.heading(), HEADING_PT, true, width - GUTTER_MM);
    }

    private static void rule(PageSketch sketch, List<Double> widths, double top, double bottom) {
        double x = LEFT;
        sketch.hairline(x, top, x, bottom);
        for (double width : widths) {
            x += width;
            sketch.hairline(x, top, x, bottom);
        }
    }

    private static void row(
            PageSketch sketch, Placed placed, List<Table.Column> columns, List<Double> widths, double top) {
        boolean strong = placed.row().strong();
        if (strong) {
            sketch.fill(new PageBox(LEFT, top, WIDTH, placed.height()), 0.93);
        }
        double x = LEFT;
        for (int i = 0; i < columns.size(); i++) {
            double y = top + PAD_MM;
            double width = strong ? LEFT + WIDTH - x : widths.get(i);
            for (String line : placed.lines().get(i)) {
                sketch.text(
                        new PageBox(x + 1, y, width - GUTTER_MM, LINE_MM),
                        line,
                        TEXT_PT,
                        strong || columns.get(i).bold());
                y += LINE_MM;
            }
            x += widths.get(i);
        }
    }

    private static void head(PageSketch sketch, Head head, int page, int pages) {
        sketch.text(new PageBox(LEFT, 13, 120, 8), head.title(), 16, true);
        sketch.text(new PageBox(LEFT + 122, 13, WIDTH - 122, 8), head.unit(), 13, true, Align.RIGHT);
        sketch.text(new PageBox(LEFT, 22, 150, 5), head.freshness(), 9.5, false);
        sketch.text(
                new PageBox(LEFT + 152, 22, WIDTH - 152, 5),
                head.page() + " " + page + " / " + pages,
                9.5,
                true,
                Align.RIGHT);
        if (head.warning().isEmpty()) {
            sketch.line(LEFT, 29, LEFT + WIDTH, 29);
        } else {
            sketch.fill(new PageBox(LEFT, 28.5, WIDTH, 7.5), 0);
            sketch.inverse(new PageBox(LEFT + 2, 28.5, WIDTH - 4, 7.5), head.warning(), 11, Align.CENTRE);
        }
    }

    private Placed place(Table.Row row, List<Table.Column> columns, List<Double> widths) {
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (int i = 0; i < columns.size(); i++) {
            List<String> cell = row.strong() && i == 0
                    ? List.of(row.cells().get(i))
                    : cell(row.cells().get(i), columns.get(i).bold() || row.strong(), widths.get(i) - GUTTER_MM);
            lines.add(cell);
            most = Math.max(most, cell.size());
        }
        return new Placed(row, lines, Math.max(row.leastMm(), most * LINE_MM + 2 * PAD_MM));
    }

    private List<String> cell(String text, boolean bold, double width) {
        List<String> all = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            String whole = NO_BREAK.matcher(paragraph).replaceAll(TOGETHER);
            for (String line : measure.lines(whole, TEXT_PT, bold, width)) {
                all.addAll(broken(line.replace(TOGETHER, " "), bold, width));
            }
        }
        return all;
    }

    /** A word wider than its column is broken where it must be, never cut off. */
    private List<String> broken(String line, boolean bold, double width) {
        List<String> parts = new ArrayList<>();
        String rest = line;
        // A hash is one long word: it is broken at its full size, so that all its lines look alike.
        double pt = line.indexOf(' ') < 0 && line.length() > LONG_WORD ? TEXT_PT : LEAST_PT;
        while (measure.widthMm(rest, pt, bold) > width && rest.codePointCount(0, rest.length()) > 1) {
            int end = rest.length();
            while (end > 1 && measure.widthMm(rest.substring(0, end), pt, bold) > width) {
                end = rest.offsetByCodePoints(end, -1);
            }
            parts.add(rest.substring(0, Math.max(1, end)));
            rest = rest.substring(Math.max(1, end));
        }
        parts.add(rest);
        return parts;
    }

    private static List<Double> widths(Table table) {
        double sum = table.columns().stream().mapToDouble(Table.Column::share).sum();
        return table.columns().stream()
                .map(column -> column.share() / sum * WIDTH)
                .toList();
    }
}
