package org.paperbridge.read.comb;

import java.util.List;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.read.crop.Zone;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.ink.Median;

/**
 * Takes the printed frames of comb cells out of a zone.
 *
 * <p>Along an edge the frame shows as the median of every pixel line parallel to it. Pixels about as light as that
 * median become paper; clearly darker ones are strokes that cross a light frame, and stay.
 */
final class FrameEraser {

    private static final double OUTSIDE_MM = 0.7;
    /** Registration is good to 0.15 mm; a stroke along the inside of a frame must survive. */
    private static final double INSIDE_MM = 0.25;

    private static final int LEAST_FRAME = 8;
    private static final int NOISE = 22;

    private final Zone zone;
    private final byte[] grey;
    private final int width;
    private final int height;
    private final int paper;
    private final Median line = new Median();

    private FrameEraser(Zone zone, int paper) {
        this.zone = zone;
        this.grey = zone.grey().values().clone();
        this.width = zone.grey().width();
        this.height = zone.grey().height();
        this.paper = paper;
    }

    static GreyCrop erase(Zone zone, List<PageBox> cells, int paper) {
        FrameEraser eraser = new FrameEraser(zone, paper);
        for (PageBox cell : cells) {
            eraser.cell(cell);
        }
        return new GreyCrop(eraser.width, eraser.height, eraser.grey);
    }

    private void cell(PageBox cell) {
        int left = (int) Math.round(zone.column(cell.left()));
        int right = (int) Math.round(zone.column(cell.right()));
        int top = (int) Math.round(zone.row(cell.top()));
        int bottom = (int) Math.round(zone.row(cell.bottom()));
        int outside = zone.pixels(OUTSIDE_MM);
        int inside = zone.pixels(INSIDE_MM);
        for (int at = -outside; at <= inside; at++) {
            column(left + at, top, bottom, outside);
            column(right - 1 - at, top, bottom, outside);
        }
        for (int at = -outside; at <= inside; at++) {
            row(top + at, left, right, outside);
            row(bottom - 1 - at, left, right, outside);
        }
    }

    private void column(int x, int top, int bottom, int beyond) {
        if (x < 0 || x >= width) {
            return;
        }
        int printed = median(x + Math.max(0, top) * width, width, Math.min(height, bottom) - Math.max(0, top));
        for (int y = Math.max(0, top - beyond); y < Math.min(height, bottom + beyond); y++) {
            erase(y * width + x, printed);
        }
    }

    private void row(int y, int left, int right, int beyond) {
        if (y < 0 || y >= height) {
            return;
        }
        int printed = median(y * width + Math.max(0, left), 1, Math.min(width, right) - Math.max(0, left));
        for (int x = Math.max(0, left - beyond); x < Math.min(width, right + beyond); x++) {
            erase(y * width + x, printed);
        }
    }

    private void erase(int at, int printed) {
        int dark = paper - printed;
        if (dark >= LEAST_FRAME && (grey[at] & 0xff) >= printed - NOISE - dark / 3) {
            grey[at] = (byte) Math.max(paper, grey[at] & 0xff);
        }
    }

    private int median(int start, int step, int count) {
        if (count <= 0) {
            return paper;
        }
        line.clear();
        for (int i = 0; i < count; i++) {
            line.add(grey[start + i * step] & 0xff);
        }
        return line.value();
    }
}
