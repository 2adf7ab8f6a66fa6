package org.paperbridge.template.layout;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.template.author.FieldSource;
import org.paperbridge.template.author.GridSource;

/** Places parameters as rows and moments as columns, as on a track-and-trigger chart. */
final class GridPlacer {

    private static final double LABEL_WIDTH = 36;
    private static final double ROW_PADDING = 0.7;

    private final Sheet sheet;
    private final FieldPlacer fields;

    GridPlacer(Sheet sheet, FieldPlacer fields) {
        this.sheet = sheet;
        this.fields = fields;
    }

    /** @return where the grid ends, mm from the top edge */
    double place(GridSource grid, double top) {
        double columnWidth = (PageFrame.RIGHT_MM - PageFrame.LEFT_MM - LABEL_WIDTH) / grid.columns();
        double y = top;
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
                    Sheet.box(PageFrame.LEFT_MM, y, PageFrame.RIGHT_MM - PageFrame.LEFT_MM, height),
                    tinted ? 0.9 : 0.96);
            label(row, y, height, sameGroup);
            for (int column = 0; column < grid.columns(); column++) {
                FieldSource cell = row.numbered(grid.firstColumn() + column);
                double left = PageFrame.LEFT_MM + LABEL_WIDTH + column * columnWidth;
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
        borders.forEach(b -> sheet.rule(PageFrame.LEFT_MM, b, PageFrame.RIGHT_MM, b, 0.2, Style.TICK_STROKE_MM));
        for (int column = 0; column < grid.columns(); column++) {
            double x = PageFrame.LEFT_MM + LABEL_WIDTH + column * columnWidth;
            sheet.rule(x, top, x, y, 0.55, Style.HAIRLINE_MM);
        }
        return y;
    }

    private double width(FieldSource cell, double columnWidth) {
        return switch (cell.kind()) {
            case "comb" -> FieldPlacer.combWidth(cell);
            case "tick" -> cell.vertical() ? Style.TICK : fields.optionsWidth(cell);
            default -> columnWidth - 3;
        };
    }

    private void label(FieldSource row, double top, double height, boolean sameGroup) {
        double left = PageFrame.LEFT_MM + 1;
        if (row.vertical()) {
            double y = top + ROW_PADDING;
            boolean first = true;
            for (String value : row.options()) {
                if (first && !sameGroup) {
                    sheet.text(Sheet.box(left, y, 21, Style.BAND_PITCH), row.caption(), 8.5, true, Align.LEFT);
                }
                sheet.text(
                        Sheet.box(left + 18, y, LABEL_WIDTH - 20.5, Style.BAND_PITCH),
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
        PageBox box = Sheet.box(left, top, LABEL_WIDTH - 3, height);
        if (sameGroup) {
            sheet.text(box, row.caption() + ".digits", Style.OPTION_PT, false, Align.RIGHT);
        } else {
            sheet.text(box, row.caption(), 8.5, true, Align.LEFT);
            row.unit().ifPresent(unit -> sheet.text(box, "=" + unit, Style.CAPTION_PT, false, Align.RIGHT));
        }
    }
}
