package org.paperbridge.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Coverage curves as an SVG picture: share accepted across, share wrong among them upwards, by square root. */
final class CurveChart {

    private static final int LEFT = 70;
    private static final int TOP = 30;
    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;
    private static final List<Double> LEVELS = List.of(0.0, 0.001, 0.005, 0.01, 0.02, 0.05);
    private static final double HIGHEST = 0.06;
    /** Told apart in grey print and by eyes that confuse red and green (Okabe and Ito). */
    private static final List<String> COLOURS = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00");

    private static final List<String> DASHES = List.of("", "8 4", "2 3", "10 3 2 3", "5 5");

    private CurveChart() {}

    static String svg(Map<String, CoverageCurve> curves) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 860 400\" font-family=\"sans-serif\""
                        + " font-size=\"13\" role=\"img\" aria-label=\"Share wrong among accepted readings, by share accepted\">");
        lines.add("<rect width=\"860\" height=\"400\" fill=\"#fff\"/>");
        for (double level : LEVELS) {
            lines.add(line("<path d=\"M%d %.1fh%d\" stroke=\"#ddd\"/>", LEFT, y(level), WIDTH));
            lines.add(line(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s %%</text>",
                    LEFT - 8, y(level) + 4, number(level * 100)));
        }
        for (int share = 0; share <= 100; share += 20) {
            lines.add(line(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d %%</text>",
                    x(share / 100.0), TOP + HEIGHT + 20, share));
        }
        lines.add(line("<path d=\"M%d %dv%dh%d\" fill=\"none\" stroke=\"#333\"/>", LEFT, TOP, HEIGHT, WIDTH));
        lines.add(line(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">accepted without a person, surest first</text>",
                LEFT + WIDTH / 2, TOP + HEIGHT + 44));
        lines.add(line("<text x=\"%d\" y=\"%d\">wrong among them</text>", LEFT - 60, TOP - 12));
        int i = 0;
        for (Map.Entry<String, CoverageCurve> curve : curves.entrySet()) {
            draw(lines, curve.getKey(), curve.getValue(), i++);
        }
        lines.add("</svg>");
        return String.join("\n", lines) + "\n";
    }

    private static void draw(List<String> lines, String name, CoverageCurve curve, int index) {
        String style = line(
                "fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" stroke-dasharray=\"%s\"",
                COLOURS.get(index % COLOURS.size()), DASHES.get(index % DASHES.size()));
        StringBuilder path = new StringBuilder();
        for (CoverageCurve.Point point : curve.points()) {
            path.append(line(
                    "%s%.1f %.1f",
                    path.isEmpty() ? "M" : "L", x(point.share()), y(Math.min(point.wrongShare(), HIGHEST))));
        }
        int row = TOP + 20 + 40 * index;
        int left = LEFT + WIDTH + 20;
        lines.add("<path d=\"" + path + "\" " + style + "/>");
        lines.add(line("<path d=\"M%d %dh34\" %s/>", left, row, style));
        lines.add(line("<text x=\"%d\" y=\"%d\">%s</text>", left + 42, row + 4, name));
        lines.add(line("<text x=\"%d\" y=\"%d\" fill=\"#555\">%d written</text>", left + 42, row + 20, curve.size()));
    }

    private static double x(double share) {
        return LEFT + WIDTH * share;
    }

    private static double y(double wrong) {
        return TOP + HEIGHT * (1 - Math.sqrt(wrong / HIGHEST));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
