package org.paperbridge.register.opencv;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.ArucoDetector;
import org.opencv.objdetect.Dictionary;
import org.opencv.objdetect.Objdetect;
import org.paperbridge.form.layout.Fiducial;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageRegistration.Homography;
import org.paperbridge.form.page.ScanPoint;

/** Where the numbered markers of a page lie on a whole scan: turn and scale without any page code. */
final class Markers {

    /** One marker is too small a lever for a whole page. */
    private static final int LEAST = 2;

    private Markers() {}

    /** Markers of 8 mm keep 40 dots at 150 dpi; more only cost time. */
    private static final int COARSE_SIDE = 2200;

    /**
     * Where a page lies roughly; empty when fewer than two different markers of it are seen. Three carry a perspective,
     * two only turn and scale.
     *
     * @param all what {@link #detect} saw on the scan
     */
    static Optional<Homography> guess(List<Seen> all, List<Fiducial> fiducials) {
        Map<Integer, PageBox> printed = new HashMap<>();
        for (Fiducial fiducial : fiducials) {
            if (fiducial.kind() == Fiducial.Kind.ARUCO) {
                printed.put(Integer.parseInt(fiducial.id().substring(1)), fiducial.box());
            }
        }
        List<FoundMark> corners = new ArrayList<>();
        Set<Integer> twice = new HashSet<>();
        Set<Integer> once = new HashSet<>();
        for (Seen seen : all) {
            PageBox box = printed.get(seen.number());
            if (box == null) {
                continue;
            }
            if (!once.add(seen.number())) {
                twice.add(seen.number());
            }
            corners.addAll(corners(seen, box));
        }
        corners.removeIf(mark -> twice.contains(Integer.parseInt(mark.id())));
        int markers = once.size() - twice.size();
        if (markers < LEAST) {
            return Optional.empty();
        }
        return markers == LEAST ? Optional.of(PageFit.affine(corners)) : PageFit.homography(corners);
    }

    private static List<FoundMark> corners(Seen seen, PageBox box) {
        List<PagePoint> places = List.of(
                new PagePoint(box.left(), box.top()),
                new PagePoint(box.right(), box.top()),
                new PagePoint(box.right(), box.bottom()),
                new PagePoint(box.left(), box.bottom()));
        List<FoundMark> marks = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            marks.add(new FoundMark(
                    Integer.toString(seen.number()),
                    places.get(i),
                    seen.corners().get(i),
                    1));
        }
        return marks;
    }

    /** All markers on a scan: good to half a pixel at 150 dpi, enough to know where to look closely. */
    static List<Seen> detect(Mat grey) {
        double scale = Math.max(grey.cols(), grey.rows()) > COARSE_SIDE ? 0.5 : 1;
        List<Mat> corners = new ArrayList<>();
        Mat numbers = new Mat();
        Mat coarse = new Mat();
        Dictionary dictionary = Objdetect.getPredefinedDictionary(Objdetect.DICT_4X4_50);
        ArucoDetector detector = new ArucoDetector(dictionary);
        try {
            if (scale < 1) {
                Imgproc.resize(grey, coarse, new Size(), scale, scale, Imgproc.INTER_AREA);
            }
            detector.detectMarkers(scale < 1 ? coarse : grey, corners, numbers);
            List<Seen> seen = new ArrayList<>();
            for (int i = 0; i < corners.size(); i++) {
                List<ScanPoint> points = new ArrayList<>();
                for (int c = 0; c < 4; c++) {
                    double[] at = corners.get(i).get(0, c);
                    points.add(new ScanPoint((at[0] + 0.5) / scale, (at[1] + 0.5) / scale));
                }
                seen.add(new Seen((int) numbers.get(i, 0)[0], points));
            }
            return seen;
        } finally {
            corners.forEach(Mat::release);
            numbers.release();
            coarse.release();
            // Its native half is freed as soon as the collector sees no use of it, also in the middle of a call.
            Reference.reachabilityFence(detector);
            Reference.reachabilityFence(dictionary);
        }
    }

    /**
     * A marker on the scan.
     *
     * @param corners from its own top left clockwise
     */
    record Seen(int number, List<ScanPoint> corners) {}
}
