package org.paperbridge.register.opencv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.PageRegistration.Homography;
import org.paperbridge.form.page.ScanPoint;

/**
 * Marks to a transform, with what they say against it. Marks at all four corners carry a homography; at three corners only
 * an affine transform, because perspective could not be told from error there.
 */
final class PageFit {

    /** A mark further off than this disagrees with the others and is dropped while enough remain. */
    static final double DISAGREES_MM = 0.3;

    /** A marker of 8 mm that lost a corner, as much as {@link MarkFinder} lets pass, has its centre off by no more. */
    private static final double CUT_MARK_MM = 0.65;

    /** Filled so far, a mark has not lost enough to move its centre by a third of a mm; blur takes 4 % of a whole one. */
    private static final double LEAST_EXTENT_OF_WHOLE = 0.93;

    private static final int LEAST_MARKS = 5;
    /** Half a millimetre over an A4 sheet; feeders that pull askew stay below it. */
    private static final double MOST_SHEAR = 0.002;
    /** Feeders stretch by up to a hundredth. */
    private static final double MOST_STRETCH = 0.015;

    private PageFit() {}

    /** The transform and the largest disagreement of the marks it rests on, mm. */
    record Fit(Homography homography, double residualMm, int marks, int corners) {}

    /** Empty when the marks are too few, or lie at fewer than three corners. */
    static Optional<Fit> of(List<FoundMark> found, double widthMm, double heightMm) {
        List<FoundMark> marks = new ArrayList<>(found);
        while (true) {
            int corners = corners(marks, widthMm, heightMm);
            if (marks.size() < LEAST_MARKS || corners < 3) {
                return Optional.empty();
            }
            Optional<Homography> transform = corners == 4 ? homography(marks) : Optional.of(affine(marks));
            if (transform.isEmpty()) {
                return Optional.empty();
            }
            Homography h = transform.get();
            FoundMark worst = marks.stream()
                    .max(Comparator.comparingDouble(m -> errorMm(h, m)))
                    .orElseThrow();
            double residual = errorMm(h, worst);
            boolean canDrop = marks.size() > LEAST_MARKS;
            if (residual <= DISAGREES_MM || !canDrop) {
                return Optional.of(new Fit(h, residual, marks.size(), corners));
            }
            marks.remove(worst);
        }
    }

    /** What the other three corners say of a mark that is alone in its own. */
    sealed interface LoneMark {

        /** There is none, or it says so much else that the page must be seen askew: it is needed. */
        record Needed() implements LoneMark {}

        /** Nearly the same: the transform of the others is the better one. */
        record Spared(Fit others) implements LoneMark {}

        /** As much else as a cut could explain, or a page seen slightly askew: nobody can tell. */
        record Doubtful() implements LoneMark {}
    }

    /**
     * Looks for a mark that is alone in its corner: what took its neighbour, a tear mostly, may have cut it too, and then
     * its centre is off by up to {@value #CUT_MARK_MM} mm and the corner of the page by more.
     */
    static LoneMark loneMark(List<FoundMark> marks, double widthMm, double heightMm) {
        Map<Integer, List<FoundMark>> corners =
                marks.stream().collect(Collectors.groupingBy(m -> corner(m, widthMm, heightMm)));
        List<FoundMark> alone = corners.values().stream()
                .filter(c -> c.size() == 1)
                .map(List::getFirst)
                .toList();
        if (corners.size() < 4 || alone.size() != 1 || alone.getFirst().extent() >= LEAST_EXTENT_OF_WHOLE) {
            return new LoneMark.Needed();
        }
        List<FoundMark> others = new ArrayList<>(marks);
        others.remove(alone.getFirst());
        Optional<Fit> flat = of(others, widthMm, heightMm)
                .filter(fit -> fit.residualMm() <= DISAGREES_MM && isFlat(fit.homography()));
        if (flat.isEmpty()) {
            return new LoneMark.Needed();
        }
        double off = errorMm(flat.get().homography(), alone.getFirst());
        if (off <= DISAGREES_MM) {
            return new LoneMark.Spared(flat.get());
        }
        return off <= CUT_MARK_MM ? new LoneMark.Doubtful() : new LoneMark.Needed();
    }

    /**
     * Whether an affine transform is what a scanner makes: turned and scaled, hardly sheared. Three corners fit any
     * perspective without an error to see, and the fourth lies millimetres off; but a sheet photographed askew shows it
     * as shear, of about its error at the far corner over the length of the sheet.
     */
    static boolean isFlat(Homography h) {
        double across = Math.hypot(h.m11(), h.m21());
        double down = Math.hypot(h.m12(), h.m22());
        double shear = (h.m11() * h.m12() + h.m21() * h.m22()) / (across * down);
        return Math.abs(shear) <= MOST_SHEAR && Math.abs(across / down - 1) <= MOST_STRETCH;
    }

    private static double errorMm(Homography h, FoundMark mark) {
        PageRegistration page = new PageRegistration(h, 0, 0, 0);
        ScanPoint at = page.toPixels(mark.mm());
        return Math.hypot(at.x() - mark.px().x(), at.y() - mark.px().y()) / page.pixelsPerMm(mark.mm());
    }

    private static int corners(List<FoundMark> marks, double widthMm, double heightMm) {
        Set<Integer> corners = new HashSet<>();
        for (FoundMark mark : marks) {
            corners.add(corner(mark, widthMm, heightMm));
        }
        return corners.size();
    }

    private static int corner(FoundMark mark, double widthMm, double heightMm) {
        PagePoint p = mark.mm();
        return (p.x() > widthMm / 2 ? 1 : 0) + (p.y() > heightMm / 2 ? 2 : 0);
    }

    static Optional<Homography> homography(List<FoundMark> marks) {
        MatOfPoint2f from = new MatOfPoint2f(
                marks.stream().map(m -> new Point(m.mm().x(), m.mm().y())).toArray(Point[]::new));
        MatOfPoint2f to = new MatOfPoint2f(
                marks.stream().map(m -> new Point(m.px().x(), m.px().y())).toArray(Point[]::new));
        Mat h = new Mat();
        try {
            h = Calib3d.findHomography(from, to, 0);
            if (h.empty()) {
                return Optional.empty();
            }
            double[] m = new double[9];
            h.get(0, 0, m);
            return Optional.of(new Homography(
                    m[0] / m[8],
                    m[1] / m[8],
                    m[2] / m[8],
                    m[3] / m[8],
                    m[4] / m[8],
                    m[5] / m[8],
                    m[6] / m[8],
                    m[7] / m[8]));
        } finally {
            from.release();
            to.release();
            h.release();
        }
    }

    /** Least squares about the centroid. */
    static Homography affine(List<FoundMark> marks) {
        double n = marks.size();
        double mx = marks.stream().mapToDouble(m -> m.mm().x()).sum() / n;
        double my = marks.stream().mapToDouble(m -> m.mm().y()).sum() / n;
        double px = marks.stream().mapToDouble(m -> m.px().x()).sum() / n;
        double py = marks.stream().mapToDouble(m -> m.px().y()).sum() / n;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        double xu = 0;
        double yu = 0;
        double xv = 0;
        double yv = 0;
        for (FoundMark mark : marks) {
            double x = mark.mm().x() - mx;
            double y = mark.mm().y() - my;
            double u = mark.px().x() - px;
            double v = mark.px().y() - py;
            sxx += x * x;
            sxy += x * y;
            syy += y * y;
            xu += x * u;
            yu += y * u;
            xv += x * v;
            yv += y * v;
        }
        double det = sxx * syy - sxy * sxy;
        double a = (xu * syy - yu * sxy) / det;
        double b = (yu * sxx - xu * sxy) / det;
        double c = (xv * syy - yv * sxy) / det;
        double d = (yv * sxx - xv * sxy) / det;
        return new Homography(a, b, px - a * mx - b * my, c, d, py - c * mx - d * my, 0, 0);
    }
}
