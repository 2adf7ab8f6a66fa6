package org.paperbridge.template.layout;

import java.util.List;
import java.util.Locale;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.template.author.FieldSource;
import org.paperbridge.template.author.SectionSource;
import org.paperbridge.template.author.SectionSource.TableSource;

/** Places repeated lines under one row of captions, numbered or each with its printed word. */
final class TablePlacer {

    private static final double NUMBER_WIDTH = 7;
    private static final double COLUMN_GAP = 3;
    private static final double ROW_PADDING = 0.7;
    private static final double LINE_PADDING = 0.25;
    private static final double HEAD_LINE = 3.1;
    private static final double OPTION_HEAD = 4;

    private final Sheet sheet;
    private final Words words;
    private final FieldPlacer fields;

    TablePlacer(Sheet sheet, Words words, FieldPlacer fields) {
        this.sheet = sheet;
        this.words = words;
        this.fields = fields;
    }

    /** @return where the table ends, mm from the top edge */
    double place(SectionSource section, TableSource table, double top) {
        List<FieldSource> columns = section.rows().getFirst();
        double labels = table.labels().isEmpty() ? NUMBER_WIDTH : table.labelWidth();
        double left = sheet.frame().leftMm() + labels + 1.8;
        double right = sheet.frame().rightMm() - Style.PADDING;
        double[] widths = widths(columns, right - left);
        boolean optionHeads = columns.stream().anyMatch(TablePlacer::hasOptionHeads);
        double y = heads(table, columns, widths, left, top, optionHeads);
        double height = columns.stream()
                .mapToDouble(c -> FieldPlacer.bodyHeight(c) + 2 * padding(c))
                .max()
                .orElse(0);
        for (int i = 0; i < section.repeat(); i++) {
            sheet.tint(
                    Sheet.box(
                            sheet.frame().leftMm(),
                            y,
                            sheet.frame().rightMm() - sheet.frame().leftMm(),
                            height),
                    i % 2 == 0 ? Style.TINT : Style.TINT_DARKER);
            label(table, section.first() + i, i, labels, y, height);
            double x = left;
            for (int c = 0; c < columns.size(); c++) {
                FieldSource cell = columns.get(c).numbered(section.first() + i);
                double body = FieldPlacer.bodyHeight(cell);
                fields.placeHeaded(cell, Sheet.box(x, y + (height - body) / 2, widths[c], body));
                x += widths[c] + COLUMN_GAP;
            }
            y += height;
        }
        sheet.rule(sheet.frame().leftMm(), y, sheet.frame().rightMm(), y, 0.45, Style.HAIRLINE_MM);
        return y;
    }

    /** A free line takes the height of its row nearly whole: it is the writing that needs the room. */
    private static double padding(FieldSource column) {
        return switch (column.kind()) {
            case "line", "signature" -> LINE_PADDING;
            default -> ROW_PADDING;
        };
    }

    private double[] widths(List<FieldSource> columns, double available) {
        double natural = 0;
        double shares = 0;
        for (FieldSource column : columns) {
            natural += column.grow() > 0 ? 0 : fields.headedWidth(column);
            shares += column.grow();
        }
        double room = available - natural - (columns.size() - 1) * COLUMN_GAP;
        if (room < -0.05) {
            throw new LayoutOverflowException(
                    columns.getLast().id(), String.format(Locale.ROOT, "its table is %.1f mm too wide", -room));
        }
        double[] widths = new double[columns.size()];
        for (int c = 0; c < widths.length; c++) {
            FieldSource column = columns.get(c);
            widths[c] = column.grow() > 0 ? room * column.grow() / shares : fields.headedWidth(column);
            if (widths[c] < 5) {
                throw new LayoutOverflowException(column.id(), "no width is left for it in its table");
            }
        }
        return widths;
    }

    private double heads(
            TableSource table,
            List<FieldSource> columns,
            double[] widths,
            double left,
            double top,
            boolean optionHeads) {
        double caption = captionLines(columns, widths) * HEAD_LINE + 1;
        double bottom = top + caption + (optionHeads ? OPTION_HEAD : 0) + 0.4;
        table.head()
                .ifPresent(head -> sheet.text(
                        Sheet.box(sheet.frame().leftMm() + 1.2, bottom - 4, table.labelWidth() - 1.2, 3.6),
                        head,
                        Style.CAPTION_PT,
                        true,
                        Align.LEFT));
        double x = left;
        for (int c = 0; c < widths.length; c++) {
            FieldSource column = columns.get(c);
            boolean options = hasOptionHeads(column);
            double base = options ? top : bottom - caption - 0.4;
            double width = fields.contentWidth(column, widths[c]);
            if (captionWidth(column) > 0) {
                sheet.head(
                        Sheet.box(x - 1.2, base, Math.max(width, 6) + 2.4, caption),
                        column.caption(),
                        Style.CAPTION_PT,
                        true);
            }
            if (options) {
                fields.optionHeads(column, Sheet.box(x, top + caption - 0.2, widths[c], OPTION_HEAD));
            }
            x += widths[c] + COLUMN_GAP;
        }
        return bottom;
    }

    /** One line when every caption fits over its column, else two. */
    private int captionLines(List<FieldSource> columns, double[] widths) {
        int lines = 1;
        for (int c = 0; c < widths.length; c++) {
            if (captionWidth(columns.get(c)) > Math.max(fields.contentWidth(columns.get(c), widths[c]), 6) + 2.6) {
                lines = 2;
            }
        }
        return lines;
    }

    private double captionWidth(FieldSource column) {
        return words.widthMm(column.caption(), Style.CAPTION_PT, true);
    }

    private static boolean hasOptionHeads(FieldSource column) {
        return column.kind().equals("tick") && !column.bare() && column.columns() == 0 && !column.vertical();
    }

    private void label(TableSource table, int number, int index, double width, double y, double height) {
        if (table.labels().isEmpty()) {
            PageBox box = Sheet.box(sheet.frame().leftMm() + 0.6, y, width - 0.6, height);
            sheet.text(box, "=" + number, 10, true, Align.CENTRE);
        } else {
            PageBox box = Sheet.box(sheet.frame().leftMm() + 1.2, y, width - 1.2, height);
            double size = Style.TABLE_LABEL_PT;
            sheet.paragraph(box, table.labels().get(index), size, false, 2);
        }
    }
}
