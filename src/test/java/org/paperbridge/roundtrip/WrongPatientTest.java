package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.cli.bench.People;
import org.paperbridge.cli.bench.Stickers;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.Finding;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.validation.identity.IdentityCheck;

/** Sheets of the wrong patient, as wards make them: nothing of them may be accepted, and none may pass in silence. */
@TestInstance(Lifecycle.PER_CLASS)
final class WrongPatientTest {

    private static final Census WARD = People.ward(12, new SplittableRandom(4));
    private static final KnownPeople PEOPLE = KnownPeople.of(WARD);

    private final Ward ward;

    WrongPatientTest(@TempDir Path folder) {
        ward = new Ward(folder);
    }

    @AfterAll
    void close() {
        ward.close();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "prescription, MILD",
        "prescription-chart, HARD",
        "observation, COARSE",
        "medication-administration, MILD",
    })
    void aSheetOfTheRightPatientIsConfirmedByItsPrint(String form, String level) throws IOException {
        BufferedImage paper = sheet(form, 1);
        Stickers.stick(paper, sticker(1), zone(form, "patient-label"), 1.5);

        Judgement judged = judge(scan(paper, level));

        assertThat(identity(judged)).containsExactly("print-agrees", "sticker-agrees");
        assertThat(IdentityCheck.isDisputed(judged.findings())).isFalse();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"prescription, MILD", "prescription-chart, COARSE", "observation, HARD"})
    void aCodeCutFromTheSheetOfTheNextPatientStopsThePage(String form, String level) throws IOException {
        BufferedImage paper = sheet(form, 2);
        BufferedImage next = sheet(form, 3);
        LayoutPage layout = ward.form(form).layout().getPage(1);
        layout.codes().forEach(code -> Stickers.paste(next, paper, code.grownBy(1.5)));
        PageOutcome.Read read = scan(paper, level);
        assertThat(read.identity().patientId()).contains(patient(3).id());

        Judgement judged = judge(read);

        assertThat(identity(judged)).containsExactly("print-differs");
        nothingIsAccepted(judged);
        assertThat(judged.outcomeCode(read)).isEqualTo("disputed");
        assertThat(ward.judge(read, KnownPeople.nobody()).findings())
                .as("numbers that differ by one digit, and no census: a person is asked")
                .anyMatch(IdentityCheck::asks);
    }

    @Test
    void theStickerOfAnotherPatientStopsThePage() throws IOException {
        BufferedImage paper = sheet("prescription", 4);
        Stickers.stick(paper, sticker(5), zone("prescription", "patient-label"), -2);
        PageOutcome.Read read = scan(paper, "MILD");

        assertThat(identity(judge(read))).containsExactly("print-agrees", "sticker-differs");
        nothingIsAccepted(judge(read));
        assertThat(identity(ward.judge(read, KnownPeople.nobody())))
                .as("without a census")
                .containsExactly("print-agrees", "sticker-differs");
    }

    @Test
    void aBlankSheetTakesItsPatientFromTheStickerAsAQuestion() throws IOException {
        BufferedImage paper = first(print("prescription", Optional.empty()));
        Stickers.stick(paper, sticker(6), zone("prescription", "patient-label"), 0);
        PageOutcome.Read read = scan(paper, "MILD");

        assertThat(read.identity().patientId()).isEmpty();
        assertThat(identity(judge(read))).containsExactly("sticker-proposes");
    }

    @Test
    void stickersOfTwoPatientsOnOneSheetStopIt() throws IOException {
        PageBox label = zone("prescription", "patient-label");
        BufferedImage paper = first(print("prescription", Optional.empty()));
        BufferedImage first = sticker(7);
        BufferedImage second = sticker(8);
        int half = first.getHeight() / 2;
        // the lower half of each sticker carries its barcode
        Stickers.stick(
                paper,
                first.getSubimage(0, half, first.getWidth(), half),
                new PageBox(label.left(), label.top() - 3, label.width(), label.height()),
                0);
        Stickers.stick(
                paper,
                second.getSubimage(0, half, second.getWidth(), half),
                new PageBox(label.left(), label.top() + 12, label.width(), label.height()),
                0);

        assertThat(identity(judge(scan(paper, "MILD")))).containsExactly("stickers-differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "block"})
    void anIdentityWrittenOverIsNeverSilent(String what) throws IOException {
        BufferedImage paper = sheet("prescription", 9);
        Graphics2D g = paper.createGraphics();
        g.setColor(new Color(40, 40, 60));
        g.setFont(new java.awt.Font(java.awt.Font.SERIF, java.awt.Font.ITALIC, 60));
        g.setStroke(new java.awt.BasicStroke(7));
        g.drawLine(170, 490, 900, 500);
        g.drawString("Mme Autre Personne", 330, 505);
        if (what.equals("block")) {
            g.drawLine(170, 600, 1500, 610);
            g.drawString("née 1-4-31  77120934", 400, 620);
        }
        g.dispose();

        assertThat(judge(scan(paper, "MILD")).findings()).anyMatch(IdentityCheck::asks);
    }

    @Test
    void printThatCannotBeReadIsNoDisagreement() throws IOException {
        BufferedImage paper = sheet("prescription", 10);
        PageBox block = new PageBox(12.5, 37.5, 117, 17);
        BadScanner.coffee(paper, block.left() / 210, block.top() / 297, block.width() / 210, block.height() / 297);

        assertThat(identity(judge(scan(paper, "MILD")))).containsExactly("print-unseen");
    }

    private PageOutcome.Read scan(BufferedImage paper, String level) {
        Damage damage = switch (level) {
            case "MILD" -> Damage.MILD;
            case "HARD" -> Damage.HARD;
            case "COARSE" -> Damage.COARSE;
            default -> throw new IllegalArgumentException(level);
        };
        return (PageOutcome.Read) ward.read(Ward.scan(paper, damage, 17));
    }

    private Judgement judge(PageOutcome.Read read) {
        return ward.judge(read, PEOPLE);
    }

    private static List<String> identity(Judgement judged) {
        return judged.findings().stream()
                .map(Finding::rule)
                .filter(rule -> rule.startsWith(IdentityCheck.PREFIX))
                .map(rule -> rule.substring(IdentityCheck.PREFIX.length()))
                .toList();
    }

    private static void nothingIsAccepted(Judgement judged) {
        assertThat(judged.verdicts()).noneMatch(v -> v.action() == Action.AUTO);
    }

    private BufferedImage sheet(String form, int who) {
        Ward.Printed printed = print(form, Optional.of(who));
        ward.fill(printed, who);
        return first(printed);
    }

    private Ward.Printed print(String form, Optional<Integer> who) {
        return ward.print(
                form,
                80 + who.orElse(99),
                who.map(WrongPatientTest::patient),
                who.map(i -> WARD.encounters().get(i)));
    }

    private static BufferedImage first(Ward.Printed printed) {
        return printed.pages().values().iterator().next();
    }

    private static BufferedImage sticker(int who) throws IOException {
        Encounter stay = WARD.encounters().get(who);
        return Stickers.print(patient(who), stay);
    }

    private PageBox zone(String form, String id) {
        return ward.form(form).layout().getPage(1).fields().stream()
                .filter(z -> z.id().equals(id))
                .map(FieldZone::box)
                .findFirst()
                .orElseThrow();
    }

    private static Patient patient(int who) {
        return WARD.patients().get(who);
    }
}
