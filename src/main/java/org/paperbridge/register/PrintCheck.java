package org.paperbridge.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.ScanPoint;

/**
 * Whether the printed lines lie where a transform says, in every part of the page. Marks in four corners fit a homography
 * however the paper between them is pleated: a fold of 2 mm leaves their residual at nothing and the rows beside the fold a
 * millimetre off.
 *
 * <p>The page is cut into patches. Across each printed line, many short profiles of the scan vote for the offset at which
 * they see a thin dark ridge. A patch contradicts the transform when its lines agree on an offset and hardly any is where
 * it should be; a patch whose print is faint, covered or absent says nothing.
 */
public final class PrintCheck {

    /** How closely the print must lie where the transform puts it. */
    public enum Strictness {
        /** Two marks in each corner: beyond 0.4 mm the neighbouring row could be read; the marks are held to the same. */
        ALL_MARKS(0.4, 2),
        /** At one corner no mark, or one that a tear may have cut: there the print speaks, so 0.2 mm, and a single patch is heard. */
        MARKS_MISSING(0.2, 1);

        private final double mostMm;
        /** One patch may be a sticker with lines of its own; a fold moves whole parts of a page. */
        private final int leastPatches;

        Strictness(double mostMm, int leastPatches) {
            this.mostMm = mostMm;
            this.leastPatches = leastPatches;
        }
    }

    private static final double PATCH_MM = 30;
    /** Profiles reach so far to either side of a line, mm. */
    private static final double REACH_MM = 4;

    private static final double STEP_MM = 0.1;
    private static final int STEPS = (int) Math.round(REACH_MM / STEP_MM);
    /** Between two profiles along a line, mm. */
    private static final double SPACING_MM = 1;
    /** Ends and crossings of lines show other lines. */
    private static final double ENDS_MM = 0.8;
    /** A printed line is thinner than twice this; writing and shade are mostly broader. */
    private static final int FLANK_STEPS = 5;
    /** Grey levels by which a line is darker than both its flanks: less is noise, more is as good as this. */
    private static final int LEAST_RIDGE = 12;

    private static final int FULL_RIDGE = 40;

    private static final int LEAST_PROFILES = 32;
    /** Share of profiles that must agree before a patch says anything. */
    private static final double LEAST_AGREEMENT = 0.3;
    /** Of that agreement, what the right place must have at least. */
    private static final double LEAST_SHARE_IN_PLACE = 0.6;
    /** Lighter lines are not counted on: copiers lose them. */
    private static final double LIGHTEST = 0.8;

    private final PageImage image;
    private final PageRegistration where;
    private final Strictness strictness;
    private final int columns;
    /** By patch, where vertical lines are looked across; and horizontal ones down. */
    private final List<List<PagePoint>> across = new ArrayList<>();

    private final List<List<PagePoint>> down = new ArrayList<>();

    private PrintCheck(PageImage image, PageRegistration where, LayoutPage layout, Strictness strictness) {
        this.strictness = strictness;
        this.image = image;
        this.where = where;
        this.columns = (int) Math.ceil(layout.widthMm() / PATCH_MM);
        int patches = columns * (int) Math.ceil(layout.heightMm() / PATCH_MM);
        for (int i = 0; i < patches; i++) {
            across.add(new ArrayList<>());
            down.add(new ArrayList<>());
        }
    }

    /**
     * How far printed lines lie from where the transform puts them.
     *
     * @return mm, the most over the patches that contradict the transform; 0 when it holds
     */
    public static double offsetMm(PageImage image, PageRegistration where, LayoutPage layout, Strictness strictness) {
        PrintCheck check = new PrintCheck(image, where, layout, strictness);
        for (Drawing drawing : layout.drawings()) {
            check.look(drawing);
        }
        return check.verdict();
    }

    private void look(Drawing drawing) {
        switch (drawing) {
            case Drawing.Frame(PageBox box, double grey, double stroke)
            when grey <= LIGHTEST -> {
                horizontal(box.top(), box.left(), box.right());
                horizontal(box.bottom(), box.left(), box.right());
                vertical(box.left(), box.top(), box.bottom());
                vertical(box.right(), box.top(), box.bottom());
            }
            case Drawing.Rule(PagePoint from, PagePoint to, double grey, double stroke)
            when grey <= LIGHTEST -> {
                if (from.y() == to.y()) {
                    horizontal(from.y(), Math.min(from.x(), to.x()), Math.max(from.x(), to.x()));
                } else if (from.x() == to.x()) {
                    vertical(from.x(), Math.min(from.y(), to.y()), Math.max(from.y(), to.y()));
                }
            }
            case Drawing.Frame light -> {}
            case Drawing.Rule light -> {}
            case Drawing.Fill fill -> {}
            case Drawing.Text text -> {}
        }
    }

    private void horizontal(double y, double from, double to) {
        for (double x = from + ENDS_MM; x < to - ENDS_MM; x += SPACING_MM) {
            add(down, x, y);
        }
    }

    private void vertical(double x, double from, double to) {
        for (double y = from + ENDS_MM; y < to - ENDS_MM; y += SPACING_MM) {
            add(across, x, y);
        }
    }

    private void add(List<List<PagePoint>> patches, double x, double y) {
        int column = (int) Math.floor(x / PATCH_MM);
        int row = (int) Math.floor(y / PATCH_MM);
        if (column >= 0 && column < columns && row >= 0 && row * columns + column < patches.size()) {
            patches.get(row * columns + column).add(new PagePoint(x, y));
        }
    }

    private double verdict() {
        List<Double> offsets = new ArrayList<>();
        for (int patch = 0; patch < across.size(); patch++) {
            double most = Math.max(offsetMm(across.get(patch), STEP_MM, 0), offsetMm(down.get(patch), 0, STEP_MM));
            if (most > strictness.mostMm) {
                offsets.add(most);
            }
        }
        return offsets.size() < strictness.leastPatches
                ? 0
                : offsets.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** What the lines of one patch and one direction say; 0 when they do not contradict. */
    private double offsetMm(List<PagePoint> points, double stepX, double stepY) {
        if (points.size() < LEAST_PROFILES) {
            return 0;
        }
        double inPlace = highest(votes(points, stepX, stepY, (int) Math.round(strictness.mostMm / STEP_MM)));
        if (inPlace >= LEAST_SHARE_IN_PLACE * points.size()) {
            // whatever the other places say, none can have so much more
            return 0;
        }
        double[] votes = votes(points, stepX, stepY, STEPS);
        double best = highest(votes);
        if (best < LEAST_AGREEMENT * points.size() || inPlace >= LEAST_SHARE_IN_PLACE * best) {
            return 0;
        }
        for (int i = 0; i < votes.length; i++) {
            if (votes[i] == best) {
                return Math.abs(i - STEPS) * STEP_MM;
            }
        }
        return 0;
    }

    private static double highest(double[] votes) {
        return Arrays.stream(votes).max().orElse(0);
    }

    /** For each offset from {@code -reach} to {@code reach} steps, how many profiles see a ridge there. */
    private double[] votes(List<PagePoint> points, double stepX, double stepY, int reach) {
        double[] votes = new double[2 * reach + 1];
        int half = reach + FLANK_STEPS;
        int[] grey = new int[2 * half + 1];
        for (PagePoint point : points) {
            if (profile(point, stepX * half, stepY * half, grey)) {
                for (int i = 0; i < votes.length; i++) {
                    int middle = grey[i + FLANK_STEPS];
                    int ridge = Math.min(grey[i], grey[i + 2 * FLANK_STEPS]) - middle;
                    if (ridge >= LEAST_RIDGE) {
                        votes[i] += Math.min(1.0, ridge / (double) FULL_RIDGE);
                    }
                }
            }
        }
        return votes;
    }

    /** The scan along a short straight line about a point; false where it leaves the scan. */
    private boolean profile(PagePoint point, double halfX, double halfY, int[] grey) {
        // the transform is straight over a few millimetres
        ScanPoint a = where.toPixels(new PagePoint(point.x() - halfX, point.y() - halfY));
        ScanPoint b = where.toPixels(new PagePoint(point.x() + halfX, point.y() + halfY));
        if (!isInside(a) || !isInside(b)) {
            return false;
        }
        double stepX = (b.x() - a.x()) / (grey.length - 1);
        double stepY = (b.y() - a.y()) / (grey.length - 1);
        byte[] scan = image.grey();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = scan[(int) (a.y() + stepY * i) * image.width() + (int) (a.x() + stepX * i)] & 0xff;
        }
        return true;
    }

    private boolean isInside(ScanPoint at) {
        return at.x() >= 0 && at.y() >= 0 && at.x() < image.width() && at.y() < image.height();
    }
}
