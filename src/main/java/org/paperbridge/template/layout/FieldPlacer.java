package org.paperbridge.template.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.NumberRange;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.template.author.FieldSource;

/** Places one field: its writing space, what is printed in and beside it. */
final class FieldPlacer {

    private final Sheet sheet;
    private final Words words;
    private final TickPlacer ticks;
    private final Criticality usual;

    FieldPlacer(Sheet sheet, Words words, Criticality usual) {
        this.sheet = sheet;
        this.words = words;
        this.usual = usual;
        this.ticks = new TickPlacer(sheet, words);
    }

    /** Width the body needs, mm. */
    double naturalWidth(FieldSource field) {
        if (field.width() > 0) {
            return field.width();
        }
        if (!field.isField()) {
            return words.widthMm(field.caption(), Style.TEXT_PT, field.bold()) + 0.5;
        }
        double body = switch (field.kind()) {
            case "comb" -> combWidth(field) + unitWidth(field);
            case "tick" -> ticks.width(field);
            case "signature" -> 48;
            case "label" -> Style.LABEL_WIDTH;
            default -> 30;
        };
        return Math.max(body, words.widthMm(field.caption(), Style.CAPTION_PT, false) + 0.5);
    }

    /** Width in a table, whose head has the captions and the words of options, mm. */
    double headedWidth(FieldSource field) {
        if (field.width() > 0) {
            return field.width();
        }
        return switch (field.kind()) {
            case "tick" -> headed(field) ? field.options().size() * ticks.headedPitch(field) : ticks.width(field);
            case "signature" -> 22;
            case "text" -> naturalWidth(field);
            case "comb" -> combWidth(field) + unitWidth(field);
            case "label" -> Style.LABEL_WIDTH;
            default -> 30;
        };
    }

    /** Width of the boxes themselves, over which a caption is centred, mm. */
    double contentWidth(FieldSource field, double width) {
        return field.width() > 0 ? width : boxesWidth(field, width);
    }

    private double boxesWidth(FieldSource field, double width) {
        return switch (field.kind()) {
            case "comb" -> combWidth(field);
            case "tick" -> headed(field) ? field.options().size() * ticks.headedPitch(field) : ticks.width(field);
            default -> width;
        };
    }

    /** Words of the options over their boxes in a table. */
    void optionHeads(FieldSource field, PageBox box) {
        double pitch = ticks.headedPitch(field);
        double x = box.left();
        for (String value : field.options()) {
            String key = TickPlacer.key(field, value);
            if (words.widthMm(key, Style.OPTION_PT, false) > 0) {
                sheet.text(Sheet.box(x, box.top(), pitch, box.height()), key, Style.OPTION_PT, false, Align.CENTRE);
            }
            x += pitch;
        }
    }

    /** A field of a table: like {@link #place}, its words standing in the head. */
    void placeHeaded(FieldSource field, PageBox column) {
        double spare = field.width() > 0 ? column.width() - boxesWidth(field, column.width()) - unitWidth(field) : 0;
        PageBox box = Sheet.box(column.left() + Math.max(0, spare / 2), column.top(), column.width(), column.height());
        if (field.kind().equals("tick") && headed(field)) {
            ticks.placeHeaded(field, box, criticality(field));
        } else {
            place(field, box);
            unit(field, box);
        }
    }

    private static boolean headed(FieldSource field) {
        return !field.vertical() && field.columns() == 0;
    }

    static double bodyHeight(FieldSource field) {
        if (field.height() > 0) {
            return field.height();
        }
        return switch (field.kind()) {
            case "comb" -> Style.CELL_HEIGHT;
            case "tick" -> TickPlacer.height(field);
            case "line" -> Style.LINE_HEIGHT;
            case "area" -> field.lines() * Style.LINE_HEIGHT;
            case "signature" -> Style.SIGNATURE_HEIGHT;
            case "label" -> Style.LABEL_HEIGHT;
            case "print" -> Style.PRINT_HEIGHT;
            case "text" -> field.lines() * Style.TEXT_LEADING + 0.4;
            default -> throw new IllegalArgumentException("Unknown field kind " + field.kind());
        };
    }

    void caption(FieldSource field, PageBox box) {
        sheet.text(box, field.caption(), Style.CAPTION_PT, false, Align.LEFT);
    }

    /** The unit of a number, printed behind its comb. */
    void unit(FieldSource field, PageBox box) {
        if (field.kind().equals("comb")) {
            field.unit()
                    .ifPresent(unit -> sheet.text(
                            Sheet.box(
                                    box.left() + combWidth(field) + 0.6,
                                    box.top(),
                                    unitWidth(field),
                                    Style.CELL_HEIGHT),
                            "=" + unit,
                            Style.OPTION_PT,
                            false,
                            Align.LEFT));
        }
    }

    /** @param box body of the field: writing space without caption */
    void place(FieldSource field, PageBox box) {
        switch (field.kind()) {
            case "comb" -> placeComb(field, box);
            case "tick" -> ticks.place(field, box, criticality(field));
            case "line" -> {
                writingSpace(box);
                sheet.field(new FieldZone.Line(field.id(), box, criticality(field), field.lexicon()));
            }
            case "area" -> {
                writingSpace(box);
                for (int line = 1; line < field.lines() && field.height() == 0; line++) {
                    double y = box.top() + line * Style.LINE_HEIGHT;
                    sheet.rule(box.left() + 1, y, box.right() - 1, y, 0.8, Style.HAIRLINE_MM);
                }
                sheet.field(new FieldZone.Area(field.id(), box, criticality(field)));
            }
            case "signature" -> {
                writingSpace(box);
                sheet.field(new FieldZone.Signature(field.id(), box, criticality(field)));
            }
            case "label" -> {
                writingSpace(box);
                sheet.field(new FieldZone.Label(field.id(), box, criticality(field)));
            }
            case "text" -> sheet.paragraph(box, field.caption(), Style.TEXT_PT, field.bold(), field.lines());
            case "print" -> sheet.field(new FieldZone.Print(field.id(), box, criticality(field), field.source()));
            default -> throw new IllegalArgumentException("Unknown field kind " + field.kind());
        }
    }

    private void placeComb(FieldSource field, PageBox box) {
        String mask = field.mask().orElse("#".repeat(field.cells()));
        List<PageBox> cells = new ArrayList<>();
        double x = box.left();
        for (char c : mask.toCharArray()) {
            if (c == '#') {
                PageBox cell = Sheet.box(x, box.top(), Style.CELL_WIDTH, Style.CELL_HEIGHT);
                sheet.fill(cell, Style.WHITE);
                sheet.frame(cell, Style.CELL_FRAME_GREY, Style.HAIRLINE_MM);
                cells.add(cell);
                x += Style.CELL_PITCH;
            } else {
                PageBox gap = Sheet.box(
                        x - 0.6,
                        box.top() + (c == ',' ? 2.2 : 0),
                        Style.SEPARATOR + 1,
                        Style.CELL_HEIGHT - (c == ',' ? 2 : 0));
                sheet.text(gap, "=" + c, 12, true, Align.CENTRE);
                x += Style.SEPARATOR;
            }
        }
        PageBox zone = Sheet.box(box.left(), box.top(), combWidth(field), Style.CELL_HEIGHT);
        sheet.field(new FieldZone.Comb(
                field.id(),
                zone,
                criticality(field),
                field.alphabet(),
                field.mask(),
                field.unit(),
                field.check(),
                range(field),
                cells));
    }

    private void writingSpace(PageBox box) {
        sheet.fill(box, Style.WHITE);
        sheet.frame(box, Style.CELL_FRAME_GREY, Style.HAIRLINE_MM);
    }

    private Criticality criticality(FieldSource field) {
        return field.criticality().orElse(usual);
    }

    private static Optional<NumberRange> range(FieldSource field) {
        return field.range().size() == 2
                ? Optional.of(
                        new NumberRange(field.range().get(0), field.range().get(1)))
                : Optional.empty();
    }

    double ticksWidth(FieldSource field) {
        return ticks.width(field);
    }

    static double combWidth(FieldSource field) {
        long separators =
                field.mask().map(m -> m.chars().filter(c -> c != '#').count()).orElse(0L);
        return field.cellCount() * Style.CELL_PITCH
                + separators * Style.SEPARATOR
                - (Style.CELL_PITCH - Style.CELL_WIDTH);
    }

    private double unitWidth(FieldSource field) {
        return field.unit()
                .map(u -> words.widthMm("=" + u, Style.OPTION_PT, false) + 1.2)
                .orElse(0.0);
    }
}
