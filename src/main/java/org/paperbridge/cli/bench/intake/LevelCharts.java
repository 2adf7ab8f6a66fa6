package org.paperbridge.cli.bench.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Small charts side by side, one a series: lines over its levels. */
final class LevelCharts {

    private static final int COLUMNS = 3;
    private static final int WIDTH = 300;
    private static final int HEIGHT = 150;
    private static final int LEFT = 44;
    private static final int PLOT_WIDTH = 236;
    private static final int TOP = 28;
    private static final int PLOT_HEIGHT = 88;
    private static final int LEGEND = 34;

    /**
     * A line of every chart.
     *
     * @param dash as SVG's stroke-dasharray; empty for a solid line
     */
    record Line(String name, String colour, String dash, ToDoubleFunction<IntakeTally> value) {}

    /**
     * What is drawn.
     *
     * @param highest end of the upward axis
     * @param marks values with a grid line
     * @param format of a mark
     */
    record Style(String title, List<Line> lines, double highest, List<Double> marks, String format) {}

    private LevelCharts() {}

    static Style shares() {
        return new Style(
                "Share of pages identified and registered, by level of damage",
                List.of(
                        new Line("identified", "#0072b2", "", IntakeTally::identifiedShare),
                        new Line("registered", "#d55e00", "6 4", IntakeTally::registeredShare)),
                1,
                List.of(0.0, 0.5, 1.0),
                "%.0f %%");
    }

    static Style residuals() {
        return new Style(
                "Error at the worst field of a page, mm, by level of damage",
                List.of(
                        new Line("median page", "#0072b2", "", t -> t.worstFieldMm(0.5)),
                        new Line("95 % of pages", "#009e73", "6 4", t -> t.worstFieldMm(0.95)),
                        new Line("worst page", "#d55e00", "2 3", t -> t.worstFieldMm(1))),
                0.4,
                List.of(0.0, 0.15, 0.4),
                "%.2f");
    }

    /** @param series name to its levels, in order, each with what became of its pages */
    static String svg(Style style, Map<String, Map<String, IntakeTally>> series) {
        int rows = (series.size() + COLUMNS - 1) / COLUMNS;
        int width = COLUMNS * WIDTH + 10;
        int height = rows * HEIGHT + LEGEND + 10;
        List<String> out = new ArrayList<>();
        out.add(line(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"11\" role=\"img\" aria-label=\"%s\">",
                width, height, style.title()));
        out.add(line("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", width, height));
        int x = LEFT;
        for (Line each : style.lines()) {
            out.add(line("<path d=\"M%d 20h30\" %s/>", x, stroke(each)));
            out.add(line("<text x=\"%d\" y=\"24\" font-size=\"13\">%s</text>", x + 36, each.name()));
            x += 160;
        }
        int number = 0;
        for (Map.Entry<String, Map<String, IntakeTally>> one : series.entrySet()) {
            out.add(line(
                    "<g transform=\"translate(%d,%d)\">",
                    number % COLUMNS * WIDTH, LEGEND + number / COLUMNS * HEIGHT));
            chart(out, style, one.getKey(), one.getValue());
            out.add("</g>");
            number++;
        }
        out.add("</svg>");
        return String.join("\n", out) + "\n";
    }

    private static void chart(List<String> out, Style style, String title, Map<String, IntakeTally> levels) {
        out.add(line("<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>", LEFT, TOP - 12, title));
        double scale = style.format().contains("%%") ? 100 : 1;
        for (double mark : style.marks()) {
            double y = y(style, mark);
            out.add(line("<path d=\"M%d %.1fh%d\" stroke=\"#ddd\"/>", LEFT, y, PLOT_WIDTH));
            out.add(line(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#555\">" + style.format() + "</text>",
                    LEFT - 5,
                    y + 4,
                    mark * scale));
        }
        int i = 0;
        for (String level : levels.keySet()) {
            out.add(line(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s</text>",
                    x(i++, levels.size()), TOP + PLOT_HEIGHT + 15, level));
        }
        for (Line each : style.lines()) {
            StringBuilder path = new StringBuilder();
            int at = 0;
            for (IntakeTally tally : levels.values()) {
                double value = Math.min(style.highest(), each.value().applyAsDouble(tally));
                path.append(line("%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(at++, levels.size()), y(style, value)));
            }
            out.add("<path d=\"" + path + "\" " + stroke(each) + "/>");
        }
    }

    private static String stroke(Line each) {
        return line(
                "fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" stroke-dasharray=\"%s\"", each.colour(), each.dash());
    }

    private static double x(int index, int levels) {
        double step = (double) PLOT_WIDTH / levels;
        return LEFT + step * (index + 0.5);
    }

    private static double y(Style style, double value) {
        return TOP + PLOT_HEIGHT * (1 - value / style.highest());
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
