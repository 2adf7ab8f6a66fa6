package org.paperbridge.template.layout;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.template.author.FieldSource;

/** Places the boxes of a tick field and their words: words run up to their box, so that the eye cannot slip. */
final class TickPlacer {

    private final Sheet sheet;
    private final Words words;

    TickPlacer(Sheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
    }

    /** Width of the field with its words, mm. */
    double width(FieldSource field) {
        if (field.vertical()) {
            return Style.TICK;
        }
        if (field.columns() > 0) {
            return field.columns() * (widest(field) + Style.TICK + 5.5);
        }
        double width = -Style.OPTION_GAP;
        for (String value : field.options()) {
            width += wordWidth(field, value) + Style.TICK + Style.OPTION_GAP;
        }
        return width;
    }

    /** Distance of two boxes whose words stand in the head of a table, mm. */
    double headedPitch(FieldSource field) {
        return Math.max(Style.TICK + 2.6, field.bare() ? 0 : widest(field) + 1.6);
    }

    static double height(FieldSource field) {
        if (field.vertical()) {
            return field.options().size() * Style.BAND_PITCH;
        }
        if (field.columns() > 0) {
            return lines(field) * Style.LIST_PITCH;
        }
        return Style.TICK + 1;
    }

    void place(FieldSource field, PageBox box, Criticality criticality) {
        List<TickOption> options;
        if (field.vertical()) {
            options = vertical(field, box);
        } else if (field.columns() > 0) {
            options = list(field, box);
        } else {
            options = row(field, box);
        }
        add(field, options, criticality);
    }

    /** Boxes without words, each in the middle of its share of the width. */
    void placeHeaded(FieldSource field, PageBox box, Criticality criticality) {
        List<TickOption> options = new ArrayList<>();
        double pitch = headedPitch(field);
        double x = box.left() + (pitch - Style.TICK) / 2;
        for (String value : field.options()) {
            options.add(option(value, x, box.top() + (box.height() - Style.TICK) / 2));
            x += pitch;
        }
        add(field, options, criticality);
    }

    private List<TickOption> vertical(FieldSource field, PageBox box) {
        List<TickOption> options = new ArrayList<>();
        double y = box.top() + (Style.BAND_PITCH - Style.TICK) / 2;
        for (String value : field.options()) {
            options.add(option(value, box.left(), y));
            y += Style.BAND_PITCH;
        }
        return options;
    }

    private List<TickOption> row(FieldSource field, PageBox box) {
        List<TickOption> options = new ArrayList<>();
        double x = box.left();
        double y = box.top() + (box.height() - Style.TICK) / 2;
        for (String value : field.options()) {
            if (!field.bare()) {
                double width = words.widthMm(key(field, value), Style.OPTION_PT, false) + 0.3;
                sheet.text(
                        Sheet.box(x, y - 0.4, width, Style.TICK + 0.8),
                        key(field, value),
                        Style.OPTION_PT,
                        false,
                        Align.RIGHT);
                x += width + 1;
            }
            options.add(option(value, x, y));
            x += Style.TICK + Style.OPTION_GAP;
        }
        return options;
    }

    /** Top down in columns; a hairline leads from the words to the box. */
    private List<TickOption> list(FieldSource field, PageBox box) {
        List<TickOption> options = new ArrayList<>();
        double width = box.width() / field.columns();
        int lines = lines(field);
        for (int i = 0; i < field.options().size(); i++) {
            String value = field.options().get(i);
            double right = box.left() + (i / lines + 1) * width - (i / lines + 1 < field.columns() ? 3.5 : 0);
            double left = box.left() + (double) (i / lines) * width;
            double y = box.top() + (i % lines) * Style.LIST_PITCH + (Style.LIST_PITCH - Style.TICK) / 2;
            double room = right - Style.TICK - 1 - left;
            double needed = words.widthMm(key(field, value), Style.OPTION_PT, false) + 0.3;
            if (needed > room + 0.1) {
                throw new LayoutOverflowException(
                        field.id(),
                        String.format(
                                java.util.Locale.ROOT,
                                "the words of option %s are %.1f mm too long",
                                value,
                                needed - room));
            }
            sheet.text(
                    Sheet.box(left, y - 0.4, room, Style.TICK + 0.8),
                    key(field, value),
                    Style.OPTION_PT,
                    false,
                    Align.LEFT);
            double baseline = y + Style.TICK - 0.6;
            if (right - Style.TICK - 1.2 > left + needed + 1) {
                sheet.rule(left + needed + 0.6, baseline, right - Style.TICK - 0.8, baseline, 0.6, Style.HAIRLINE_MM);
            }
            options.add(option(value, right - Style.TICK, y));
        }
        return options;
    }

    private TickOption option(String value, double x, double y) {
        PageBox tick = Sheet.box(x, y, Style.TICK, Style.TICK);
        sheet.fill(tick, Style.WHITE);
        sheet.frame(tick, Style.TICK_FRAME_GREY, Style.TICK_STROKE_MM);
        return new TickOption(value, tick);
    }

    private void add(FieldSource field, List<TickOption> options, Criticality criticality) {
        sheet.field(new FieldZone.Tick(field.id(), enclosing(options), criticality, field.multiple(), options));
    }

    private double wordWidth(FieldSource field, String value) {
        return field.bare() ? 0 : words.widthMm(key(field, value), Style.OPTION_PT, false) + 1.3;
    }

    private double widest(FieldSource field) {
        return field.options().stream()
                .mapToDouble(value -> words.widthMm(key(field, value), Style.OPTION_PT, false))
                .max()
                .orElse(0);
    }

    private static int lines(FieldSource field) {
        return (field.options().size() + field.columns() - 1) / field.columns();
    }

    static String key(FieldSource field, String value) {
        return field.caption() + "." + value;
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
