package org.paperbridge.template.layout;

import java.util.List;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.Fiducial.Kind;
import org.paperbridge.form.layout.PageBox;

/**
 * What lies at the same place on every A4 page, in mm.
 *
 * <p>Corner squares of 5 mm at 12 mm from the edges: at 3 degrees of skew a corner moves by about 8 mm and must stay on
 * the scan. An ArUco marker beside each square checks it and stands in for it. Two page codes lie at diagonal corners,
 * so that one stain or tear spares one of them: 41 modules on 22 mm give 0.54 mm a module.
 */
public final class PageFrame {

    public static final double WIDTH_MM = 210;
    public static final double HEIGHT_MM = 297;
    public static final double LEFT_MM = 12;
    public static final double RIGHT_MM = 198;
    /** Content lies between the identity block and the foot. */
    public static final double CONTENT_TOP_MM = 62.5;

    public static final double CONTENT_BOTTOM_MM = 258.5;
    /** White that a code needs around it: four modules. */
    public static final double QUIET_ZONE_MM = 2.2;
    /** White that a corner mark needs around it. */
    public static final double MARK_CLEARANCE_MM = 1.5;

    public static final PageBox TOP_CODE = new PageBox(164, 12, 22, 22);
    public static final PageBox BOTTOM_CODE = new PageBox(24, 263, 22, 22);
    public static final PageBox SHORT_CODE = new PageBox(51, 263, 62, 6);
    public static final PageBox EMPTY_REFERENCE = new PageBox(176, 264.2, 4.2, 4.2);
    public static final PageBox FILLED_REFERENCE = new PageBox(182, 264.2, 4.2, 4.2);

    private PageFrame() {}

    public static List<Fiducial> fiducials() {
        return List.of(
                new Fiducial("TL", Kind.SQUARE, new PageBox(12, 12, 5, 5)),
                new Fiducial("TR", Kind.SQUARE, new PageBox(193, 12, 5, 5)),
                new Fiducial("BL", Kind.SQUARE, new PageBox(12, 280, 5, 5)),
                new Fiducial("BR", Kind.SQUARE, new PageBox(193, 280, 5, 5)),
                new Fiducial("A0", Kind.ARUCO, new PageBox(12, 21, 8, 8)),
                new Fiducial("A1", Kind.ARUCO, new PageBox(190, 22, 8, 8)),
                new Fiducial("A2", Kind.ARUCO, new PageBox(12, 268, 8, 8)),
                new Fiducial("A3", Kind.ARUCO, new PageBox(190, 268, 8, 8)));
    }

    public static List<PageBox> codes() {
        return List.of(TOP_CODE, BOTTOM_CODE);
    }

    /** Zones where nothing else may be printed or written. */
    public static List<PageBox> keepOuts() {
        List<PageBox> zones = new java.util.ArrayList<>();
        fiducials().forEach(f -> zones.add(f.box().grownBy(MARK_CLEARANCE_MM)));
        codes().forEach(c -> zones.add(c.grownBy(QUIET_ZONE_MM)));
        return zones;
    }
}
