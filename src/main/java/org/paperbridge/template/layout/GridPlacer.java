package org.paperbridge.template.layout;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.template.author.FieldSource;
import org.paperbridge.template.author.GridSource;

/** Places parameters as rows and moments as columns, as on a track-and-trigger chart. */
final class GridPlacer {

    private static final double HEAD_HEIGHT = 5.4;
    private static final double ROW_PADDING = 0.7;

    private final Sheet sheet;
    private final FieldPlacer fields;
    private double labelWidth;

    GridPlacer(Sheet sheet, FieldPlacer fields) {
        this.sheet = sheet;
        this.fields = fields;
    }

    /** @return where the grid ends, mm from the top edge */
    double place(GridSource grid, double top) {
        labelWidth = grid.labelWidth();
        double columnWidth = (sheet.frame().rightMm() - sheet.frame().leftMm() - labelWidth) / grid.columns();
        double y = heads(grid, columnWidth, top);
        boolean tinted = true;
        List<Double> borders = new ArrayList<>();
        for (int i = 0; i < grid.rows().size(); i++) {
            FieldSource row = grid.rows().get(i);
            double height = FieldPlacer.bodyHeight(row) + 2 * ROW_PADDING;
            boolean sameGroup =
                    i > 0 && row.caption().equals(grid.rows().get(i - 1).caption());
            if (i > 0 && !sameGroup) {
                tinted = !tinted;
                borders.add(y);
            }
            sheet.tint(
                    Sheet.box(
                            sheet.frame().leftMm(),
                            y,
                            sheet.frame().rightMm() - sheet.frame().leftMm(),
                            height),
                    tinted ? 0.9 : 0.96);
            label(row, y, height, sameGroup);
            for (int column = 0; column < grid.columns(); column++) {
                FieldSource cell = row.numbered(grid.firstColumn() + column);
                double left = sheet.frame().leftMm() + labelWidth + column * columnWidth;
                double width = width(cell, columnWidth);
                fields.place(
                        cell,
                        Sheet.box(
                                left + (columnWidth - width) / 2, y + ROW_PADDING, width, FieldPlacer.bodyHeight(row)));
            }
            y += height;
        }
        borders.add(top);
        borders.add(y);
        borders.forEach(
                b -> sheet.rule(sheet.frame().leftMm(), b, sheet.frame().rightMm(), b, 0.2, Style.TICK_STROKE_MM));
        for (int column = 0; column < grid.columns(); column++) {
            double x = sheet.frame().leftMm() + labelWidth + column * columnWidth;
            sheet.rule(x, top, x, y, 0.55, Style.HAIRLINE_MM);
        }
        return y;
    }

    private double heads(GridSource grid, double columnWidth, double top) {
        if (grid.heads().isEmpty()) {
            return top;
        }
        double left = sheet.frame().leftMm() + labelWidth;
        double span = columnWidth * grid.columns() / grid.heads().size();
        for (int i = 0; i < grid.heads().size(); i++) {
            sheet.text(
                    Sheet.box(left + i * span + 0.4, top, span - 0.8, HEAD_HEIGHT),
                    grid.heads().get(i),
                    Style.OPTION_PT,
                    true,
                    Align.CENTRE);
        }
        return top + HEAD_HEIGHT;
    }

    private double width(FieldSource cell, double columnWidth) {
        return switch (cell.kind()) {
            case "comb" -> FieldPlacer.combWidth(cell);
            case "tick" -> cell.vertical() ? Style.TICK : fields.ticksWidth(cell);
            default -> columnWidth - 3;
        };
    }

    private void label(FieldSource row, double top, double height, boolean sameGroup) {
        double left = sheet.frame().leftMm() + 1;
        if (row.vertical()) {
            double y = top + ROW_PADDING;
            boolean first = true;
            for (String value : row.options()) {
                if (first && !sameGroup) {
                    sheet.text(Sheet.box(left, y, 21, Style.BAND_PITCH), row.caption(), 8.5, true, Align.LEFT);
                }
                sheet.text(
                        Sheet.box(left + 18, y, labelWidth - 20.5, Style.BAND_PITCH),
                        row.caption() + "." + value,
                        Style.OPTION_PT,
                        false,
                        Align.RIGHT);
                y += Style.BAND_PITCH;
                first = false;
            }
            row.unit()
                    .ifPresent(unit -> sheet.text(
                            Sheet.box(left, top + ROW_PADDING + Style.BAND_PITCH, 18, Style.BAND_PITCH),
                            "=" + unit,
                            Style.CAPTION_PT,
                            false,
                            Align.LEFT));
            return;
        }
        PageBox box = Sheet.box(left, top, labelWidth - 3, height);
        if (sameGroup) {
            sheet.text(box, row.caption() + ".digits", Style.OPTION_PT, false, Align.RIGHT);
        } else {
            double room =
                    labelWidth - 3 - row.unit().map(u -> 2.0 + u.length() * 1.3).orElse(0.0);
            sheet.paragraph(Sheet.box(left, top, room, height), row.caption(), 8.5, true, 2);
            row.unit().ifPresent(unit -> sheet.text(box, "=" + unit, Style.CAPTION_PT, false, Align.RIGHT));
        }
    }
}
