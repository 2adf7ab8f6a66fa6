package org.paperbridge.identify.zxing;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.ScanPoint;
import org.paperbridge.identify.CodeFinder;
import org.paperbridge.identify.SeenCode;

/**
 * Looks for page codes in the corners first: crops decode several times faster than the page. A second binarizer rescues
 * low contrast, the median specks, shrinking noise, enlarging low resolution; each is tried only when the ones before
 * found nothing.
 */
public final class ZxingCodeFinder implements CodeFinder {

    /** A code lies within this share of the longer side from its corner, at 3 degrees of skew. */
    private static final double CORNER = 0.21;
    /** The same for pages fed far askew or photographed with a margin. */
    private static final double WIDE_CORNER = 0.42;

    /** From 250 dpi on, half the dots of an A4 page leave more than three to a module: a quarter of the work. */
    private static final int FINE_SIDE = 2900;
    /** The two codes of a page lie a page height apart. */
    private static final double SAME_PLACE_PX = 20;

    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    private enum Step {
        PLAIN(1, patch -> patch, HybridBinarizer::new),
        GLOBAL(1, patch -> patch, GlobalHistogramBinarizer::new),
        MEDIAN(1, GreyPatch::median, HybridBinarizer::new),
        HALF(0.5, patch -> patch.shrunk(2), HybridBinarizer::new),
        LARGE(1.6, patch -> patch.enlarged(1.6), HybridBinarizer::new),
        SOFT(0.8, patch -> patch.shrunk(2).enlarged(1.6), GlobalHistogramBinarizer::new);

        private final double scale;
        private final Function<GreyPatch, GreyPatch> prepare;
        private final Function<GreyPatch, Binarizer> binarize;

        Step(double scale, Function<GreyPatch, GreyPatch> prepare, Function<GreyPatch, Binarizer> binarize) {
            this.scale = scale;
            this.prepare = prepare;
            this.binarize = binarize;
        }
    }

    /** A rectangle of the scan, px. */
    private record Area(int left, int top, int width, int height) {}

    /** The cheap look alone, which finds nineteen of twenty codes. */
    public static CodeFinder firstLook() {
        return image -> inCorners(image, firstStep(image));
    }

    /** All the rest. */
    public static CodeFinder thorough() {
        return ZxingCodeFinder::harder;
    }

    @Override
    public List<SeenCode> find(PageImage image) {
        List<SeenCode> seen = inCorners(image, firstStep(image));
        return seen.isEmpty() ? harder(image) : seen;
    }

    private static Step firstStep(PageImage image) {
        return Math.max(image.width(), image.height()) >= FINE_SIDE ? Step.HALF : Step.PLAIN;
    }

    private static List<SeenCode> inCorners(PageImage image, Step step) {
        List<SeenCode> seen = new ArrayList<>();
        for (Area corner : corners(image, CORNER)) {
            look(image, corner, step).ifPresent(seen::add);
            if (seen.size() == 2) {
                return seen;
            }
        }
        return seen;
    }

    private static List<SeenCode> harder(PageImage image) {
        List<SeenCode> seen = new ArrayList<>();
        Step first = firstStep(image);
        List<Area> corners = corners(image, CORNER);
        List<Area> wide = corners(image, WIDE_CORNER);
        for (Step step : Step.values()) {
            for (Area corner : step == first ? wide : concat(corners, wide)) {
                look(image, corner, step)
                        .filter(found -> seen.stream().noneMatch(s -> isSameSymbol(s, found)))
                        .ifPresent(seen::add);
            }
            if (!seen.isEmpty()) {
                return seen;
            }
        }
        return seen;
    }

    /** Upright pages first: top right, bottom left, then the corners of turned ones. */
    private static List<Area> corners(PageImage image, double share) {
        int side = (int) (Math.max(image.width(), image.height()) * share);
        int width = Math.min(side, image.width());
        int height = Math.min(side, image.height());
        int right = image.width() - width;
        int bottom = image.height() - height;
        return List.of(
                new Area(right, 0, width, height),
                new Area(0, bottom, width, height),
                new Area(0, 0, width, height),
                new Area(right, bottom, width, height));
    }

    private static List<Area> concat(List<Area> first, List<Area> second) {
        List<Area> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Optional<SeenCode> look(PageImage image, Area area, Step step) {
        GreyPatch patch =
                step.prepare.apply(GreyPatch.cut(image, area.left(), area.top(), area.width(), area.height()));
        try {
            Result result = new QRCodeReader().decode(new BinaryBitmap(step.binarize.apply(patch)), HINTS);
            ResultPoint[] points = result.getResultPoints();
            if (points.length < 3) {
                return Optional.empty();
            }
            return Optional.of(new SeenCode(
                    result.getText(),
                    List.of(
                            point(points[1], area, step.scale),
                            point(points[2], area, step.scale),
                            point(points[0], area, step.scale))));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    /** Areas overlap: one symbol may be found in two of them. */
    private static boolean isSameSymbol(SeenCode a, SeenCode b) {
        ScanPoint p = a.finders().getFirst();
        ScanPoint q = b.finders().getFirst();
        return a.text().equals(b.text()) && Math.hypot(p.x() - q.x(), p.y() - q.y()) < SAME_PLACE_PX;
    }

    private static ScanPoint point(ResultPoint point, Area area, double scale) {
        return new ScanPoint(area.left() + point.getX() / scale, area.top() + point.getY() / scale);
    }
}
