package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.intake.Pixels;
import org.paperbridge.simulate.Damage;

/** FEATURE UNDER TEST: pages printed or copied at another size, and files that lie about their resolution. */
final class PrintedScaleTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Ward ward;

    @SuppressWarnings("NullAway.Init")
    private static BufferedImage paper;

    @BeforeAll
    static void open() {
        ward = new Ward(folder);
        paper = Objects.requireNonNull(
                ward.print("prescription", "fr", 5).pages().get(1));
    }

    @AfterAll
    static void close() {
        ward.close();
    }

    @ParameterizedTest(name = "{0} %")
    @ValueSource(ints = {95, 97, 100, 103})
    void withinTheToleranceItIsRead(int percent) {
        assertThat(read(percent, 300)).isInstanceOf(PageOutcome.Read.class);
    }

    @ParameterizedTest(name = "{0} % is {1}")
    @CsvSource({"71, printed-too-small", "90, printed-too-small"})
    void beyondItNothingIsReadAndTheReasonIsTheSize(int percent, String reason) {
        assertThat(read(percent, 300)).isInstanceOfSatisfying(PageOutcome.Unregistered.class, not -> {
            assertThat(not.reason()).isEqualTo(reason);
            assertThat(not.scale().orElseThrow() * 100).isBetween(percent - 1.0, percent + 1.0);
        });
    }

    @ParameterizedTest(name = "{0} dpi")
    @ValueSource(ints = {0, 72, 150, 200, 600, 1200})
    void aFileThatLiesAboutItsResolutionIsReadAllTheSame(int dpi) {
        assertThat(read(100, dpi)).isInstanceOf(PageOutcome.Read.class);
    }

    @Test
    void whatIsSmallOnlyBecauseTheGlassIsLargerIsRead() {
        BufferedImage glass = placed(100, paper.getWidth() + 700, paper.getHeight() + 500);
        assertThat(ward.processor.process(Pixels.of(glass, 300, Set.of()))).isInstanceOf(PageOutcome.Read.class);
    }

    private static PageOutcome read(int percent, int dpi) {
        BufferedImage copy = placed(percent, paper.getWidth(), paper.getHeight());
        BufferedImage scan = Ward.scan(copy, Damage.CLEAN, 3);
        return ward.processor.process(Pixels.of(scan, dpi, Set.of()));
    }

    /** As "fit to page" puts it: in the middle. */
    private static BufferedImage placed(int percent, int width, int height) {
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = out.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        int w = paper.getWidth() * percent / 100;
        int h = paper.getHeight() * percent / 100;
        g.drawImage(paper, (width - w) / 2, (height - h) / 2, w, h, null);
        g.dispose();
        return out;
    }
}
