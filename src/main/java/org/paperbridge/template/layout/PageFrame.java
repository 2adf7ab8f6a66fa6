package org.paperbridge.template.layout;

import java.util.ArrayList;
import java.util.List;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.Fiducial.Kind;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.template.author.FormSource.Paper;

/**
 * What lies at the same place on every A4 page of one kind, in mm.
 *
 * <p>Corner squares of 5 mm at 12 mm from the edges: at 3 degrees of skew a corner moves by about 8 mm and must stay on
 * the scan. An ArUco marker beside each square checks it and stands in for it. Two page codes lie at diagonal corners,
 * so that one stain or tear spares one of them: 41 modules on 22 mm give 0.54 mm a module. A landscape page is laid out
 * the same way, seen from its own corners.
 *
 * @param widthMm of the trimmed sheet
 * @param heightMm of the trimmed sheet
 * @param contentTopMm where the form's own content begins
 */
public record PageFrame(double widthMm, double heightMm, double contentTopMm) {

    /** White that a code needs around it: four modules. */
    public static final double QUIET_ZONE_MM = 2.2;
    /** White that a corner mark needs around it. */
    public static final double MARK_CLEARANCE_MM = 1.5;

    private static final double SHORT_MM = 210;
    private static final double LONG_MM = 297;
    private static final double MARGIN_MM = 12;
    /** Under the identity block of an upright sheet, and where there is none. */
    private static final double UNDER_IDENTITY_MM = 62.5;

    private static final double UNDER_HEAD_MM = 37;

    public static PageFrame of(Paper paper) {
        if (paper.landscape()) {
            return new PageFrame(LONG_MM, SHORT_MM, UNDER_HEAD_MM);
        }
        return new PageFrame(SHORT_MM, LONG_MM, paper.patient() ? UNDER_IDENTITY_MM : UNDER_HEAD_MM);
    }

    public boolean landscape() {
        return widthMm > heightMm;
    }

    public double leftMm() {
        return MARGIN_MM;
    }

    public double rightMm() {
        return widthMm - MARGIN_MM;
    }

    /** Content ends above the foot. */
    public double contentBottomMm() {
        return heightMm - 38.5;
    }

    /** Where the foot with its code begins. */
    double footTopMm() {
        return heightMm - 34;
    }

    public PageBox shortCode() {
        return new PageBox(51, footTopMm(), 62, 6);
    }

    PageBox emptyReference() {
        return new PageBox(widthMm - 34, footTopMm() + 1.2, 4.2, 4.2);
    }

    PageBox filledReference() {
        return new PageBox(widthMm - 28, footTopMm() + 1.2, 4.2, 4.2);
    }

    public List<Fiducial> fiducials() {
        double right = widthMm - 17;
        double bottom = heightMm - 17;
        return List.of(
                new Fiducial("TL", Kind.SQUARE, new PageBox(MARGIN_MM, MARGIN_MM, 5, 5)),
                new Fiducial("TR", Kind.SQUARE, new PageBox(right, MARGIN_MM, 5, 5)),
                new Fiducial("BL", Kind.SQUARE, new PageBox(MARGIN_MM, bottom, 5, 5)),
                new Fiducial("BR", Kind.SQUARE, new PageBox(right, bottom, 5, 5)),
                new Fiducial("A0", Kind.ARUCO, new PageBox(MARGIN_MM, 21, 8, 8)),
                new Fiducial("A1", Kind.ARUCO, new PageBox(widthMm - 20, 22, 8, 8)),
                new Fiducial("A2", Kind.ARUCO, new PageBox(MARGIN_MM, heightMm - 29, 8, 8)),
                new Fiducial("A3", Kind.ARUCO, new PageBox(widthMm - 20, heightMm - 29, 8, 8)));
    }

    public List<PageBox> codes() {
        return List.of(new PageBox(widthMm - 46, MARGIN_MM, 22, 22), new PageBox(24, footTopMm(), 22, 22));
    }

    /** Zones of a page where nothing else may be printed or written. */
    public static List<PageBox> keepOuts(LayoutPage page) {
        List<PageBox> zones = new ArrayList<>();
        page.fiducials().forEach(f -> zones.add(f.box().grownBy(MARK_CLEARANCE_MM)));
        page.codes().forEach(c -> zones.add(c.grownBy(QUIET_ZONE_MM)));
        return zones;
    }
}
