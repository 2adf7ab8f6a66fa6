package org.paperbridge.template.layout;

import java.util.List;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.template.author.FieldSource;
import org.paperbridge.template.author.SectionSource;

/** Places a section's rows on its tinted ground, top down. */
final class SectionPlacer {

    private final Sheet sheet;
    private final Words words;
    private final FieldPlacer fields;

    SectionPlacer(Sheet sheet, Words words, FieldPlacer fields) {
        this.sheet = sheet;
        this.words = words;
        this.fields = fields;
    }

    /** @return where the section ends, mm from the top edge */
    double place(SectionSource section, double top) {
        double y = top;
        if (section.title().isPresent()) {
            title(section.title().get(), y);
            y += Style.SECTION_HEIGHT;
        }
        for (int n = section.first(); n <= section.last(); n++) {
            double start = y;
            y += Style.PADDING - 0.4;
            for (List<FieldSource> row : section.rows()) {
                int number = n;
                y = row(row.stream().map(f -> f.numbered(number)).toList(), y, section.repeat() > 1 ? 6 : 0)
                        + Style.ROW_GAP;
            }
            y += Style.PADDING - Style.ROW_GAP;
            sheet.tint(
                    Sheet.box(
                            sheet.frame().leftMm(),
                            start,
                            sheet.frame().rightMm() - sheet.frame().leftMm(),
                            y - start),
                    Style.TINT);
            if (section.repeat() > 1) {
                number(n, start, y);
                y += 0.8;
            }
        }
        return y;
    }

    void title(String key, double y) {
        sheet.text(
                Sheet.box(
                        sheet.frame().leftMm(),
                        y,
                        sheet.frame().rightMm() - sheet.frame().leftMm(),
                        Style.SECTION_HEIGHT - 0.8),
                key,
                Style.SECTION_PT,
                true,
                Align.LEFT);
        double line = y + Style.SECTION_HEIGHT - 0.4;
        sheet.rule(sheet.frame().leftMm(), line, sheet.frame().rightMm(), line, Style.BLACK, Style.STRUCTURE_MM);
    }

    private void number(int n, double top, double bottom) {
        sheet.text(Sheet.box(sheet.frame().leftMm() + 0.8, top + 1.2, 6, 7), "=" + n, 13, true, Align.CENTRE);
        sheet.rule(sheet.frame().leftMm(), bottom, sheet.frame().rightMm(), bottom, 0.45, Style.HAIRLINE_MM);
    }

    private double row(List<FieldSource> row, double top, double indent) {
        double left = sheet.frame().leftMm() + Style.PADDING + indent;
        double available = sheet.frame().rightMm() - Style.PADDING - left - (row.size() - 1) * Style.FIELD_GAP;
        double natural = row.stream()
                .mapToDouble(f -> f.grow() > 0 ? 0 : fields.naturalWidth(f))
                .sum();
        double shares = row.stream().mapToDouble(FieldSource::grow).sum();
        boolean captions = row.stream().anyMatch(f -> hasCaption(f));
        double bodyTop = top + (captions ? Style.CAPTION_HEIGHT : 0);
        double height = row.stream().mapToDouble(FieldPlacer::bodyHeight).max().orElse(0);
        double x = left;
        String before = "";
        for (FieldSource field : row) {
            double width =
                    field.grow() > 0 ? (available - natural) * field.grow() / shares : fields.naturalWidth(field);
            if (width < 1) {
                throw new LayoutOverflowException(field.id(), "no width is left for it in its row");
            }
            double body = FieldPlacer.bodyHeight(field);
            if (hasCaption(field)) {
                fields.caption(
                        field, Sheet.box(x, top, Math.max(width, captionWidth(field)), Style.CAPTION_HEIGHT - 0.3));
            }
            double centred = Math.max(0, (Math.min(height, Style.LINE_HEIGHT) - body) / 2);
            PageBox box = Sheet.box(x, bodyTop + centred, width, body);
            fields.place(field, box);
            fields.unit(field, box);
            if (field.kind().equals("tick") && before.equals("tick")) {
                double middle = x - Style.FIELD_GAP / 2;
                sheet.rule(middle, bodyTop + 0.6, middle, bodyTop + height - 0.6, 0.55, Style.HAIRLINE_MM);
            }
            before = field.kind();
            x += width + Style.FIELD_GAP;
        }
        if (x - Style.FIELD_GAP > sheet.frame().rightMm() + 0.05) {
            throw new LayoutOverflowException(
                    row.getLast().id(),
                    String.format(
                            java.util.Locale.ROOT,
                            "its row is %.1f mm too wide",
                            x - Style.FIELD_GAP - sheet.frame().rightMm()));
        }
        return bodyTop + height;
    }

    private double captionWidth(FieldSource field) {
        return words.widthMm(field.caption(), Style.CAPTION_PT, false);
    }

    private boolean hasCaption(FieldSource field) {
        return field.isField() && !field.kind().equals("print") && captionWidth(field) > 0;
    }
}
