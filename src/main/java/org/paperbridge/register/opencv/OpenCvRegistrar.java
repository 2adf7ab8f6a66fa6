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
import org.paperbridge.register.RegistrationResult;
import org.paperbridge.register.RegistrationResult.Located;
import org.paperbridge.register.RegistrationResult.NotLocated;
import org.paperbridge.register.opencv.PageFit.Fit;

/** Squares and markers near where the page code says they are, then the transform on which they agree. */
public final class OpenCvRegistrar implements PageRegistrar {

    /** Beyond this the neighbouring row could be read: comb rows stand 1.5 mm apart and cells reach to their edge. */
    public static final double MOST_RESIDUAL_MM = 0.4;

    /** Finder patterns are exact to about 0.1 mm over 18 mm; at the far corner that is some millimetres. */
    private static final double FIRST_REACH_MM = 7;

    private static final double SECOND_REACH_MM = 2.5;
    /** A page reaching further beyond its scan than this was guessed from the wrong one of its two codes. */
    private static final double MOST_OVERHANG_MM = 60;

    /** @throws org.paperbridge.natives.NativeLibraryException when OpenCV does not run here */
    public OpenCvRegistrar() {
        OpenCvLibrary.load();
    }

    @Override
    public RegistrationResult register(PageImage image, LayoutPage layout, Orientation seen) {
        Mat grey = new Mat(image.height(), image.width(), CvType.CV_8UC1);
        try {
            grey.put(0, 0, image.grey());
            List<FirstGuess> guesses = layout.codes().stream()
                    .map(code -> FirstGuess.of(seen, code))
                    .filter(g -> overhang(g, layout, image) < MOST_OVERHANG_MM)
                    .sorted(Comparator.comparingDouble(g -> overhang(g, layout, image)))
                    .toList();
            NotLocated nothing = new NotLocated(0, 0);
            for (FirstGuess guess : guesses) {
                RegistrationResult result = fit(grey, layout, guess);
                if (result instanceof NotLocated not) {
                    nothing = not.fiducialsFound() > nothing.fiducialsFound() ? not : nothing;
                } else {
                    return result;
                }
            }
            return nothing;
        } finally {
            grey.release();
        }
    }

    @Override
    public RegistrationResult register(PageImage image, LayoutPage layout) {
        Mat grey = new Mat(image.height(), image.width(), CvType.CV_8UC1);
        try {
            grey.put(0, 0, image.grey());
            return locate(grey, Markers.detect(grey), layout);
        } finally {
            grey.release();
        }
    }

    @Override
    public Optional<Framed> register(PageImage image, List<LayoutPage> frames) {
        Mat grey = new Mat(image.height(), image.width(), CvType.CV_8UC1);
        try {
            grey.put(0, 0, image.grey());
            List<Markers.Seen> seen = Markers.detect(grey);
            for (LayoutPage frame : frames) {
                if (locate(grey, seen, frame) instanceof Located(PageRegistration registration)) {
                    return Optional.of(new Framed(frame, registration));
                }
            }
            return Optional.empty();
        } finally {
            grey.release();
        }
    }

    private static RegistrationResult locate(Mat grey, List<Markers.Seen> seen, LayoutPage layout) {
        return Markers.guess(seen, layout.fiducials())
                .map(guess -> fit(grey, layout, guess))
                .orElse(new NotLocated(0, 0));
    }

    private static double overhang(FirstGuess guess, LayoutPage layout, PageImage image) {
        return guess.overhangMm(layout.widthMm(), layout.heightMm(), image.width(), image.height());
    }

    private static RegistrationResult fit(Mat grey, LayoutPage layout, FirstGuess guess) {
        List<FoundMark> marks =
                find(grey, layout.fiducials(), guess::toPixels, guess.pixelsPerMm(), FIRST_REACH_MM, List.of());
        Optional<Fit> fit = PageFit.of(marks, layout.widthMm(), layout.heightMm());
        if (fit.isPresent() && marks.size() < layout.fiducials().size()) {
            PageRegistration first = registration(fit.get(), layout);
            marks = find(
                    grey,
                    layout.fiducials(),
                    first::toPixels,
                    first.pixelsPerMm(new PagePoint(layout.widthMm() / 2, layout.heightMm() / 2)),
                    SECOND_REACH_MM,
                    marks);
            fit = PageFit.of(marks, layout.widthMm(), layout.heightMm());
        }
        if (fit.isEmpty()) {
            return new NotLocated(marks.size(), 0);
        }
        return fit.get().residualMm() > MOST_RESIDUAL_MM
                ? new NotLocated(marks.size(), fit.get().residualMm())
                : new Located(registration(fit.get(), layout));
    }

    private static List<FoundMark> find(
            Mat grey,
            List<Fiducial> fiducials,
            Function<PagePoint, ScanPoint> toPixels,
            double pixelsPerMm,
            double reachMm,
            List<FoundMark> known) {
        List<FoundMark> found = new ArrayList<>(known);
        for (Fiducial fiducial : fiducials) {
            if (known.stream().anyMatch(k -> k.id().equals(fiducial.id()))) {
                continue;
            }
            PageBox box = fiducial.box();
            MarkFinder.find(grey, toPixels.apply(box.centre()), box.width() * pixelsPerMm, reachMm * pixelsPerMm)
                    .ifPresent(px -> found.add(new FoundMark(fiducial.id(), box.centre(), px)));
        }
        return found;
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
