package org.paperbridge.template.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.template.layout.PageFrame;

/**
 * Geometry of a computed page. Limits: comb cells of 5 x 7 mm and 3 mm between fields in a row are what the capture
 * industry asks for handwriting; four modules of quiet zone are the QR standard's (ISO/IEC 18004).
 */
public final class GeometryCheck {

    private static final double LEAST_CELL_WIDTH = 4.99;
    private static final double LEAST_CELL_HEIGHT = 6.99;
    private static final double LEAST_TICK = 4.0;
    /** Columns of a chart are ruled off from each other, so their combs may stand a little closer than 3 mm. */
    private static final double LEAST_GAP = 2.2;

    private GeometryCheck() {}

    /** @return mistakes, each with the field it is about; empty field for the page itself */
    public static List<Mistake> check(LayoutPage page) {
        List<Mistake> mistakes = new ArrayList<>();
        PageBox printable = new PageBox(11.99, 10, page.widthMm() - 23.98, page.heightMm() - 20);
        List<PageBox> keepOuts = PageFrame.keepOuts(page);
        for (FieldZone field : page.fields()) {
            if (!printable.contains(field.box())) {
                mistakes.add(
                        new Mistake(field.id(), "zone leaves the printable area" + outside(printable, field.box())));
            }
            keepOuts.stream()
                    .filter(k -> k.overlaps(field.box()))
                    .forEach(k -> mistakes.add(
                            new Mistake(field.id(), "zone lies in the keep-out of a code or corner mark")));
            checkSizes(field, mistakes);
        }
        for (int i = 0; i < page.fields().size(); i++) {
            for (int j = i + 1; j < page.fields().size(); j++) {
                checkPair(page.fields().get(i), page.fields().get(j), mistakes);
            }
        }
        for (Drawing drawing : page.drawings()) {
            checkDrawing(drawing, page, keepOuts, mistakes);
        }
        return mistakes;
    }

    private static void checkSizes(FieldZone field, List<Mistake> mistakes) {
        if (field instanceof FieldZone.Comb comb) {
            comb.cells().stream()
                    .filter(c -> c.width() < LEAST_CELL_WIDTH || c.height() < LEAST_CELL_HEIGHT)
                    .findFirst()
                    .ifPresent(c -> mistakes.add(new Mistake(field.id(), "comb cells must be at least 5 x 7 mm")));
        }
        if (field instanceof FieldZone.Tick tick) {
            tick.options().stream()
                    .filter(o -> o.box().width() < LEAST_TICK || o.box().height() < LEAST_TICK)
                    .findFirst()
                    .ifPresent(o -> mistakes.add(new Mistake(field.id(), "tick boxes must be at least 4 x 4 mm")));
        }
    }

    private static void checkPair(FieldZone a, FieldZone b, List<Mistake> mistakes) {
        if (a.box().overlaps(b.box())) {
            mistakes.add(new Mistake(b.id(), "zone overlaps zone " + a.id()));
            return;
        }
        boolean sameRow =
                a.box().top() < b.box().bottom() && b.box().top() < a.box().bottom();
        double gap = Math.max(
                a.box().left() - b.box().right(), b.box().left() - a.box().right());
        if (sameRow && gap < LEAST_GAP && !(a instanceof FieldZone.Print) && !(b instanceof FieldZone.Print)) {
            mistakes.add(new Mistake(
                    b.id(),
                    String.format(Locale.ROOT, "only %.1f mm from zone %s in its row; strokes spill", gap, a.id())));
        }
    }

    private static void checkDrawing(Drawing drawing, LayoutPage page, List<PageBox> keepOuts, List<Mistake> mistakes) {
        PageBox box = switch (drawing) {
            case Drawing.Fill fill -> fill.box();
            case Drawing.Frame frame -> frame.box();
            case Drawing.Text text -> text.box();
            case Drawing.Rule rule ->
                new PageBox(
                        Math.min(rule.from().x(), rule.to().x()),
                        Math.min(rule.from().y(), rule.to().y()),
                        Math.max(0.01, Math.abs(rule.from().x() - rule.to().x())),
                        Math.max(0.01, Math.abs(rule.from().y() - rule.to().y())));
        };
        if (keepOuts.stream().anyMatch(k -> k.overlaps(box))) {
            mistakes.add(new Mistake("", "print lies in the keep-out of a code or corner mark: " + drawing));
        }
        if (drawing instanceof Drawing.Text text && !text.key().startsWith("=")) {
            page.fields().stream()
                    .filter(f -> isWrittenIn(f) && f.box().grownBy(-0.3).overlaps(text.box()))
                    .filter(f -> !(f instanceof FieldZone.Tick))
                    .forEach(f -> mistakes.add(
                            new Mistake(f.id(), "the words of \"" + text.key() + "\" lie in its writing space")));
        }
    }

    private static boolean isWrittenIn(FieldZone field) {
        return !(field instanceof FieldZone.Print) && !(field instanceof FieldZone.Label);
    }

    private static String outside(PageBox area, PageBox box) {
        double by = Math.max(
                Math.max(area.left() - box.left(), box.right() - area.right()),
                Math.max(area.top() - box.top(), box.bottom() - area.bottom()));
        return String.format(Locale.ROOT, " by %.1f mm", by);
    }

    /** @param field id, empty for the page itself */
    public record Mistake(String field, String message) {}
}
