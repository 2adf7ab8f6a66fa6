package org.paperbridge.register;

import java.util.ArrayList;
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

    /** Wider than this the neighbouring row could be read; the marks are held to the same. */
    public static final double MOST_OFFSET_MM = 0.4;

    private static final double PATCH_MM = 30;
    /** Profiles reach so far to either side of a line, mm. */
    private static final double REACH_MM = 4;

    private static final double STEP_MM = 0.1;
    private static final int STEPS = (int) Math.round(REACH_MM / STEP_MM);
    /** Between two profiles along a line, mm. */
    private static final double SPACING_MM = 0.8;
    /** Ends and crossings of lines show other lines. */
    private static final double ENDS_MM = 0.8;
    /** A printed line is thinner than twice this; writing and shade are mostly broader. */
    private static final int FLANK_STEPS = 5;
    /** Grey levels by which a line is darker than both its flanks: less is noise, more is as good as this. */
    private static final int LEAST_RIDGE = 12;

    private static final int FULL_RIDGE = 40;

    private static final int LEAST_PROFILES = 40;
    /** Share of profiles that must agree before a patch says anything. */
    private static final double LEAST_AGREEMENT = 0.3;
    /** Of that agreement, what the right place must have at least. */
    private static final double LEAST_SHARE_IN_PLACE = 0.6;
    /** Lighter lines are not counted on: copiers lose them. */
    private static final double LIGHTEST = 0.8;
    /** One patch may be a sticker with lines of its own; a fold moves whole parts of a page. */
    private static final int LEAST_PATCHES = 2;

    private final PageImage image;
    private final PageRegistration where;
    private final int columns;
    private final Votes[] across;
    private final Votes[] down;

    private PrintCheck(PageImage image, PageRegistration where, LayoutPage layout) {
        this.image = image;
        this.where = where;
        this.columns = (int) Math.ceil(layout.widthMm() / PATCH_MM);
        int patches = columns * (int) Math.ceil(layout.heightMm() / PATCH_MM);
        this.across = new Votes[patches];
        this.down = new Votes[patches];
        for (int i = 0; i < patches; i++) {
            across[i] = new Votes();
            down[i] = new Votes();
        }
    }

    /**
     * How far printed lines lie from where the transform puts them.
     *
     * @return mm, the most over the patches that contradict the transform; 0 when it holds
     */
    public static double offsetMm(PageImage image, PageRegistration where, LayoutPage layout) {
        PrintCheck check = new PrintCheck(image, where, layout);
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
            vote(down, x, y, 0, STEP_MM);
        }
    }

    private void vertical(double x, double from, double to) {
        for (double y = from + ENDS_MM; y < to - ENDS_MM; y += SPACING_MM) {
            vote(across, x, y, STEP_MM, 0);
        }
    }

    private void vote(Votes[] votes, double x, double y, double stepX, double stepY) {
        int patch = (int) (y / PATCH_MM) * columns + (int) (x / PATCH_MM);
        if (x < 0 || y < 0 || patch >= votes.length || (int) (x / PATCH_MM) >= columns) {
            return;
        }
        int half = STEPS + FLANK_STEPS;
        // the transform is straight over a few millimetres
        ScanPoint a = where.toPixels(new PagePoint(x - stepX * half, y - stepY * half));
        ScanPoint b = where.toPixels(new PagePoint(x + stepX * half, y + stepY * half));
        int[] grey = new int[2 * half + 1];
        for (int i = 0; i < grey.length; i++) {
            double share = i / (2.0 * half);
            int px = (int) Math.floor(a.x() + (b.x() - a.x()) * share);
            int py = (int) Math.floor(a.y() + (b.y() - a.y()) * share);
            if (px < 0 || py < 0 || px >= image.width() || py >= image.height()) {
                return;
            }
            grey[i] = image.grey()[py * image.width() + px] & 0xff;
        }
        votes[patch].add(grey);
    }

    private double verdict() {
        List<Double> offsets = new ArrayList<>();
        for (int i = 0; i < across.length; i++) {
            double most = Math.max(across[i].offsetMm(), down[i].offsetMm());
            if (most > MOST_OFFSET_MM) {
                offsets.add(most);
            }
        }
        return offsets.size() < LEAST_PATCHES
                ? 0
                : offsets.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** What the profiles of one patch and one direction say. */
    private static final class Votes {

        private final double[] sums = new double[2 * STEPS + 1];
        private int profiles;

        void add(int[] grey) {
            profiles++;
            for (int i = 0; i < sums.length; i++) {
                int middle = i + FLANK_STEPS;
                int ridge = Math.min(grey[middle - FLANK_STEPS], grey[middle + FLANK_STEPS]) - grey[middle];
                if (ridge >= LEAST_RIDGE) {
                    sums[i] += Math.min(1.0, ridge / (double) FULL_RIDGE);
                }
            }
        }

        double offsetMm() {
            if (profiles < LEAST_PROFILES) {
                return 0;
            }
            int best = 0;
            double inPlace = 0;
            for (int i = 0; i < sums.length; i++) {
                if (sums[i] > sums[best]) {
                    best = i;
                }
                if (Math.abs(i - STEPS) * STEP_MM <= MOST_OFFSET_MM + STEP_MM / 2) {
                    inPlace = Math.max(inPlace, sums[i]);
                }
            }
            boolean contradicts =
                    sums[best] >= LEAST_AGREEMENT * profiles && inPlace < LEAST_SHARE_IN_PLACE * sums[best];
            return contradicts ? Math.abs(best - STEPS) * STEP_MM : 0;
        }
    }
}
