package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.simulate.Handling;
import org.paperbridge.simulate.Handling.Look;
import org.paperbridge.simulate.Handling.Pose;
import org.paperbridge.simulate.opencv.RoughScan;
import org.paperbridge.simulate.opencv.RoughScanner;

/** A page photographed from the side, on a table, unevenly lit. */
final class PhotographTest {

    private static final double PX_PER_MM = 300 / 25.4;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Ward ward;

    private static final RoughScanner SCANNER = new RoughScanner();

    @BeforeAll
    static void open() {
        ward = new Ward(folder);
    }

    @AfterAll
    static void close() {
        ward.close();
    }

    @ParameterizedTest(name = "corners moved by up to {0} of the width, seed {1}")
    @CsvSource({"0.03, 1", "0.05, 2", "0.08, 3", "0.08, 4"})
    void itIsLocatedToAFewTenthsOfAMillimetre(double share, long seed) throws IOException {
        Ward.Printed printed = ward.print("prescription", "fr", seed);
        RoughScan photo = photograph(page(printed), share, seed);

        PageOutcome outcome = ward.read(photo);

        assertThat(outcome).isInstanceOf(PageOutcome.Read.class);
        PageOutcome.Read read = (PageOutcome.Read) outcome;
        assertThat(read.identity().serial()).isEqualTo(printed.issued().serial());
        PageRegistration truth = new PageRegistration(photo.truth(), 0, 0, 0);
        for (var field : printed.issued().form().layout().getPage(1).fields()) {
            var centre = field.box().centre();
            var is = truth.toPixels(centre);
            var said = read.registration().toPixels(centre);
            assertThat(Math.hypot(is.x() - said.x(), is.y() - said.y()) / truth.pixelsPerMm(centre))
                    .as(field.id())
                    .isLessThan(0.15);
        }
    }

    @Test
    void aCodeOfAnotherSheetOnTheSameScanLendsItsNameToNobody() throws IOException {
        Ward.Printed named = ward.print("prescription", "fr", 11);
        Ward.Printed below = ward.print("prescription", "fr", 12);
        BufferedImage paper = page(below);
        Graphics2D g = paper.createGraphics();
        g.setColor(Color.WHITE);
        PageBox first = below.issued().form().layout().getPage(1).codes().getFirst();
        for (PageBox code : below.issued().form().layout().getPage(1).codes()) {
            g.fillRect(px(code.left()), px(code.top()), px(code.width()), px(code.height()));
        }
        BufferedImage scrap = page(named)
                .getSubimage(px(first.left() - 3), px(first.top() - 3), px(first.width() + 6), px(first.height() + 6));
        g.drawImage(scrap, px(first.left() - 30), px(first.top() + 60), null);
        g.dispose();

        PageOutcome outcome = ward.read(photograph(paper, 0.05, 12));

        assertThat(outcome).isInstanceOf(PageOutcome.Unregistered.class);
    }

    private static RoughScan photograph(BufferedImage paper, double share, long seed) {
        Handling held = new Handling(
                Pose.STRAIGHT.skewed(3).tilted(share, 0.06 + share, 70),
                new Look(0.9, 6, 0.85, 0.35, 0, 85),
                java.util.List.of());
        return SCANNER.scan(paper, held, new SplittableRandom(seed));
    }

    private static BufferedImage page(Ward.Printed printed) {
        return java.util.Objects.requireNonNull(printed.pages().get(1));
    }

    private static int px(double mm) {
        return (int) Math.round(mm * PX_PER_MM);
    }
}
