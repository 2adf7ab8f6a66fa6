package org.paperbridge.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.batch.PatchT;
import org.paperbridge.intake.Pixels;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;

/** FEATURE UNDER TEST: the separator sheet of any maker is known by its bars, on US letter paper here. */
final class PatchFinderTest {

    private static final double PX_PER_MM = 300 / 25.4;
    private static final Damage ASKEW = new Damage(0, 12, 0.03, 10, 1, 10, 0.7, 200);

    @ParameterizedTest(name = "{0} scan, {1} quarter turns, seed {2}")
    @CsvSource({"CLEAN, 0, 1", "MILD, 1, 2", "HARD, 2, 3", "COARSE, 3, 4", "HARD, 0, 5", "ASKEW, 0, 6", "ASKEW, 1, 7"})
    void patchTIsFoundOnEveryEdge(String level, int quarters, long seed) {
        assertThat(edges(sheet(PatchT.BARS_MM, true), damage(level).turned(quarters), seed))
                .isEqualTo(4);
    }

    @Test
    void aPatchOnOneEdgeIsOne() {
        assertThat(edges(sheet(PatchT.BARS_MM, false), Damage.MILD, 7)).isEqualTo(1);
    }

    @Test
    void blackAndWhiteScansShowItToo() {
        BufferedImage grey = sheet(PatchT.BARS_MM, true);
        BufferedImage bilevel = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        bilevel.createGraphics().drawImage(grey, 0, 0, null);

        assertThat(PatchFinder.countEdges(Pixels.of(bilevel, 300, Set.of()))).isEqualTo(4);
    }

    @Test
    void otherPatchesAndOtherBarsAreNone() {
        double n = PatchT.NARROW_MM;
        double w = PatchT.WIDE_MM;
        for (List<Double> bars : List.of(
                List.of(w, w, n, n),
                List.of(w, n, n, w),
                List.of(w, n, w, n),
                List.of(n, w, w, n),
                List.of(n, n, w, w),
                List.of(n, n, n, n),
                List.of(w, w, w, w),
                List.of(n, w, n, w, n))) {
            assertThat(edges(sheet(bars, true), Damage.MILD, 8))
                    .as("bars %s", bars)
                    .isZero();
        }
    }

    @Test
    void shortBarsAreNone() {
        BufferedImage sheet = sheet(PatchT.BARS_MM, true);
        fill(sheet, 72, 0, 60, 60, Color.WHITE);
        fill(sheet, 0, 102, 220, 60, Color.WHITE);
        fill(sheet, 72, 230, 60, 60, Color.WHITE);

        assertThat(edges(sheet, Damage.MILD, 9)).isZero();
    }

    private static int edges(BufferedImage sheet, Damage damage, long seed) {
        return PatchFinder.countEdges(
                Pixels.of(BadScanner.scan(sheet, damage, new SplittableRandom(seed)), damage.dpi(), Set.of()));
    }

    private static BufferedImage sheet(List<Double> bars, boolean everywhere) {
        BufferedImage sheet = new BufferedImage(2550, 3300, BufferedImage.TYPE_BYTE_GRAY);
        double width = sheet.getWidth() / PX_PER_MM;
        double height = sheet.getHeight() / PX_PER_MM;
        fill(sheet, 0, 0, width + 1, height + 1, Color.WHITE);
        Graphics2D g = sheet.createGraphics();
        g.setColor(Color.BLACK);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 120));
        g.drawString("SEPARATOR SHEET", 700, 1500);
        g.dispose();
        double from = PatchT.FROM_EDGE_MM;
        for (double bar : bars) {
            fill(sheet, 60, from, 84, bar, Color.BLACK);
            if (everywhere) {
                fill(sheet, 60, height - from - bar, 84, bar, Color.BLACK);
                fill(sheet, from, 90, bar, 84, Color.BLACK);
                fill(sheet, width - from - bar, 90, bar, 84, Color.BLACK);
            }
            from += bar + PatchT.GAP_MM;
        }
        return sheet;
    }

    private static void fill(BufferedImage sheet, double left, double top, double width, double height, Color colour) {
        Graphics2D g = sheet.createGraphics();
        g.setColor(colour);
        g.fillRect(
                (int) Math.round(left * PX_PER_MM),
                (int) Math.round(top * PX_PER_MM),
                (int) Math.round(width * PX_PER_MM),
                (int) Math.round(height * PX_PER_MM));
        g.dispose();
    }

    private static Damage damage(String level) {
        return switch (level) {
            case "CLEAN" -> Damage.CLEAN;
            case "MILD" -> Damage.MILD;
            case "HARD" -> Damage.HARD;
            case "COARSE" -> Damage.COARSE;
            case "ASKEW" -> ASKEW;
            default -> throw new IllegalArgumentException(level);
        };
    }
}
