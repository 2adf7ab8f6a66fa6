package org.paperbridge.register.opencv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.Orientation;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.ScanPoint;
import org.paperbridge.natives.opencv.OpenCvLibrary;
import org.paperbridge.register.FirstGuess;
import org.paperbridge.register.PageRegistrar;
import org.paperbridge.register.PrintCheck;
import org.paperbridge.register.RegistrationResult;
import org.paperbridge.register.RegistrationResult.Located;
import org.paperbridge.register.RegistrationResult.NotLocated;
import org.paperbridge.register.opencv.PageFit.Fit;
import org.paperbridge.register.opencv.PageFit.LoneMark;

/** Squares and markers near where the page code says they are, then the transform on which they agree. */
public final class OpenCvRegistrar implements PageRegistrar {

    /** Beyond this the neighbouring row could be read: comb rows stand 1.5 mm apart and cells reach to their edge. */
    public static final double MOST_RESIDUAL_MM = 0.4;

    /** Finder patterns are exact to about 0.1 mm over 18 mm; at the far corner that is some millimetres. */
    private static final double FIRST_REACH_MM = 7;

    private static final double SECOND_REACH_MM = 2.5;
    /** A finder pattern's centre lies this many modules from the symbol's edge. */
    private static final double FINDER_CENTRE = 3.5;
    /** Finder patterns are exact to a module or two; another sheet's code lies centimetres off. */
    private static final double CODE_OFF_MM = 3;
    /** A page reaching further beyond its scan than this was guessed from the wrong one of its two codes. */
    private static final double MOST_OVERHANG_MM = 60;

    /** @throws org.paperbridge.natives.NativeLibraryException when OpenCV does not run here */
    public OpenCvRegistrar() {
        OpenCvLibrary.load();
    }

    @Override
    public RegistrationResult register(PageImage image, LayoutPage layout, Orientation seen) {
        List<FirstGuess> guesses = layout.codes().stream()
                .map(code -> FirstGuess.of(seen, code))
                .filter(g -> overhang(g, layout, image) < MOST_OVERHANG_MM)
                .sorted(Comparator.comparingDouble(g -> overhang(g, layout, image)))
                .toList();
        NotLocated nothing = new NotLocated(0, 0);
        for (FirstGuess guess : guesses) {
            RegistrationResult result = fit(image, layout, guess::toPixels);
            if (result instanceof NotLocated not) {
                nothing = not.fiducialsFound() > nothing.fiducialsFound() ? not : nothing;
            } else if (seesAllCorners(result, layout)) {
                return result;
            } else {
                return better(image, layout, seen).orElse(result);
            }
        }
        NotLocated otherwise = nothing;
        return better(image, layout, seen).orElse(otherwise);
    }

    /** Two marks stand in every corner. */
    private static boolean seesAllCorners(RegistrationResult result, LayoutPage layout) {
        return result instanceof Located(PageRegistration page)
                && page.fiducials() > layout.fiducials().size() - 2;
    }

    /**
     * By the numbered markers of the whole scan: what one code tells of the far corners is not good enough on a
     * photograph taken askew, and a corner not found may only lie elsewhere.
     */
    private static Optional<RegistrationResult> better(PageImage image, LayoutPage layout, Orientation seen) {
        RegistrationResult located = locate(image, detect(image), layout);
        return Optional.of(located).filter(l -> l instanceof Located known && agrees(known, layout, seen));
    }

    /** Whether the code that named the page lies where the page has one: two sheets may be on one scan. */
    private static boolean agrees(Located located, LayoutPage layout, Orientation seen) {
        PageRegistration page = located.registration();
        return layout.codes().stream().anyMatch(code -> {
            double in = FINDER_CENTRE * code.width() / seen.modules();
            List<PagePoint> finders = List.of(
                    new PagePoint(code.left() + in, code.top() + in),
                    new PagePoint(code.right() - in, code.top() + in),
                    new PagePoint(code.left() + in, code.bottom() - in));
            for (int i = 0; i < finders.size(); i++) {
                ScanPoint printed = page.toPixels(finders.get(i));
                ScanPoint found = seen.finders().get(i);
                double off = Math.hypot(printed.x() - found.x(), printed.y() - found.y());
                if (off > CODE_OFF_MM * page.pixelsPerMm(finders.get(i))) {
                    return false;
                }
            }
            return true;
        });
    }

    @Override
    public RegistrationResult register(PageImage image, LayoutPage layout) {
        return locate(image, detect(image), layout);
    }

    @Override
    public Optional<Framed> register(PageImage image, List<LayoutPage> frames) {
        List<Markers.Seen> seen = detect(image);
        for (LayoutPage frame : frames) {
            if (locate(image, seen, frame) instanceof Located(PageRegistration registration)) {
                return Optional.of(new Framed(frame, registration));
            }
        }
        return Optional.empty();
    }

    private static List<Markers.Seen> detect(PageImage image) {
        Mat grey = new Mat(image.height(), image.width(), CvType.CV_8UC1);
        try {
            grey.put(0, 0, image.grey());
            return Markers.detect(grey);
        } finally {
            grey.release();
        }
    }

    private static RegistrationResult locate(PageImage image, List<Markers.Seen> seen, LayoutPage layout) {
        return Markers.guess(seen, layout.fiducials())
                .map(guess -> new PageRegistration(guess, 0, 0, 0))
                .map(guess -> fit(image, layout, guess::toPixels))
                .orElse(new NotLocated(0, 0));
    }

    private static double overhang(FirstGuess guess, LayoutPage layout, PageImage image) {
        return guess.overhangMm(layout.widthMm(), layout.heightMm(), image.width(), image.height());
    }

    private static RegistrationResult fit(PageImage image, LayoutPage layout, Function<PagePoint, ScanPoint> guess) {
        List<FoundMark> marks = find(image, layout.fiducials(), guess, FIRST_REACH_MM, List.of());
        Optional<Fit> fit = PageFit.of(marks, layout.widthMm(), layout.heightMm());
        if (fit.isPresent() && marks.size() < layout.fiducials().size()) {
            PageRegistration first = registration(fit.get(), layout);
            marks = find(image, layout.fiducials(), first::toPixels, SECOND_REACH_MM, marks);
            fit = PageFit.of(marks, layout.widthMm(), layout.heightMm());
        }
        switch (PageFit.loneMark(marks, layout.widthMm(), layout.heightMm())) {
            case LoneMark.Needed needed -> {}
            case LoneMark.Spared(Fit others) -> fit = Optional.of(others);
            case LoneMark.Doubtful doubtful -> {
                return new NotLocated(marks.size(), 0);
            }
        }
        if (fit.isEmpty()
                || (fit.get().corners() < 4 && !PageFit.isFlat(fit.get().homography()))) {
            return new NotLocated(marks.size(), 0);
        }
        if (fit.get().residualMm() > MOST_RESIDUAL_MM) {
            return new NotLocated(marks.size(), fit.get().residualMm());
        }
        PageRegistration page = registration(fit.get(), layout);
        double offset = PrintCheck.offsetMm(
                image,
                page,
                layout,
                fit.get().marks() == layout.fiducials().size()
                        ? PrintCheck.Strictness.ALL_MARKS
                        : PrintCheck.Strictness.MARKS_MISSING);
        return offset > 0 ? new NotLocated(marks.size(), offset) : new Located(page);
    }

    private static List<FoundMark> find(
            PageImage image,
            List<Fiducial> fiducials,
            Function<PagePoint, ScanPoint> toPixels,
            double reachMm,
            List<FoundMark> known) {
        List<FoundMark> found = new ArrayList<>(known);
        for (Fiducial fiducial : fiducials) {
            if (known.stream().anyMatch(k -> k.id().equals(fiducial.id()))) {
                continue;
            }
            PageBox box = fiducial.box();
            double pixelsPerMm = scaleAt(toPixels, box);
            MarkFinder.find(image, toPixels.apply(box.centre()), box.width() * pixelsPerMm, reachMm * pixelsPerMm)
                    .ifPresent(seen ->
                            found.add(new FoundMark(fiducial.id(), box.centre(), seen.centre(), seen.extent())));
        }
        return found;
    }

    /** Of the scan at a mark, px per mm: in a photograph the near edge is larger than the far one. */
    private static double scaleAt(Function<PagePoint, ScanPoint> toPixels, PageBox box) {
        ScanPoint a = toPixels.apply(new PagePoint(box.left(), box.top()));
        ScanPoint b = toPixels.apply(new PagePoint(box.right(), box.top()));
        ScanPoint c = toPixels.apply(new PagePoint(box.left(), box.bottom()));
        double across = Math.hypot(b.x() - a.x(), b.y() - a.y()) / box.width();
        double down = Math.hypot(c.x() - a.x(), c.y() - a.y()) / box.height();
        return (across + down) / 2;
    }

    private static PageRegistration registration(Fit fit, LayoutPage layout) {
        PageRegistration page = new PageRegistration(fit.homography(), 0, 0, 0);
        PagePoint middle = new PagePoint(layout.widthMm() / 2, layout.heightMm() / 2);
        ScanPoint a = page.toPixels(middle);
        ScanPoint b = page.toPixels(new PagePoint(middle.x() + 10, middle.y()));
        double degrees = Math.toDegrees(Math.atan2(b.y() - a.y(), b.x() - a.x()));
        double rotation = Math.round((degrees + 360) % 360 * 10) / 10.0;
        return new PageRegistration(fit.homography(), fit.residualMm(), rotation == 360 ? 0 : rotation, fit.marks());
    }
}
