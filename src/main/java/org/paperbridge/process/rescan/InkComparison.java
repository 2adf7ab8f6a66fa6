package org.paperbridge.process.rescan;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.validation.rescan.InkChange;

/** Finds ink that only one of two located scans has. What is printed lies under itself and cancels. */
public final class InkComparison {

    /** Certainly ink, between the darkest print and the paper. */
    private static final double INK = 0.52;
    /** Perhaps ink: what is this dark on the other scan was not added. */
    private static final double SHADE = 0.8;
    /** How far two registrations of one page may lie apart, grid cells: 0.5 mm and the cell itself. */
    private static final int TOLERANCE = 2;
    /** A decimal point has 0.4 square mm; less is dust. Grid cells. */
    private static final int SMALLEST = 6;
    /** Shadows, holes and staples: ink beside fields is not looked for so near to an edge, mm. */
    private static final double EDGE_MM = 9;
    /** A stroke that leaves its field by so much still belongs to it, mm. */
    private static final double OVERSHOOT_MM = 1;

    private InkComparison() {}

    public static InkChange compare(LayoutPage page, Located earlier, Located later) {
        InkMap before = InkMap.of(earlier.image(), earlier.registration(), page);
        InkMap after = InkMap.of(later.image(), later.registration(), page);
        Found added = find(page, after, before);
        Found lost = find(page, before, after);
        return new InkChange(added.fields, lost.fields, added.beside, lost.beside);
    }

    private static Found find(LayoutPage page, InkMap with, InkMap without) {
        BitSet only = new BitSet(with.width() * with.height());
        for (int y = 0; y < with.height(); y++) {
            for (int x = 0; x < with.width(); x++) {
                if (with.isDarker(x, y, INK) && !isShadedAround(without, x, y)) {
                    only.set(y * with.width() + x);
                }
            }
        }
        Found found = new Found();
        for (int i = only.nextSetBit(0); i >= 0; i = only.nextSetBit(i + 1)) {
            Blob blob = take(only, i, with.width());
            if (blob.cells >= SMALLEST) {
                found.add(page, blob);
            }
        }
        return found;
    }

    private static boolean isShadedAround(InkMap map, int x, int y) {
        for (int v = Math.max(0, y - TOLERANCE); v <= Math.min(map.height() - 1, y + TOLERANCE); v++) {
            for (int u = Math.max(0, x - TOLERANCE); u <= Math.min(map.width() - 1, x + TOLERANCE); u++) {
                if (map.isDarker(u, v, SHADE)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Takes a connected patch out of the set. */
    private static Blob take(BitSet cells, int first, int width) {
        Blob blob = new Blob();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(first);
        cells.clear(first);
        while (!open.isEmpty()) {
            int at = open.remove();
            blob.add(at % width, at / width);
            for (int dy = -1; dy <= 1; dy++) {
                for (int dx = -1; dx <= 1; dx++) {
                    int next = at + dy * width + dx;
                    if (next >= 0 && cells.get(next)) {
                        cells.clear(next);
                        open.add(next);
                    }
                }
            }
        }
        return blob;
    }

    /** A scan and where the page lies on it. */
    public record Located(PageImage image, PageRegistration registration) {}

    private static final class Blob {
        private int cells;
        private long sumX;
        private long sumY;

        void add(int x, int y) {
            cells++;
            sumX += x;
            sumY += y;
        }

        double xMm() {
            return (sumX / (double) cells + 0.5) / InkMap.PER_MM;
        }

        double yMm() {
            return (sumY / (double) cells + 0.5) / InkMap.PER_MM;
        }
    }

    private static final class Found {
        private final Set<String> fields = new HashSet<>();
        private boolean beside;

        void add(LayoutPage page, Blob blob) {
            double x = blob.xMm();
            double y = blob.yMm();
            Optional<String> field = page.fields().stream()
                    .filter(z -> holds(z.box().grownBy(OVERSHOOT_MM), x, y))
                    .map(FieldZone::id)
                    .findFirst();
            field.ifPresent(fields::add);
            boolean inside =
                    x > EDGE_MM && y > EDGE_MM && x < page.widthMm() - EDGE_MM && y < page.heightMm() - EDGE_MM;
            beside |= field.isEmpty() && inside;
        }

        private static boolean holds(PageBox box, double x, double y) {
            return x >= box.left() && x <= box.right() && y >= box.top() && y <= box.bottom();
        }
    }
}
