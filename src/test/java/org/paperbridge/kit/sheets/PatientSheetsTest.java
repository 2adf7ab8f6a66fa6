package org.paperbridge.kit.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.paperbridge.form.census.ActiveDrug;
import org.paperbridge.form.census.BedsideNote;
import org.paperbridge.form.census.BedsideNote.Kind;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.LabResult;
import org.paperbridge.form.census.Letter;
import org.paperbridge.form.census.PastExam;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;

/** Known, none because somebody said so, unknown: a sheet never turns one into another, and leaves nothing out. */
final class PatientSheetsTest {

    private static final Instant NOW = Instant.parse("2026-02-09T03:12:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ReleasedForms FORMS = ReleasedForms.load(TemplateFiles.ofProduct());
    private static final OpenSheets SHEETS =
            new OpenSheets(new FontMeasure()::widthMm, pdf -> Optional.of("Page " + pdf.length));

    @Test
    void ofSomebodyNobodyToldAboutEverythingIsUnknownAndNothingIsNone() {
        String sheet = text("patient-sheet", bed(List.of(), false, List.of(), List.of()));
        assertThat(sheet)
                .contains("INCONNUES")
                .contains("INCONNU — à demander")
                .contains("aucun examen reçu")
                .doesNotContain("aucun (déclaré)")
                .doesNotContain("aucune connue");
        assertThat(sheet.split("INCONNU — à demander", -1)).hasSize(10);
    }

    @Test
    void noneIsPrintedOnlyWhereASourceSaidSo() {
        String sheet = text(
                "patient-sheet",
                bed(List.of(), true, List.of(BedsideNote.none("1", Kind.ISOLATION, Optional.empty())), List.of()));
        assertThat(sheet).contains("aucune connue", "aucun (déclaré)");
        assertThat(sheet.split("aucun \\(déclaré\\)", -1)).hasSize(2);
    }

    @Test
    void whatDoesNotFitGoesOnOnAnotherSheetWithTheSafetyBoxesAgain() {
        List<BedsideNote> notes = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> BedsideNote.of("1", Kind.PROBLEM, "Problème-" + i + "-fin", Optional.empty()))
                .toList());
        List<String> allergies =
                IntStream.range(0, 40).mapToObj(i -> "allergène-" + i + "-fin").toList();
        List<SheetBody> bodies = draw("patient-sheet", bed(allergies, false, notes, List.of()));
        assertThat(bodies).hasSizeGreaterThan(1);
        String all = bodies.stream().map(PatientSheetsTest::text).collect(Collectors.joining(" "));
        for (int i = 0; i < 60; i++) {
            assertThat(all).contains("Problème-" + i + "-fin");
        }
        for (int i = 0; i < 40; i++) {
            assertThat(all).contains("allergène-" + i + "-fin");
        }
        for (int i = 0; i < bodies.size(); i++) {
            assertThat(text(bodies.get(i)))
                    .contains("ALLERGIES", "voir ci-dessous", "feuille " + (i + 1) + " sur " + bodies.size());
        }
    }

    @Test
    void valuesInTwoUnitsNeverShareARowAndABloodGroupSaysThatItDoesNotCount() {
        List<LabResult> results = List.of(
                result("Glucose", "5,4", "mmol/L", 1),
                result("Glucose", "0,97", "g/L", 2),
                result("Groupe sanguin ABO", "A RhD positif", "", 3),
                result("Groupe sanguin ABO", "O RhD positif", "", 4));
        String sheet = text("last-results", bed(List.of(), false, List.of(), results));
        assertThat(sheet.split("Glucose", -1)).hasSize(3);
        assertThat(sheet)
                .contains("A RhD positif", "O RhD positif", "Ne vaut pas pour transfuser")
                .contains("RAI : INCONNU");
    }

    @Test
    void imagingSaysContrastImplantsAndKidneysAndThreeLinesOfEachConclusion() {
        Bed bed = new Bed(
                patient(List.of("iode (choc)"), false),
                stay(),
                List.of(),
                List.of(result("Créatinine", "142", "µmol/L", 1)),
                List.of(BedsideNote.of("1", Kind.DEVICE, "Stimulateur", Optional.empty())),
                List.of(new PastExam("1", "Scanner", Optional.of(NOW), Optional.of("un\ndeux\ntrois\nquatre"))),
                Optional.empty());
        assertThat(text("imaging-history", bed))
                .contains("⚠ iode (choc)", "Stimulateur", "Avant une IRM", "142 µmol/L", "trois …")
                .doesNotContain("quatre");
        assertThat(draw("imaging-history", bed(List.of(), false, List.of(), List.of())))
                .isEmpty();
    }

    @Test
    void ofALetterThereIsTheFirstPageAndWordThatItGoesOn() {
        String letter = "mot ".repeat(3000);
        List<SheetBody> bodies = draw("last-letter", withLetter(new Letter.Content.Text(letter)));
        assertThat(bodies).hasSize(1);
        assertThat(text(bodies.getFirst())).contains("Compte rendu (09/02/2026)", "Le courrier continue");
        assertThat(text("last-letter", withLetter(new Letter.Content.Pdf(new byte[7]))))
                .contains("Page 7");
    }

    @Test
    void aBlankSheetHasHeadingsAndSaysNothingOfAnybody() {
        FormTemplate form = FORMS.findNewest("patient-sheet").orElseThrow();
        assertThat(text(SHEETS.blank(form, KitWords.of("en"), PARIS)))
                .contains("ALLERGIES", "Problems", "Running drugs")
                .doesNotContain("UNKNOWN");
    }

    private static String text(String form, Bed bed) {
        return draw(form, bed).stream().map(PatientSheetsTest::text).collect(Collectors.joining(" "));
    }

    private static List<SheetBody> draw(String form, Bed bed) {
        return SHEETS.draw(FORMS.findNewest(form).orElseThrow(), Optional.of(bed), KitWords.of("fr"), PARIS);
    }

    private static String text(SheetBody body) {
        return body.drawings().stream()
                .filter(Drawing.Text.class::isInstance)
                .map(drawing -> ((Drawing.Text) drawing).key().substring(1))
                .collect(Collectors.joining(" "));
    }

    private static LabResult result(String test, String value, String unit, int hoursAgo) {
        return new LabResult(
                "1",
                test,
                Optional.empty(),
                value,
                Optional.of(unit).filter(u -> !u.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                NOW.minusSeconds(3600L * hoursAgo));
    }

    private static Bed withLetter(Letter.Content content) {
        return new Bed(
                patient(List.of(), false),
                stay(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new Letter("1", "Compte rendu", Optional.of(NOW), content)));
    }

    private static Bed bed(List<String> allergies, boolean none, List<BedsideNote> notes, List<LabResult> results) {
        List<ActiveDrug> drugs = List.of();
        return new Bed(patient(allergies, none), stay(), drugs, results, notes, List.of(), Optional.empty());
    }

    private static Patient patient(List<String> allergies, boolean none) {
        return new Patient(
                "1",
                "DEMO-A",
                Optional.empty(),
                List.of("Zoé"),
                Optional.of(LocalDate.of(1950, 1, 1)),
                Optional.of("F"),
                Optional.empty(),
                Optional.empty(),
                allergies,
                none,
                Optional.empty());
    }

    private static Encounter stay() {
        return new Encounter("S1", "1", "CARD", Optional.of("201"), Optional.empty(), Optional.empty());
    }
}
