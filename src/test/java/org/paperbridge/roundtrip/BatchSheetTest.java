package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.cli.Printing;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.form.batch.PatchT;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.pdfbox.PrintedPages;

/** FEATURE UNDER TEST: sheets between batches are known, and nothing else is taken for one. */
@TestInstance(Lifecycle.PER_CLASS)
final class BatchSheetTest {

    private static final double PX_PER_MM = 300 / 25.4;

    private final Path folder;
    private final Ward ward;
    private final BatchLabel label;

    BatchSheetTest(@TempDir Path folder) {
        this.folder = folder;
        ward = new Ward(folder);
        label = new BatchLabel(
                ward.keys.site(),
                "K7QM3F9TX0",
                "CARD",
                "nuit",
                "Éloïse M.",
                Optional.of(120),
                Instant.parse("2026-11-20T03:00:00Z"));
    }

    @AfterAll
    void close() {
        ward.close();
    }

    @ParameterizedTest(name = "{0} scan, {1} quarter turns")
    @CsvSource({"HARD, 1", "COARSE, 2"})
    void firstAndLastSheetSayWhatTheBatchIs(String level, int quarters) throws IOException {
        List<BufferedImage> sheets = printed();

        assertThat(ward.read(Ward.scan(sheets.get(0), damage(level).turned(quarters), 71)))
                .isEqualTo(new PageOutcome.BatchHeader(label));
        assertThat(ward.read(Ward.scan(sheets.get(1), damage(level).turned(quarters), 72)))
                .isEqualTo(new PageOutcome.BatchTrailer(label));
    }

    @Test
    void aSheetWhoseCodesAreGoneStillEndsABatchButNamesNone() throws IOException {
        BufferedImage sheet = printed().getFirst();
        fill(sheet, 150, 0, 60, 60, Color.WHITE);
        fill(sheet, 0, 235, 60, 62, Color.WHITE);

        assertThat(ward.read(Ward.scan(sheet, Damage.MILD, 73))).isEqualTo(new PageOutcome.Separator(4));
    }

    @Test
    void anotherHospitalsSheetOpensNoBatchHere(@TempDir Path elsewhere) throws IOException {
        try (Ward other = Ward.ofStrangers(elsewhere)) {
            assertThat(other.read(Ward.scan(printed().getFirst(), Damage.CLEAN, 74)))
                    .as("same site number, other keys")
                    .isEqualTo(new PageOutcome.Forged("authentication failed"));
        }
    }

    @Test
    void aFormWithAPatchOnItStaysAForm() {
        Ward.Printed printed = ward.print("prescription", "fr", 1);
        BufferedImage page = Objects.requireNonNull(printed.pages().get(1));
        patch(page, true);
        patch(page, false);

        assertThat(ward.read(Ward.scan(page, Damage.MILD, 1))).isInstanceOf(PageOutcome.Read.class);
    }

    private List<BufferedImage> printed() throws IOException {
        Path pdf = folder.resolve("header.pdf");
        Printing.batch(ward.keys, ZoneId.of("Europe/Paris")).write(pdf, label, true, "fr");
        try (PrintedPages pages = new PrintedPages(pdf)) {
            return List.of(pages.page(0), pages.page(1));
        }
    }

    private static void patch(BufferedImage sheet, boolean top) {
        double from = PatchT.FROM_EDGE_MM;
        for (double bar : PatchT.BARS_MM) {
            fill(sheet, 60, top ? from : sheet.getHeight() / PX_PER_MM - from - bar, 80, bar, Color.BLACK);
            from += bar + PatchT.GAP_MM;
        }
    }

    private static void fill(BufferedImage sheet, double left, double top, double width, double height, Color colour) {
        Graphics2D g = sheet.createGraphics();
        g.setColor(colour);
        g.fillRect((int) (left * PX_PER_MM), (int) (top * PX_PER_MM), (int) (width * PX_PER_MM), (int)
                (height * PX_PER_MM));
        g.dispose();
    }

    private static Damage damage(String level) {
        return switch (level) {
            case "HARD" -> Damage.HARD;
            case "COARSE" -> Damage.COARSE;
            default -> throw new IllegalArgumentException(level);
        };
    }
}
