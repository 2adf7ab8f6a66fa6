package org.paperbridge.kit.labels;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.layout.Drawing.Align;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.kit.page.Barcodes;
import org.paperbridge.kit.page.PageSketch;
import org.paperbridge.kit.page.PrintedSymbol;
import org.paperbridge.kit.page.TextMeasure;

/**
 * Draws one label into its place: text above, barcodes below, the INS DataMatrix at the right. Wide strips have their
 * codes at the right. Lengths in mm.
 */
final class LabelFace {

    /** Quiet zone of Code 128: ten modules (ISO/IEC 15417). */
    private static final int QUIET_MODULES = 10;
    /** A ward printer at 300 dpi draws three dots, a scan at 200 dpi has two pixels. */
    private static final double LEAST_MODULE_MM = 0.25;

    private static final double MOST_MODULE_MM = 0.38;
    private static final double INS_MM = 16;
    private static final double MATRIX_MM = 9;
    private static final double LEAST_PT = 6;
    private static final double SIDE_PT = 6.5;
    private static final double LEAST_SIDE_MM = 15;
    /** One line for the pen. */
    private static final double WRITE_MM = 5.2;

    private static final double SLACK_MM = 0.3;
    private static final double MM_PER_PT = 25.4 / 72;

    private final Barcodes barcodes;
    private final TextMeasure measure;

    LabelFace(Barcodes barcodes, TextMeasure measure) {
        this.barcodes = barcodes;
        this.measure = measure;
    }

    /** Sizes that follow from the height of a label. */
    private record Scale(double padX, double padY, double titlePt, double linePt, double barsMm, double captionMm) {

        static Scale of(PageBox label) {
            if (label.width() > 4 * label.height()) {
                return new Scale(4, 2.6, 16, 10, 7.6, 3);
            }
            if (label.height() >= 33) {
                return new Scale(3.5, 2.4, 11, 8, 5.8, 2.7);
            }
            if (label.height() >= 24) {
                return new Scale(3.5, 2, 10, 7.5, 6.2, 2.7);
            }
            return new Scale(2, 1.4, 8, 6.5, 6.2, 2.5);
        }
    }

    void draw(PageSketch page, PageBox label, Label words) {
        Scale scale = Scale.of(label);
        double left = label.left() + scale.padX();
        double right = label.right() - scale.padX();
        double top = label.top() + scale.padY();
        double bottom = label.bottom() - scale.padY();
        double block = scale.barsMm() + scale.captionMm();
        boolean strip = label.width() > 4 * label.height();
        boolean two = strip || label.height() >= 33;
        List<Label.Code> codes =
                words.codes().subList(0, Math.min(two ? 2 : 1, words.codes().size()));
        Optional<PageBox> side = Optional.empty();
        if (words.ins().isPresent() && label.height() >= 24) {
            double size = Math.min(INS_MM, bottom - top - 2.4);
            ins(page, new PageBox(right - size, top, size, size), words.ins().get());
            double below = top + size + 3.4;
            side = below + 3 < bottom ? Optional.of(new PageBox(right - size, below, size, bottom - below)) : side;
            right -= size + 2.5;
        }
        double codesLeft = strip ? right - 55 : left;
        double codesTop = strip ? top : bottom - codes.size() * block;
        double codesRight = codesLeft;
        for (int i = 0; i < codes.size(); i++) {
            PageBox room = new PageBox(codesLeft, codesTop + i * block, right - codesLeft, block);
            codesRight = Math.max(codesRight, code(page, room, scale, codes.get(i)));
        }
        if (side.isEmpty() && right - codesRight > LEAST_SIDE_MM) {
            side = Optional.of(new PageBox(codesRight + 2, codesTop, right - codesRight - 2, bottom - codesTop));
        }
        PageBox room = strip
                ? new PageBox(left, top, codesLeft - 3 - left, bottom - top)
                : new PageBox(left, top, right - left, codesTop - 0.6 - top);
        List<String> rest = text(page, room, scale, words);
        side.ifPresent(box -> side(page, box, rest));
    }

    /** @return lines there was no room for */
    private List<String> text(PageSketch page, PageBox room, Scale scale, Label words) {
        double y = room.top();
        double size = scale.titlePt();
        List<String> title = measure.lines(words.title(), size, true, room.width());
        while (size > LEAST_PT && (title.size() > 2 || widest(title, size) > room.width())) {
            size -= 0.5;
            title = measure.lines(words.title(), size, true, room.width());
        }
        double step = size * MM_PER_PT * 1.15;
        for (String line : title.size() > 2 ? cut(title, size, room.width()) : title) {
            page.text(new PageBox(room.left(), y, room.width(), step), line, size, true);
            y += step;
        }
        for (String caption : words.toWrite()) {
            if (y + WRITE_MM > room.bottom() + SLACK_MM) {
                break;
            }
            double pt = Math.min(7, scale.linePt());
            double width = measure.widthMm(caption, pt, false);
            page.text(new PageBox(room.left(), y + WRITE_MM - 3, width + 0.1, 2.8), caption, pt, false);
            page.hairline(room.left() + width + 1, y + WRITE_MM - 0.4, room.right(), y + WRITE_MM - 0.4);
            y += WRITE_MM;
        }
        double lineStep = scale.linePt() * MM_PER_PT * 1.2;
        for (int i = 0; i < words.lines().size(); i++) {
            if (y + lineStep > room.bottom() + SLACK_MM) {
                return words.lines().subList(i, words.lines().size());
            }
            page.text(
                    new PageBox(room.left(), y, room.width(), lineStep),
                    words.lines().get(i),
                    scale.linePt(),
                    false);
            y += lineStep;
        }
        return List.of();
    }

    private void side(PageSketch page, PageBox box, List<String> lines) {
        double step = SIDE_PT * MM_PER_PT * 1.15;
        double y = box.top();
        for (String line : lines.stream()
                .flatMap(text -> measure.lines(text, SIDE_PT, false, box.width()).stream())
                .toList()) {
            if (y + step <= box.bottom() + SLACK_MM) {
                page.text(new PageBox(box.left(), y, box.width(), step), line, SIDE_PT, false);
            }
            y += step;
        }
    }

    private List<String> cut(List<String> title, double size, double width) {
        String second = title.get(1) + "…";
        while (measure.widthMm(second, size, true) > width && second.length() > 2) {
            second = second.substring(0, second.length() - 2) + "…";
        }
        return List.of(title.getFirst(), second);
    }

    private double widest(List<String> lines, double size) {
        return lines.stream()
                .mapToDouble(line -> measure.widthMm(line, size, true))
                .max()
                .orElse(0);
    }

    /** @return right edge of what was printed, quiet zone included */
    private double code(PageSketch page, PageBox room, Scale scale, Label.Code code) {
        String clear = (code.caption() + " " + code.value()).strip();
        double pt = Math.min(7.5, scale.linePt());
        Optional<PrintedSymbol> bars = bars(code.value());
        double module = bars.map(b ->
                        Math.min(MOST_MODULE_MM, (room.width() + 2 * scale.padX()) / (b.columns() + 2 * QUIET_MODULES)))
                .orElse(0.0);
        if (bars.isPresent() && module >= LEAST_MODULE_MM) {
            double width = bars.get().columns() * module;
            double left = room.left() + Math.max(0, QUIET_MODULES * module - scale.padX());
            page.symbol(new PageBox(left, room.top() + 0.3, width, scale.barsMm() - 0.3), bars.get(), code.value());
            PageBox caption =
                    new PageBox(left, room.top() + scale.barsMm() + 0.2, room.right() - left, scale.captionMm() - 0.3);
            page.text(caption, clear, pt, true);
            return left + Math.max(width + QUIET_MODULES * module, measure.widthMm(clear, pt, true));
        }
        double size = Math.min(MATRIX_MM, room.height() - 0.6);
        page.symbol(
                new PageBox(room.left() + 1, room.top() + 0.3, size, size),
                barcodes.dataMatrix(code.value()),
                code.value());
        page.text(
                new PageBox(room.left() + size + 3, room.top(), room.width() - size - 3, room.height()),
                clear,
                pt,
                true);
        return room.right();
    }

    /** Code 128 knows ASCII only. */
    private Optional<PrintedSymbol> bars(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7f) && value.length() <= 40
                ? Optional.of(barcodes.code128(value))
                : Optional.empty();
    }

    private void ins(PageSketch page, PageBox box, Label.Ins ins) {
        page.symbol(box, barcodes.dataMatrix(ins.content()), ins.content());
        page.text(
                new PageBox(box.left() - 1, box.bottom() + 0.4, box.width() + 2, 2),
                ins.marking(),
                5.5,
                true,
                Align.CENTRE);
    }
}
