package org.paperbridge.read.comb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.read.crop.Zone;
import org.paperbridge.read.ink.CharacterInk;
import org.paperbridge.read.ink.Component;
import org.paperbridge.read.ink.Components;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.ink.GreyLevels;
import org.paperbridge.read.ink.InkMap;

/** Cuts a comb field into the ink of its cells: without frames, and each stroke with the cell it belongs to. */
public final class CombCutter {

    /** How far outside the cells the zone has to reach, mm: people write over the edge. */
    public static final double MARGIN_MM = 0.9;

    /** Grey levels between paper and ink below which nothing was written. */
    private static final int LEAST_CONTRAST = 20;
    /** A noisy empty field is parted in halves, but not farther apart than this. */
    private static final int NOISE_CONTRAST = 40;

    private static final double NOISE_SHARE = 0.3;

    private CombCutter() {}

    /** The smallest box that {@link #cut} needs for these cells. */
    public static PageBox zoneOf(List<PageBox> cells) {
        double left = cells.stream().mapToDouble(PageBox::left).min().orElseThrow();
        double top = cells.stream().mapToDouble(PageBox::top).min().orElseThrow();
        double right = cells.stream().mapToDouble(PageBox::right).max().orElseThrow();
        double bottom = cells.stream().mapToDouble(PageBox::bottom).max().orElseThrow();
        return new PageBox(left, top, right - left, bottom - top).grownBy(MARGIN_MM);
    }

    /** One element a cell, in the same order. */
    public static List<CellInk> cut(Zone zone, List<PageBox> cells) {
        int paper = zone.grey().paper();
        GreyCrop clean = FrameEraser.erase(zone, cells, paper);
        int[] counts = histogramInside(zone, cells, clean);
        GreyLevels levels = GreyLevels.of(counts);
        GreyCrop ink = isEmpty(counts, levels)
                ? GreyCrop.filled(clean.width(), clean.height(), 0)
                : InkMap.of(clean, levels.paper() - levels.contrast() / 4, levels.paper() - 3 * levels.contrast() / 4);
        Components components = Components.of(ink, CharacterInk.STROKE_LEVEL);
        List<CellInk> out = new ArrayList<>();
        for (PageBox cell : cells) {
            out.add(inkOf(zone, cell, ink, components));
        }
        return out;
    }

    /** Only of the cells themselves: around them the form may be tinted. */
    private static int[] histogramInside(Zone zone, List<PageBox> cells, GreyCrop clean) {
        int[] counts = new int[256];
        for (PageBox cell : cells) {
            int[] inside = clean.part(
                            (int) Math.round(zone.column(cell.left())),
                            (int) Math.round(zone.row(cell.top())),
                            zone.pixels(cell.width()),
                            zone.pixels(cell.height()))
                    .histogram();
            for (int level = 0; level < counts.length; level++) {
                counts[level] += inside[level];
            }
        }
        return counts;
    }

    private static boolean isEmpty(int[] counts, GreyLevels levels) {
        if (levels.contrast() < LEAST_CONTRAST) {
            return true;
        }
        long dark = 0;
        long all = 0;
        for (int level = 0; level < counts.length; level++) {
            dark += level <= levels.threshold() ? counts[level] : 0;
            all += counts[level];
        }
        return levels.contrast() < NOISE_CONTRAST && dark > NOISE_SHARE * all;
    }

    private static CellInk inkOf(Zone zone, PageBox cell, GreyCrop ink, Components components) {
        double left = zone.column(cell.left());
        double right = zone.column(cell.right());
        double top = zone.row(cell.top());
        double bottom = zone.row(cell.bottom());
        double cellWidth = right - left;
        List<Component> mine = new ArrayList<>();
        boolean crossing = false;
        for (Component c : components.all()) {
            boolean overlaps = c.left() < right && c.right() > left && c.top() < bottom && c.bottom() > top;
            if (!overlaps) {
                continue;
            }
            boolean wide = c.width() > 1.6 * cellWidth;
            if (wide || (c.centreX() >= left - 1 && c.centreX() < right + 1)) {
                mine.add(c);
                crossing |= wide;
            }
        }
        int margin = crossing ? 0 : zone.pixels(MARGIN_MM);
        int from = (int) Math.round(left) - margin;
        int across = (int) Math.round(cellWidth) + 2 * margin;
        if (mine.isEmpty()) {
            return new CellInk(GreyCrop.filled(across, ink.height(), 0), 0, 0, false);
        }
        GreyCrop part = components.keep(ink, mine::contains).part(from, 0, across, ink.height());
        double px2 = zone.pxPerMm() * zone.pxPerMm();
        double area = mine.stream().mapToInt(Component::area).sum() / px2;
        double extent = mine.stream()
                        .map(c -> Math.max(c.width(), c.height()))
                        .max(Comparator.naturalOrder())
                        .orElse(0)
                / zone.pxPerMm();
        return new CellInk(CharacterInk.of(part), area, extent, crossing);
    }
}
