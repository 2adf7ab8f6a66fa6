package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.simulate.Handling;
import org.paperbridge.simulate.Handling.Look;
import org.paperbridge.simulate.Handling.Pose;
import org.paperbridge.simulate.Mishap;
import org.paperbridge.simulate.opencv.RoughScan;
import org.paperbridge.simulate.opencv.RoughScanner;

/** A tear takes the square of a corner and cuts the marker beside it: what is left of the marker has another centre. */
final class TornCornerTest {

    private static final int SHEETS = 40;
    private static final double TEAR_MM = 35;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Ward ward;

    @BeforeAll
    static void open() {
        ward = new Ward(folder);
    }

    @AfterAll
    static void close() {
        ward.close();
    }

    @Test
    void aCutMarkerMovesNoField() throws IOException {
        int read = 0;
        int refused = 0;
        for (int i = 0; i < SHEETS; i++) {
            Ward.Printed printed = ward.print("observation", "en", i);
            SplittableRandom random = new SplittableRandom(i);
            Handling torn =
                    new Handling(Pose.STRAIGHT.skewed(1), Look.GOOD, List.of(new Mishap.TornCorner(i % 4, TEAR_MM)));
            RoughScan scan = new RoughScanner()
                    .scan(java.util.Objects.requireNonNull(printed.pages().get(1)), torn, random);
            switch (ward.read(scan)) {
                case PageOutcome.Read page -> {
                    read++;
                    assertThat(worstMm(page.registration(), scan, printed))
                            .as("sheet %s", i)
                            .isLessThan(0.3);
                }
                case PageOutcome.Unregistered page -> refused++;
                default -> throw new AssertionError("sheet " + i + " lost its name");
            }
        }
        assertThat(read).as("read").isPositive();
        assertThat(read + refused).isEqualTo(SHEETS);
    }

    private static double worstMm(PageRegistration said, RoughScan scan, Ward.Printed printed) {
        PageRegistration truth = new PageRegistration(scan.truth(), 0, 0, 0);
        double worst = 0;
        for (FieldZone field : printed.issued().form().layout().getPage(1).fields()) {
            PageBox box = field.box();
            for (PagePoint corner : List.of(
                    new PagePoint(box.left(), box.top()),
                    new PagePoint(box.right(), box.top()),
                    new PagePoint(box.left(), box.bottom()),
                    new PagePoint(box.right(), box.bottom()))) {
                var is = truth.toPixels(corner);
                var at = said.toPixels(corner);
                worst = Math.max(worst, Math.hypot(is.x() - at.x(), is.y() - at.y()) / truth.pixelsPerMm(corner));
            }
        }
        return worst;
    }
}
