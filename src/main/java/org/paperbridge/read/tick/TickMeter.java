package org.paperbridge.read.tick;

import org.paperbridge.form.layout.PageBox;
import org.paperbridge.read.crop.Zone;
import org.paperbridge.read.ink.Component;
import org.paperbridge.read.ink.Components;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.ink.Median;

/**
 * Measures the ink in a tick box against its own printed frame and the paper around it, never against other people's
 * marks.
 */
public final class TickMeter {

    /** How far around the box the zone has to reach, mm. */
    public static final double MARGIN_MM = 1.4;
    /** Farthest the frame is searched from where registration puts it. */
    private static final double SEARCH_MM = 0.5;
    /** Frame and its blur, from the outer edge inwards. */
    public static final double FRAME_MM = 0.5;

    /** Centre of the printed line, from the outer edge inwards. */
    private static final double LINE_MM = 0.12;

    private static final int LEAST_DARKNESS = 24;
    private static final int MOST_DARKNESS = 60;
    private static final double SHARE_OF_FRAME = 0.3;
    private static final double SPECK_MM2 = 0.03;

    private final Zone zone;
    private final GreyCrop grey;
    private final int paper;
    private final int inset;
    private final Median line = new Median();

    private TickMeter(Zone zone, double frameMm) {
        this.zone = zone;
        this.inset = zone.pixels(frameMm);
        this.grey = zone.grey();
        this.paper = zone.grey().paper();
    }

    /**
     * @param zone around {@code box}, {@value #MARGIN_MM} mm farther on every side
     * @param box outer edge of the printed frame, page frame, mm
     * @param frameMm breadth of the frame with its blur, from the outer edge inwards
     */
    public static TickInk measure(Zone zone, PageBox box, double frameMm) {
        return new TickMeter(zone, frameMm).measure(box);
    }

    private TickInk measure(PageBox box) {
        int left = (int) Math.round(zone.column(box.left()));
        int right = (int) Math.round(zone.column(box.right())) - 1;
        int top = (int) Math.round(zone.row(box.top()));
        int bottom = (int) Math.round(zone.row(box.bottom())) - 1;
        int middle = zone.pixels(LINE_MM);
        int across = shift(left + middle, right - middle, top, bottom, true);
        int down = shift(top + middle, bottom - middle, left, right, false);
        int frame = (columnMedian(left + middle + across, top, bottom)
                        + columnMedian(right - middle + across, top, bottom)
                        + rowMedian(top + middle + down, left, right)
                        + rowMedian(bottom - middle + down, left, right))
                / 4;
        int threshold = (int) Math.clamp(SHARE_OF_FRAME * (paper - frame), LEAST_DARKNESS, MOST_DARKNESS);
        GreyCrop dark = darkness(threshold);
        GreyCrop inside = dark.part(
                left + across + inset, top + down + inset, right - left + 1 - 2 * inset, bottom - top + 1 - 2 * inset);
        return inkOf(inside, runsThrough(dark, inside, top + down + inset, left + across + inset));
    }

    private TickInk inkOf(GreyCrop inside, boolean runsThrough) {
        double px2 = zone.pxPerMm() * zone.pxPerMm();
        int side = Math.max(inside.width(), inside.height());
        int area = 0;
        int reach = 0;
        for (Component c : Components.of(inside, 1).all()) {
            if (c.area() >= SPECK_MM2 * px2) {
                area += c.area();
                reach = Math.max(reach, Math.max(c.width(), c.height()));
            }
        }
        return new TickInk((double) area / (inside.width() * inside.height()), (double) reach / side, runsThrough);
    }

    /** Offset that puts the two parallel lines on the darkest pair; nearer is preferred when equal. */
    private int shift(int first, int second, int from, int to, boolean columns) {
        int most = zone.pixels(SEARCH_MM);
        int best = 0;
        int bestDark = Integer.MIN_VALUE;
        for (int n = 0; n <= 2 * most; n++) {
            int offset = n % 2 == 0 ? -n / 2 : (n + 1) / 2;
            int light = columns
                    ? columnMedian(first + offset, from, to) + columnMedian(second + offset, from, to)
                    : rowMedian(first + offset, from, to) + rowMedian(second + offset, from, to);
            int dark = 2 * paper - light - Math.abs(offset);
            if (dark > bestDark) {
                bestDark = dark;
                best = offset;
            }
        }
        return best;
    }

    private GreyCrop darkness(int threshold) {
        byte[] out = new byte[grey.values().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) (paper - (grey.values()[i] & 0xff) > threshold ? 255 : 0);
        }
        return new GreyCrop(grey.width(), grey.height(), out);
    }

    private static boolean runsThrough(GreyCrop dark, GreyCrop inside, int top, int left) {
        GreyCrop rows = dark.part(0, top, dark.width(), inside.height());
        GreyCrop columns = dark.part(left, 0, inside.width(), dark.height());
        return isStreak(rows, true) || isStreak(columns, false);
    }

    /** Ink at nearly every step along the whole zone, and little of it at each. */
    private static boolean isStreak(GreyCrop band, boolean across) {
        int steps = across ? band.width() : band.height();
        int breadth = across ? band.height() : band.width();
        int touched = 0;
        int total = 0;
        int edges = 0;
        for (int s = 0; s < steps; s++) {
            int ink = 0;
            for (int b = 0; b < breadth; b++) {
                ink += (across ? band.at(s, b) : band.at(b, s)) > 0 ? 1 : 0;
            }
            if (ink == breadth) {
                edges++;
                continue;
            }
            touched += ink > 0 ? 1 : 0;
            total += ink;
        }
        int counted = steps - edges;
        return counted > 0 && touched >= 0.95 * counted && total <= 0.3 * counted * breadth;
    }

    private int columnMedian(int x, int top, int bottom) {
        line.clear();
        for (int y = top; y <= Math.max(top, bottom); y++) {
            line.add(clamped(x, y));
        }
        return line.value();
    }

    private int rowMedian(int y, int left, int right) {
        line.clear();
        for (int x = left; x <= Math.max(left, right); x++) {
            line.add(clamped(x, y));
        }
        return line.value();
    }

    private int clamped(int x, int y) {
        return grey.at(Math.clamp(x, 0, grey.width() - 1), Math.clamp(y, 0, grey.height() - 1));
    }
}
