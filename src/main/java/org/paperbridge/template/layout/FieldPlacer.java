package org.paperbridge.template.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.NumberRange;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.template.author.FieldSource;

/** Places one field: its writing space, what is printed in and beside it. */
final class FieldPlacer {

    private final Sheet sheet;
    private final Words words;
    private final Criticality usual;

    FieldPlacer(Sheet sheet, Words words, Criticality usual) {
        this.sheet = sheet;
        this.words = words;
        this.usual = usual;
    }

    /** Width the body needs, mm. */
    double naturalWidth(FieldSource field) {
        if (field.width() > 0) {
            return field.width();
        }
        double body = switch (field.kind()) {
            case "comb" -> combWidth(field) + unitWidth(field);
            case "tick" -> field.vertical() ? Style.TICK : optionsWidth(field);
            case "signature" -> 48;
            default -> 30;
        };
        return Math.max(body, words.widthMm(field.caption(), Style.CAPTION_PT, false) + 0.5);
    }

    static double bodyHeight(FieldSource field) {
        return switch (field.kind()) {
            case "comb" -> Style.CELL_HEIGHT;
            case "tick" -> field.vertical() ? field.options().size() * Style.BAND_PITCH : Style.TICK + 1;
            case "line" -> Style.LINE_HEIGHT;
            case "area" -> field.lines() * Style.LINE_HEIGHT;
            case "signature" -> Style.SIGNATURE_HEIGHT;
            case "print" -> Style.PRINT_HEIGHT;
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
            case "tick" -> placeTick(field, box);
            case "line" -> {
                writingSpace(box);
                sheet.field(new FieldZone.Line(field.id(), box, criticality(field), field.lexicon()));
            }
            case "area" -> {
                writingSpace(box);
                for (int line = 1; line < field.lines(); line++) {
                    double y = box.top() + line * Style.LINE_HEIGHT;
                    sheet.rule(box.left() + 1, y, box.right() - 1, y, 0.8, Style.HAIRLINE_MM);
                }
                sheet.field(new FieldZone.Area(field.id(), box, criticality(field)));
            }
            case "signature" -> {
                writingSpace(box);
                sheet.field(new FieldZone.Signature(field.id(), box, criticality(field)));
            }
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

    private void placeTick(FieldSource field, PageBox box) {
        List<TickOption> options = new ArrayList<>();
        double x = box.left();
        double y =
                box.top() + (field.vertical() ? (Style.BAND_PITCH - Style.TICK) / 2 : (box.height() - Style.TICK) / 2);
        for (String value : field.options()) {
            if (!field.vertical()) {
                String key = field.caption() + "." + value;
                double width = words.widthMm(key, Style.OPTION_PT, false) + 0.3;
                sheet.text(Sheet.box(x, y - 0.4, width, Style.TICK + 0.8), key, Style.OPTION_PT, false, Align.RIGHT);
                x += width + 1;
            }
            PageBox tick = Sheet.box(x, y, Style.TICK, Style.TICK);
            sheet.fill(tick, Style.WHITE);
            sheet.frame(tick, Style.TICK_FRAME_GREY, Style.TICK_STROKE_MM);
            options.add(new TickOption(value, tick));
            if (field.vertical()) {
                y += Style.BAND_PITCH;
            } else {
                x += Style.TICK + Style.OPTION_GAP;
            }
        }
        sheet.field(new FieldZone.Tick(field.id(), enclosing(options), criticality(field), field.multiple(), options));
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

    double optionsWidth(FieldSource field) {
        double width = -Style.OPTION_GAP;
        for (String value : field.options()) {
            width += words.widthMm(field.caption() + "." + value, Style.OPTION_PT, false)
                    + 1.3
                    + Style.TICK
                    + Style.OPTION_GAP;
        }
        return width;
    }

    private static PageBox enclosing(List<TickOption> options) {
        double left = options.stream().mapToDouble(o -> o.box().left()).min().orElseThrow();
        double top = options.stream().mapToDouble(o -> o.box().top()).min().orElseThrow();
        double right = options.stream().mapToDouble(o -> o.box().right()).max().orElseThrow();
        double bottom =
                options.stream().mapToDouble(o -> o.box().bottom()).max().orElseThrow();
        return Sheet.box(left, top, right - left, bottom - top);
    }
}
