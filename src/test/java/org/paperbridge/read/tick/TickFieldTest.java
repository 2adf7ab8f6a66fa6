package org.paperbridge.read.tick;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.TickOption;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.read.PaperPage;
import org.paperbridge.read.crop.ZoneSampler;
import org.paperbridge.read.opencv.OpenCvZoneSampler;

/** Tick boxes drawn with a pen, under frames, noise and registration errors that scans have. */
final class TickFieldTest {

    private static final int BLACK = 0;

    @ParameterizedTest(name = "frame {0}, ink {1}, noise {2}, off by {3} mm")
    @CsvSource({"0, 30, 2, 0", "0, 140, 4, 0.2", "170, 30, 6, -0.2", "170, 120, 2, 0.1"})
    void aCrossIsReadAndAnEmptyBoxIsNot(int frame, int ink, double noise, double offMm) {
        PaperPage page = new PaperPage(1);
        TickOption yes = page.box("yes", 30, 30, frame);
        TickOption no = page.box("no", 50, 30, frame);
        cross(page, 30, 30, 0.35, ink);
        FieldZone.Tick field = page.tick("q", false, yes, no);

        FieldReading reading = read(page, field, noise, offMm);

        assertThat(reading.state()).isEqualTo(FieldState.READ);
        assertThat(reading.values()).containsExactly("yes");
        assertThat(reading.confidence()).isGreaterThan(0.99);
    }

    @Test
    void anUntouchedFieldIsBlank() {
        PaperPage page = new PaperPage(2);
        FieldZone.Tick field = page.tick("q", false, page.box("a", 30, 30, BLACK), page.box("b", 50, 30, BLACK));

        FieldReading reading = read(page, field, 8, 0.2);

        assertThat(reading.state()).isEqualTo(FieldState.BLANK);
        assertThat(reading.values()).isEmpty();
    }

    @Test
    void twoMarksWhereOneIsAllowedAreAQuestion() {
        PaperPage page = new PaperPage(3);
        TickOption a = page.box("a", 30, 30, BLACK);
        TickOption b = page.box("b", 50, 30, BLACK);
        cross(page, 30, 30, 0.35, 30);
        cross(page, 50, 30, 0.35, 30);

        FieldReading one = read(page, page.tick("one", false, a, b), 2, 0);
        FieldReading several = read(page, page.tick("several", true, a, b), 2, 0);

        assertThat(one.state()).isEqualTo(FieldState.DOUBTFUL);
        assertThat(several.state()).isEqualTo(FieldState.READ);
        assertThat(several.values()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dot", "filled", "line-through", "faint-corner"})
    void whatIsNoClearMarkIsNeverReadSilently(String kind) {
        PaperPage page = new PaperPage(4);
        FieldZone.Tick field = page.tick("q", false, page.box("a", 30, 30, BLACK), page.box("b", 50, 30, BLACK));
        switch (kind) {
            case "dot" -> page.stroke(32, 32, 32.05, 32, 0.6, 30);
            case "filled" -> fill(page);
            case "line-through" -> page.stroke(26, 31.8, 60, 32.3, 0.3, 40);
            default -> page.stroke(30.6, 30.7, 31.2, 31.1, 0.35, 60);
        }

        assertThat(read(page, field, 2, 0).state()).isEqualTo(FieldState.DOUBTFUL);
    }

    @ParameterizedTest(name = "fill {0} reach {1} is {2}")
    @CsvSource({
        "0.0119, 0.9, UNMARKED",
        "0.0121, 0.9, UNCLEAR",
        "0.0399, 0.9, UNCLEAR",
        "0.0401, 0.9, MARKED",
        "0.1499, 0.49, UNCLEAR",
        "0.1499, 0.51, MARKED",
        "0.1501, 0.49, MARKED",
        "0.6799, 1.0, MARKED",
        "0.6801, 1.0, CANCELLED"
    })
    void eachThresholdPartsTwoStates(double fill, double reach, Mark expected) {
        assertThat(TickThresholds.SHIPPED.judge(new TickInk(fill, reach, false)))
                .isEqualTo(expected);
    }

    private static void fill(PaperPage page) {
        for (double y = 30.4; y < 33.8; y += 0.25) {
            page.stroke(30.3, y, 33.7, y, 0.35, 30);
        }
    }

    private static void cross(PaperPage page, double left, double top, double widthMm, int grey) {
        page.stroke(left + 0.3, top + 0.4, left + 3.8, top + 3.6, widthMm, grey);
        page.stroke(left + 3.6, top + 0.2, left + 0.4, top + 3.9, widthMm, grey);
    }

    private static FieldReading read(PaperPage page, FieldZone.Tick field, double noise, double offMm) {
        try (ZoneSampler sampler = new OpenCvZoneSampler(page.scan(noise), page.registration(offMm, offMm))) {
            return new TickField(TickThresholds.SHIPPED).read(sampler, field);
        }
    }
}
