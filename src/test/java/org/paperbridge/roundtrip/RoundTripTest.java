package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.SeededSecrets;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageIdentity.IdentifiedBy;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.key.KeyRing;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;

/** Print, fill with real handwriting, scan badly, read back: the test that matters most. */
@TestInstance(Lifecycle.PER_CLASS)
final class RoundTripTest {

    private final Ward ward;

    RoundTripTest(@TempDir Path folder) {
        ward = new Ward(folder);
    }

    @AfterAll
    void close() {
        ward.close();
    }

    @ParameterizedTest(name = "{0} {1}, {2}, seed {3}")
    @CsvSource({
        "admission,    fr, MILD,   1",
        "admission,    en, HARD,   2",
        "prescription, fr, HARD,   3",
        "prescription, en, MILD,   4",
        "observation,  fr, MILD,   5",
        "observation,  en, HARD,   6",
        "observation,  fr, COARSE, 7",
        "movement, fr, MILD, 51",
        "discharge, en, HARD, 52",
        "lab-request, fr, HARD, 53",
        "lab-request, en, MILD, 61",
        "lab-result, en, MILD, 54",
        "medication-administration, fr, HARD, 55",
        "prescription-chart, en, HARD, 56",
        "ed-triage, fr, MILD, 57",
        "transfusion, en, HARD, 58",
        "chemotherapy, fr, MILD, 59",
        "sterilisation, en, COARSE, 60",
    })
    void nothingIsAcceptedThatNobodyWrote(String form, String language, String level, long seed) {
        Ward.Printed printed = ward.print(form, language, seed);
        Map<String, List<String>> truth = ward.fill(printed, seed);
        List<String> wrong = new ArrayList<>();
        int[] counts = new int[2];
        printed.pages().forEach((page, paper) -> {
            PageOutcome outcome = ward.read(Ward.scan(paper, damage(level), seed));
            assertThat(outcome).isInstanceOf(PageOutcome.Read.class);
            PageOutcome.Read read = (PageOutcome.Read) outcome;
            assertThat(read.identity().serial()).isEqualTo(printed.issued().serial());
            assertThat(read.identity().page()).isEqualTo(page);
            assertThat(read.identity().patientId()).contains("90010181");
            assertThat(read.registration().residualMm()).isLessThan(0.15);
            List<String> accepted = ward.accepted(read);
            for (FieldReading reading : read.readings()) {
                List<String> written = truth.getOrDefault(reading.field(), List.of());
                boolean free = written.equals(List.of("*"));
                if (!free && !written.isEmpty()) {
                    counts[0]++;
                    counts[1] += reading.values().equals(written) ? 1 : 0;
                }
                if (!free
                        && accepted.contains(reading.field())
                        && !reading.values().equals(written)) {
                    wrong.add(reading.field() + " read " + reading.values() + ", written " + written);
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat((double) counts[1] / counts[0])
                .as("share of written fields read right")
                .isGreaterThan(0.6);
    }

    @Test
    void anEmptyFormHasNoValueAtAll() {
        Ward.Printed printed = ward.print("observation", "fr", 11);
        printed.pages().values().forEach(paper -> {
            PageOutcome outcome = ward.read(Ward.scan(paper, Damage.HARD, 11));
            assertThat(outcome).isInstanceOf(PageOutcome.Read.class);
            assertThat(((PageOutcome.Read) outcome).readings())
                    .filteredOn(r -> !r.values().isEmpty())
                    .isEmpty();
        });
    }

    @ParameterizedTest(name = "{0} quarter turns")
    @CsvSource({"1", "2", "3"})
    void aTurnedPageIsReadAllTheSame(int quarters) {
        Ward.Printed printed = ward.print("prescription", "fr", 21);
        BufferedImage scan = Ward.scan(page(printed), Damage.MILD.turned(quarters), 21);

        PageOutcome outcome = ward.read(scan);

        assertThat(outcome).isInstanceOf(PageOutcome.Read.class);
        double rotation = ((PageOutcome.Read) outcome).registration().rotationDegrees();
        assertThat(Math.abs(((rotation - 90.0 * quarters) + 540) % 360 - 180)).isLessThan(3);
    }

    @Test
    void coffeeOverOneCodeLeavesTheOther() {
        Ward.Printed printed = ward.print("prescription", "fr", 31);
        BufferedImage paper = page(printed);
        BadScanner.coffee(paper, 0.76, 0.03, 0.16, 0.1);

        assertThat(ward.read(Ward.scan(paper, Damage.MILD, 31))).isInstanceOf(PageOutcome.Read.class);
    }

    @ParameterizedTest(name = "{0}, {1} quarter turns")
    @CsvSource({"MILD, 0", "HARD, 0", "COARSE, 0", "MILD, 1", "MILD, 2"})
    void aPageWithBothCodesCoveredIsKnownByItsShortCode(String level, int quarters) {
        Ward.Printed printed = ward.print("prescription", "fr", 41);
        Map<String, List<String>> truth = ward.fill(printed, 41);
        BufferedImage scan = Ward.scan(bothCodesCovered(printed), damage(level).turned(quarters), 41);

        PageOutcome.Read read = (PageOutcome.Read) ward.read(scan);

        assertThat(read.identity().by()).isEqualTo(IdentifiedBy.SHORT_CODE);
        assertThat(read.identity().serial()).isEqualTo(printed.issued().serial());
        assertThat(read.identity().patientId()).contains("90010181");
        assertThat(read.registration().residualMm()).isLessThan(0.2);
        assertThat(read.readings())
                .filteredOn(r -> r.field().equals("allergy"))
                .allSatisfy(r -> assertThat(r.values()).isEqualTo(truth.getOrDefault("allergy", List.of())));
    }

    @Test
    void aShortCodeThatWasNotPrintedHereNamesNothing() {
        Ward.Printed printed = ward.print("prescription", "fr", 41);
        BufferedImage scan = Ward.scan(bothCodesCovered(printed), Damage.MILD, 41);
        ward.printedHere.remove(printed.issued().serial());

        assertThat(ward.read(scan)).isEqualTo(new PageOutcome.Unidentified("short-code-not-printed-here"));
    }

    @Test
    void aPageWithNoReadableNameWaitsUntilAReviewerNamesIt() {
        Ward.Printed printed = ward.print("prescription", "fr", 42);
        Ward.Printed other = ward.print("prescription", "fr", 43);
        BufferedImage paper = bothCodesCovered(printed);
        BufferedImage otherScan = Ward.scan(bothCodesCovered(other), Damage.MILD, 43);
        PageBox code = printed.issued().form().layout().getPage(1).shortCode();
        BadScanner.coffee(paper, code.left() / 210, code.top() / 297, code.width() / 2 / 210, code.height() / 297);
        PageImage scan = Ward.image(Ward.scan(paper, Damage.MILD, 42));
        String name = printed.issued().serial();

        assertThat(ward.processor.process(scan)).isInstanceOf(PageOutcome.Unidentified.class);
        PageOutcome.Read named = (PageOutcome.Read) ward.processor.process(scan, name, 1, 1);
        assertThat(named.identity().by()).isEqualTo(IdentifiedBy.REVIEWER);
        assertThat(named.identity().serial()).isEqualTo(printed.issued().serial());
        assertThat(named.readings()).isNotEmpty();
        assertThat(ward.processor.process(Ward.image(otherScan), name, 1, 1))
                .as("a page that prints another name")
                .isEqualTo(new PageOutcome.Unidentified("short-code-says-otherwise"));
        assertThat(ward.processor.process(scan, "ZZZZZZZZZZ", 1, 1))
                .isEqualTo(new PageOutcome.Unidentified("short-code-not-printed-here"));
    }

    @ParameterizedTest(name = "{0}, {1}, bilevel {2}")
    @CsvSource({
        "prescription, MILD, false",
        "observation, HARD, false",
        "medication-administration, COARSE, false",
        "discharge, MILD, true",
        "ed-triage, COARSE, true",
    })
    void aPageThatNothingNamesIsProposedByItsLayoutAndNeverAssigned(String form, String level, boolean bilevel) {
        Ward.Printed printed = ward.print(form, "fr", 45);
        ward.fill(printed, 45);
        BufferedImage paper = page(printed);
        LayoutPage layout = printed.issued().form().layout().getPage(1);
        layout.codes().forEach(code -> cover(paper, code.grownBy(2)));
        cover(paper, layout.shortCode());
        BufferedImage scan = Ward.scan(paper, damage(level), 45);

        PageOutcome.Unidentified unknown =
                (PageOutcome.Unidentified) ward.read(bilevel ? BadScanner.bilevel(scan) : scan);

        assertThat(unknown.reason()).isEqualTo("known-by-layout");
        assertThat(unknown.proposals()).first().satisfies(first -> {
            assertThat(first.form()).isEqualTo(printed.issued().form().ref());
            assertThat(first.page()).isEqualTo(1);
            assertThat(first.named()).isTrue();
        });
    }

    @Test
    void aPageWithOurMarksAndNothingElseOfOursLooksLikeNoForm() {
        Ward.Printed printed = ward.print("prescription", "fr", 46);
        BufferedImage paper = page(printed);
        cover(paper, new PageBox(23, 10, 150, 240));
        cover(paper, new PageBox(8, 35, 190, 222));
        LayoutPage layout = printed.issued().form().layout().getPage(1);
        layout.codes().forEach(code -> cover(paper, code.grownBy(2)));
        cover(paper, new PageBox(50, 260, 137, 25));

        assertThat(ward.read(Ward.scan(paper, Damage.MILD, 46)))
                .isEqualTo(new PageOutcome.Unidentified("no-readable-page-code"));
    }

    @Test
    void aLetterIsNoFormOfOurs() {
        BufferedImage letter = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        java.awt.Graphics2D g = letter.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, 2480, 3508);
        g.setColor(java.awt.Color.BLACK);
        g.setFont(new java.awt.Font(java.awt.Font.SERIF, java.awt.Font.PLAIN, 46));
        for (int line = 0; line < 40; line++) {
            g.drawString(
                    "Cher confrère, merci de recevoir ce patient pour avis, K7QM3-F9TX0-1C.", 250, 400 + 70 * line);
        }
        g.dispose();

        assertThat(ward.read(Ward.scan(letter, Damage.MILD, 44)))
                .isEqualTo(new PageOutcome.Unidentified("no-marks-of-ours"));
    }

    @Test
    void aPageWithoutThreeCornersIsNeverGuessed() {
        Ward.Printed printed = ward.print("prescription", "fr", 51);
        BufferedImage paper = page(printed);
        // white over the two left corners: only the right ones remain
        java.awt.Graphics2D g = paper.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, 260, 400);
        g.fillRect(0, 3100, 260, 400);
        g.dispose();

        assertThat(ward.read(Ward.scan(paper, Damage.CLEAN, 51))).isInstanceOf(PageOutcome.Unregistered.class);
    }

    @Test
    void anotherHospitalsKeysOpenNothing() {
        Ward.Printed printed = ward.print("prescription", "fr", 61);
        BufferedImage scan = Ward.scan(page(printed), Damage.CLEAN, 61);

        assertThat(ward.processor(KeyRing.generate(8, SeededSecrets.of(51))).process(Ward.image(scan)))
                .isEqualTo(new PageOutcome.Foreign(7, 1));
        assertThat(ward.processor(KeyRing.generate(7, SeededSecrets.of(52))).process(Ward.image(scan)))
                .isInstanceOf(PageOutcome.Forged.class);
    }

    @Test
    void anEmptyBackIsBlank() {
        BufferedImage back = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        java.awt.Graphics2D g = back.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, 2480, 3508);
        g.dispose();

        assertThat(ward.read(Ward.scan(back, Damage.HARD, 71))).isInstanceOf(PageOutcome.Blank.class);
    }

    private static void cover(BufferedImage paper, PageBox box) {
        java.awt.Graphics2D g = paper.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        double px = 300 / 25.4;
        g.fillRect(
                (int) (box.left() * px), (int) (box.top() * px), (int) (box.width() * px), (int) (box.height() * px));
        g.dispose();
    }

    private static BufferedImage bothCodesCovered(Ward.Printed printed) {
        BufferedImage paper = page(printed);
        BadScanner.coffee(paper, 0.76, 0.03, 0.16, 0.1);
        BadScanner.coffee(paper, 0.1, 0.87, 0.14, 0.11);
        return paper;
    }

    private static BufferedImage page(Ward.Printed printed) {
        return printed.pages().values().iterator().next();
    }

    private static Damage damage(String level) {
        return switch (level) {
            case "MILD" -> Damage.MILD;
            case "HARD" -> Damage.HARD;
            case "COARSE" -> Damage.COARSE;
            default -> throw new IllegalArgumentException(level);
        };
    }
}
