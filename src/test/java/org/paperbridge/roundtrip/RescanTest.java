package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.process.rescan.InkComparison;
import org.paperbridge.process.rescan.InkComparison.Located;
import org.paperbridge.simulate.Damage;
import org.paperbridge.validation.rescan.InkChange;

/** FEATURE UNDER TEST: two scans of one page, laid over each other: the same ink is the same, new ink is found. */
@TestInstance(Lifecycle.PER_CLASS)
final class RescanTest {

    private static final double PX_PER_MM = 300 / 25.4;

    private final Ward ward;
    private final Ward.Printed printed;
    private final LayoutPage layout;
    private final BufferedImage monday;

    RescanTest(@TempDir Path folder) {
        ward = new Ward(folder);
        printed = ward.print("observation", "fr", 81);
        ward.fill(printed, 81);
        layout = printed.issued().form().layout().getPage(1);
        monday = Objects.requireNonNull(printed.pages().get(1));
    }

    @AfterAll
    void close() {
        ward.close();
    }

    @ParameterizedTest(name = "{0} then {1}, seed {2}")
    @CsvSource({
        "MILD,   CLEAN,  2",
        "MILD,   HARD,   4",
        "HARD,   HARD,   6",
        "COARSE, MILD,   7",
    })
    void theSamePaperScannedTwiceShowsNoChange(String first, String second, long seed) {
        assertThat(compare(Ward.scan(monday, damage(first), seed), Ward.scan(monday, damage(second), seed + 100)))
                .isEqualTo(new InkChange(Set.of(), Set.of(), false, false));
    }

    @Test
    void aTurnedBlackAndWhiteScanShowsTheSameInk() {
        BufferedImage grey = Ward.scan(monday, Damage.MILD.turned(2), 9);
        BufferedImage bilevel = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        bilevel.createGraphics().drawImage(grey, 0, 0, null);

        InkChange change = compare(Ward.scan(monday, Damage.CLEAN, 10), bilevel);
        assertThat(change.added()).isEmpty();
        assertThat(change.addedBeside()).isFalse();
    }

    @ParameterizedTest(name = "{0} mm dot in {1} scans")
    @CsvSource({"0.9, MILD", "0.9, HARD", "1.2, COARSE"})
    void aDotIsFoundInItsFieldAndNowhereElse(double mm, String level) {
        FieldZone.Comb field = emptyComb();
        PageBox cell = field.cells().getLast();
        BufferedImage tuesday = copy(monday);
        Graphics2D g = pen(tuesday, mm);
        int x = px(cell.centre().x());
        int y = px(cell.centre().y());
        g.drawLine(x, y, x, y);
        g.dispose();

        InkChange change = compare(Ward.scan(monday, damage(level), 11), Ward.scan(tuesday, damage(level), 12));
        assertThat(change).isEqualTo(new InkChange(Set.of(field.id()), Set.of(), false, false));
        assertThat(compare(Ward.scan(tuesday, damage(level), 12), Ward.scan(monday, damage(level), 11)))
                .as("the other way round it is lost")
                .isEqualTo(new InkChange(Set.of(), Set.of(field.id()), false, false));
    }

    @Test
    void aNoteInTheMarginIsFoundBesideTheFields() {
        BufferedImage tuesday = copy(monday);
        Graphics2D g = pen(tuesday, 0.5);
        g.drawLine(px(40), px(layout.heightMm() - 11), px(70), px(layout.heightMm() - 13));
        g.dispose();

        InkChange change = compare(Ward.scan(monday, Damage.MILD, 13), Ward.scan(tuesday, Damage.MILD, 14));
        assertThat(change).isEqualTo(new InkChange(Set.of(), Set.of(), true, false));
    }

    private InkChange compare(BufferedImage first, BufferedImage second) {
        return InkComparison.compare(layout, located(first), located(second));
    }

    private Located located(BufferedImage scan) {
        PageImage image = Ward.image(scan);
        return new Located(image, ((PageOutcome.Read) ward.processor.process(image)).registration());
    }

    /** A comb field nobody wrote in. */
    private FieldZone.Comb emptyComb() {
        PageOutcome.Read read = (PageOutcome.Read) ward.read(monday);
        List<String> blank = read.readings().stream()
                .filter(r -> r.state() == org.paperbridge.form.reading.FieldState.BLANK)
                .map(r -> r.field())
                .toList();
        return layout.fields().stream()
                .filter(z -> z instanceof FieldZone.Comb && blank.contains(z.id()))
                .map(FieldZone.Comb.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Graphics2D pen(BufferedImage page, double mm) {
        Graphics2D g = page.createGraphics();
        g.setColor(new Color(40, 40, 40));
        g.setStroke(new BasicStroke((float) (mm * PX_PER_MM), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return g;
    }

    private static BufferedImage copy(BufferedImage page) {
        BufferedImage copy = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        copy.setData(page.getData());
        return copy;
    }

    private static int px(double mm) {
        return (int) Math.round(mm * PX_PER_MM);
    }

    private static Damage damage(String level) {
        return Objects.requireNonNull(
                Map.of("CLEAN", Damage.CLEAN, "MILD", Damage.MILD, "HARD", Damage.HARD, "COARSE", Damage.COARSE)
                        .get(level));
    }
}
