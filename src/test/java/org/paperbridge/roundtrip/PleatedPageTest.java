package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.simulate.Handling;
import org.paperbridge.simulate.Handling.Look;
import org.paperbridge.simulate.Handling.Pose;
import org.paperbridge.simulate.opencv.RoughScanner;

/** A pleat swallows some millimetres of paper; all eight corner marks are there and fit. */
final class PleatedPageTest {

    private static final double PX_PER_MM = 300 / 25.4;

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

    @ParameterizedTest(name = "{0}: pleat of {2} mm {1}")
    @CsvSource({
        "prescription, level, 2",
        "prescription, upright, 2",
        "prescription, quarter, 2.5",
        "observation, level, 2",
        "observation, upright, 2",
        "observation, quarter, 2.5",
        "admission, level, 1.5",
        "admission, quarter, 2.5",
    })
    void itIsNotReadInTheWrongPlace(String form, String pleat, double mm) throws IOException {
        BufferedImage paper = java.util.Objects.requireNonNull(
                ward.print(form, "fr", 5).pages().get(1));

        assertThat(read(pleated(paper, pleat, mm), 5)).isInstanceOfSatisfying(PageOutcome.Unregistered.class, not -> {
            assertThat(not.fiducialsFound()).isEqualTo(8);
            assertThat(not.residualMm()).isGreaterThan(0.4);
        });
        assertThat(read(pleated(paper, pleat, 0), 5)).isInstanceOf(PageOutcome.Read.class);
    }

    /** What lies beyond the pleat comes nearer by so much. */
    private static BufferedImage pleated(BufferedImage paper, String how, double mm) {
        int by = (int) Math.round(mm * PX_PER_MM);
        int width = paper.getWidth();
        int height = paper.getHeight();
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = out.createGraphics();
        g.drawImage(paper, 0, 0, null);
        switch (how) {
            case "level" ->
                g.drawImage(paper.getSubimage(0, height / 2, width, height - height / 2), 0, height / 2 - by, null);
            case "upright" ->
                g.drawImage(paper.getSubimage(width / 2, 0, width - width / 2, height), width / 2 - by, 0, null);
            case "quarter" ->
                g.drawImage(
                        paper.getSubimage(width / 2, height / 2, width - width / 2, height - height / 2),
                        width / 2 - by,
                        height / 2 - by,
                        null);
            default -> throw new IllegalArgumentException(how);
        }
        g.dispose();
        return out;
    }

    private static PageOutcome read(BufferedImage paper, long seed) throws IOException {
        Handling fed = new Handling(Pose.STRAIGHT.skewed(0.7), Look.GOOD, List.of());
        return ward.read(new RoughScanner().scan(paper, fed, new SplittableRandom(seed)));
    }
}
