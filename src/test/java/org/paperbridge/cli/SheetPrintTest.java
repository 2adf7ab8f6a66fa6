package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paperbridge.pagecode.PageStamp;
import org.paperbridge.shipped.PrintedPdf;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** One patient's sheet at three in the morning: out of a file, a census or the feed, filled or refused, never empty. */
final class SheetPrintTest {

    private static final String WARD = "src/test/resources/org/paperbridge/shipped/ward.hl7";
    private static final String KNOWN = "90010181";
    private static final String UNKNOWN = "90010278";
    private static final ReleasedForms FORMS = ReleasedForms.load(TemplateFiles.ofProduct());

    /** One for all: its keys and its store are made once. */
    @TempDir
    private static Path home = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "patient-sheet, Fibrillation atriale, furosémide",
        "last-results, A RhD positif, NT-proBNP",
        "imaging-history, Cardiomégalie, produit de contraste iodé",
        "last-letter, Courrier de cardiologie, Hélène EPREUVE"
    })
    void aSheetOfOnePatientOfACensusSaysWhatTheCensusKnows(String form, String first, String second)
            throws IOException {
        Cli ran = print(form, "--census", WARD, "--patient", KNOWN);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(sheet().text())
                .contains("DEMO-ALOUETTE", first, second, "Cardiologie", "données du")
                .doesNotContain("BROUETTE");
        assertThat(sheet().stamps(FORMS.findNewest(form).orElseThrow(), PrintedPdf.codec(home)))
                .isNotEmpty()
                .allMatch(stamp -> stamp.patientId().equals(Optional.of(KNOWN)))
                .allMatch(stamp -> stamp.encounterId().equals(Optional.of("269020189")))
                .extracting(PageStamp::serial)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"last-results", "imaging-history", "last-letter"})
    void whereTheCensusSaysNothingNothingIsPrinted(String form) {
        Cli ran = print(form, "--census", WARD, "--patient", UNKNOWN);
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err())
                .contains("says nothing of this patient that stands on " + form, "--census FILE")
                .doesNotContain(UNKNOWN, "BROUETTE", "\tat ");
        assertThat(out()).doesNotExist();
    }

    @Test
    void aPatientOfWhomNothingIsKnownStillGetsASheetThatSaysSo() throws IOException {
        assertThat(print("patient-sheet", "--census", WARD, "--patient", UNKNOWN)
                        .exit())
                .isZero();
        assertThat(sheet().text()).contains("DEMO-BROUETTE", "INCONNUES", "INCONNU — à demander");
    }

    @ParameterizedTest
    @CsvSource({
        "patient-sheet, ALLERGIES",
        "last-results, Groupe sanguin",
        "imaging-history, Examens passés",
        "last-letter, Courrier de qui"
    })
    void withoutAPatientThereAreHeadingsToFillOnOnePage(String form, String heading) throws IOException {
        Cli ran = print(form);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("headings to fill by hand");
        assertThat(sheet().pages()).isEqualTo(1);
        assertThat(sheet().text()).contains(heading).doesNotContain("feuille 1 sur 2", "DEMO", "INCONNU —");
        assertThat(sheet().stamps(FORMS.findNewest(form).orElseThrow(), PrintedPdf.codec(home)))
                .allMatch(stamp -> stamp.patientId().isEmpty());
    }

    @Test
    void theFeedThatKitWatchKeepsIsKnownToTheHome() throws IOException {
        Path own = folder.resolve("home");
        Path feed = Files.createDirectories(folder.resolve("feed"));
        Files.copy(Path.of(WARD), feed.resolve("adt.hl7"));
        Files.setLastModifiedTime(
                feed.resolve("adt.hl7"), FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(Cli.launch(own, "form", "print", "patient-sheet", "-o", out().toString(), "--patient", "269020189")
                        .err())
                .contains("no kit watch has kept a feed");
        Cli.launch(
                own,
                "kit",
                "watch",
                "--once",
                "--feed",
                feed.toString(),
                "--out",
                folder.resolve("kits").toString());
        Cli ran = Cli.launch(own, "form", "print", "patient-sheet", "-o", out().toString(), "--patient", "269020189");
        assertThat(ran.exit()).as("by number of the stay: " + ran.err()).isZero();
        assertThat(sheet().text()).contains("DEMO-ALOUETTE", "bisoprolol");
        Files.delete(out());
        assertThat(Cli.launch(
                                own,
                                "form",
                                "print",
                                "patient-sheet",
                                "-o",
                                out().toString(),
                                "--feed",
                                feed.toString(),
                                "--patient",
                                KNOWN)
                        .exit())
                .isZero();
        assertThat(sheet().text()).contains("DEMO-ALOUETTE");
    }

    @Test
    void whoIsMeantIsNeverGuessed() {
        assertThat(print("patient-sheet", "--patient", WARD).err()).contains("holds 2 patients", "--patient NUMBER");
        assertThat(print("patient-sheet", "--census", WARD).err()).contains("Whose?");
        assertThat(print("patient-sheet", "--census", WARD, "--patient", "9001018")
                        .err())
                .contains("nobody of that number");
        assertThat(print("patient-sheet", "--feed", folder.resolve("gone").toString(), "--patient", KNOWN)
                        .exit())
                .isEqualTo(2);
        assertThat(out()).doesNotExist();
    }

    @Test
    void aBarePatientInAFileIsEnough() throws IOException {
        Path patient = Files.writeString(folder.resolve("patient.json"), """
                {"resourceType":"Patient","id":"p1","identifier":[{"value":"900123"}],
                "name":[{"family":"DEMO","given":["Zoé"]}],"birthDate":"1950-01-01"}""");
        assertThat(print("patient-sheet", "--patient", patient.toString()).exit())
                .isZero();
        assertThat(sheet().text()).contains("DEMO Zoé", "INCONNUES");
    }

    private Cli print(String form, String... more) {
        String[] all = new String[more.length + 5];
        all[0] = "form";
        all[1] = "print";
        all[2] = form;
        all[3] = "-o";
        all[4] = out().toString();
        System.arraycopy(more, 0, all, 5, more.length);
        return Cli.launch(home, all);
    }

    private PrintedPdf sheet() {
        return new PrintedPdf(out());
    }

    private Path out() {
        return folder.resolve("sheet.pdf");
    }
}
