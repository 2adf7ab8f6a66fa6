package org.paperbridge.read.line;

import java.util.List;
import org.paperbridge.read.crop.Zone;
import org.paperbridge.read.ink.Component;
import org.paperbridge.read.ink.Components;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.ink.GreyLevels;
import org.paperbridge.read.ink.InkMap;

/**
 * The handwriting in a zone without cells: printed guide lines, their dots and dust left out.
 *
 * @param areaMm2 inked area, mm²
 * @param widthMm width of everything written, mm
 */
public record FreeInk(double areaMm2, double widthMm) {

    private static final int STROKE_LEVEL = 96;
    private static final int LEAST_CONTRAST = 25;
    /** The darkest grain of an empty zone lies about four standard deviations from the paper; a stroke lies well beyond. */
    private static final double NOISES_OF_A_STROKE = 6;

    private static final double DOT_MM2 = 0.1;
    private static final double RULE_HEIGHT_MM = 0.8;
    private static final double RULE_SHARE = 0.3;
    private static final double EDGE_MM = 0.25;

    /** Initials of two strokes have about 2 mm² and 4 mm; a fold or a hair has less of one of them. */
    public boolean present() {
        return areaMm2 >= 1.2 && widthMm >= 2.5;
    }

    /** More than a stray stroke, less than initials. */
    public boolean unclear() {
        return !present() && areaMm2 >= 0.4;
    }

    public static FreeInk of(Zone zone) {
        int[] counts = zone.grey().histogram();
        GreyLevels levels = GreyLevels.of(counts);
        int paper = GreyCrop.paper(counts);
        if (levels.contrast() < NOISES_OF_A_STROKE * noise(counts, paper)) {
            return new FreeInk(0, 0);
        }
        int darkness = Math.max(LEAST_CONTRAST, levels.contrast());
        GreyCrop ink = InkMap.of(zone.grey(), paper - darkness / 4, paper - 3 * darkness / 4);
        double px2 = zone.pxPerMm() * zone.pxPerMm();
        List<Component> written = Components.of(ink, STROKE_LEVEL).all().stream()
                .filter(c -> c.area() >= DOT_MM2 * px2 && !isPrint(c, zone))
                .toList();
        double area = written.stream().mapToInt(Component::area).sum() / px2;
        int left = written.stream().mapToInt(Component::left).min().orElse(0);
        int right = written.stream().mapToInt(Component::right).max().orElse(0);
        return new FreeInk(area, (right - left) / zone.pxPerMm());
    }

    /** Standard deviation of the paper's grain, from the median distance to the median: strokes do not move it. */
    private static double noise(int[] counts, int paper) {
        long all = 0;
        for (int count : counts) {
            all += count;
        }
        long seen = 0;
        for (int distance = 0; distance < counts.length; distance++) {
            seen += paper + distance < counts.length ? counts[paper + distance] : 0;
            seen += distance > 0 && paper >= distance ? counts[paper - distance] : 0;
            if (seen * 2 >= all) {
                return 1.4826 * distance;
            }
        }
        return 0;
    }

    private static boolean isPrint(Component c, Zone zone) {
        GreyCrop grey = zone.grey();
        int edge = zone.pixels(EDGE_MM);
        boolean rule = c.height() <= zone.pixels(RULE_HEIGHT_MM) && c.width() >= RULE_SHARE * grey.width();
        boolean upright = c.width() <= zone.pixels(RULE_HEIGHT_MM) && c.height() >= 0.9 * grey.height();
        boolean hugsEdge = c.bottom() <= edge
                || c.top() >= grey.height() - edge
                || c.right() <= edge
                || c.left() >= grey.width() - edge;
        return rule || upright || hugsEdge;
    }
}
