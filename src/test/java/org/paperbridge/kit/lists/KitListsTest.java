package org.paperbridge.kit.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.LabResult;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.Bed;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.UnitKit;
import org.paperbridge.kit.pdfbox.FontMeasure;

final class KitListsTest {

    private static final Instant NOW = Instant.parse("2026-02-09T03:12:00Z");
    private static final Unit CARD = new Unit("CARD", "Cardiologie");
    private static final TableSheets SHEETS = new TableSheets(new FontMeasure()::widthMm);

    private final KitNotes notes = new KitNotes();

    @TempDir
    private Path lists = Path.of("");

    /** Read over two lines, a number is dialled wrong; printed tiny, a heading or a name is not read at all. */
    @Test
    void numbersStayWholeAndNothingIsSetTooSmall() throws IOException {
        Files.writeString(
                lists.resolve("phones.csv"),
                "service;phone;mobile;note\nRéanimation;05 00 00 00 21;06 00 00 00 12;ligne directe 05 00 00 00 15\n");
        Files.writeString(lists.resolve("envelopes.csv"), "envelope;holds\nE-01;PIN\n");
        Files.writeString(lists.resolve("stock.csv"), "product;measure\nGants;boîte\n");
        Files.writeString(lists.resolve("mobile-keys.csv"), "key;number;pin\n4G-01;06 00 00 00 61;E-11\n");
        List<DrawnFile> files = new ArrayList<>(
                new SiteListPart(lists, SiteLists.ofFolder(lists).all(), SHEETS).draw(desk(), notes));
        files.addAll(new BoardPart(new FontMeasure()::widthMm)
                .draw(kit(NOW, List.of(bed("1", "DEMO-BROUETTE (DEMO-TEST) BLANCHE-MARGUERITE", "201"))), notes));
        assertThat(files)
                .extracting(DrawnFile::name)
                .contains("05-mobile-keys", "05-envelopes", "06-stock", "01-board");
        assertThat(files.stream()
                        .flatMap(KitListsTest::texts)
                        .map(text -> text.key().substring(1)))
                .contains("05 00 00 00 21", "06 00 00 00 12", "06 00 00 00 61", "05 00 00 00 15");
        FontMeasure fonts = new FontMeasure();
        assertThat(files.stream().flatMap(KitListsTest::texts))
                .filteredOn(text -> !text.key().equals("="))
                .allSatisfy(text -> assertThat(
                                text.box().width() / fonts.widthMm(text.key().substring(1), 1, text.bold()))
                        .as(text.key())
                        .isGreaterThan(7));
        assertThat(texts(files.getLast())
                        .filter(text ->
                                text.key().contains("BROUETTE") || text.key().contains("BLANCHE")))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text.sizePt()).isGreaterThanOrEqualTo(12));
    }

    @Test
    void aListIsReadAsOfficesWriteIt() throws IOException {
        Files.write(
                lists.resolve("phones.csv"),
                "Service;Téléphone;Nom;unit\r\nRéanimation;\"4512; 4513\";\"Dr \"\"D\"\" Démo\";\r\nMédecine;4601;;MED\r\n"
                        .getBytes(Charset.forName("windows-1252")));
        List<DrawnFile> files =
                new SiteListPart(lists, SiteLists.ofFolder(lists).all(), SHEETS).draw(kit(NOW, List.of()), notes);
        assertThat(files).hasSize(1);
        assertThat(text(files.getFirst()))
                .contains("Réanimation", "4512; 4513", "Dr \"D\" Démo")
                .doesNotContain("Médecine");
        assertThat(notes.lines()).noneMatch(line -> line.contains("phones")).hasSize(6);
    }

    @Test
    void everyMistakeIsSaidWithFileAndLineAndTheRowIsPrintedAllTheSame() throws IOException {
        Files.writeString(
                lists.resolve("agenda.csv"),
                "date,time,patient,colour\n09/02/2026,8 h,DEMO-A\n31/02/2026,9 h,DEMO-B\n23/02/2026,9 h,DEMO-C\n"
                        + "22/02/2026,9 h,\n08/02/2026,9 h,DEMO-D,x,y\n");
        List<DrawnFile> files =
                new SiteListPart(lists, SiteLists.ofFolder(lists).all(), SHEETS).draw(kit(NOW, List.of()), notes);
        assertThat(text(files.getFirst()))
                .contains("DEMO-A", "DEMO-B", "lun. 09/02")
                .doesNotContain("DEMO-C", "DEMO-D");
        assertThat(notes.lines())
                .contains(
                        "lists/agenda.csv:1: colonne inconnue « colour »",
                        "lists/agenda.csv:3: « 31/02/2026 » n'est pas une date (JJ/MM/AAAA)",
                        "lists/agenda.csv:5: cellule « Patient » vide",
                        "lists/agenda.csv:6: plus de cellules que de colonnes",
                        "Annuaire téléphonique : fichier lists/phones.csv absent, liste non imprimée.");
    }

    @Test
    void whatIsOddInTheCensusIsOnTheExceptionListAndEverybodyStaysInIt() {
        List<Bed> beds = List.of(
                bed("1", "", "201"),
                bed("2", "DEMO-A", "201"),
                bed("3", "DEMO-" + "ALPHA ".repeat(20), "203"),
                bed("4", "عبد الله", "204"),
                bed("5", "DEMO-A", "205"));
        UnitKit kit = kit(NOW, beds);
        new CensusCheck(new FontMeasure()::draws).draw(kit, notes);
        assertThat(notes.lines())
                .contains(
                        "Lit 201 : patient sans nom (n° 1). Vérifier l'identité au lit.",
                        "Lit 201 : deux patients (1 et 2).",
                        "Lit 203 : nom de 125 caractères, imprimé petit.",
                        "Lit 204 : nom écrit de droite à gauche. Vérifier sur le bracelet.",
                        "Même nom et même naissance sous deux numéros : 2 et 5.");
        String census = text(new CensusPart(SHEETS).draw(kit, notes).getFirst());
        assertThat(census).contains("SANS NOM", "DEMO-A", "عبد", "IPP 5");
        assertThat(census.split("ALPHA", -1)).hasSize(21);
    }

    @Test
    void theCoverSaysHowOldTheDataIsAndWhatToCheck() {
        UnitKit fresh = kit(NOW.minusSeconds(60 * 62), List.of());
        DrawnFile cover = cover(fresh, List.of());
        assertThat(text(cover)).contains("1 h 02 min", "Rien à signaler").doesNotContain("ANCIENNES");
        UnitKit old = kit(NOW.minusSeconds(3600 * 76), List.of());
        List<String> many = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            many.add("Point " + i);
        }
        assertThat(text(cover(old, many)))
                .contains("DONNÉES ANCIENNES (3 j 4 h à l'impression)", "À vérifier (12)", "Point 8", "et 4 autres")
                .doesNotContain("Point 9");
        assertThat(text(new CoverPages(new FontMeasure()::widthMm).exceptions(old, many)))
                .contains("Point 9", "Point 12", "ANCIENNES");
    }

    @Test
    void theLastFiveValuesOfATestAreInOneLine() {
        List<LabResult> results = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            results.add(new LabResult(
                    "2",
                    "Potassium",
                    Optional.empty(),
                    "4,1" + i,
                    Optional.of("mmol/L"),
                    Optional.of("3,5 - 5,1"),
                    i == 0 ? Optional.of("H") : Optional.empty(),
                    NOW.minusSeconds(3600L * i)));
        }
        UnitKit kit = kit(NOW, List.of(bed("2", "DEMO-A", "202"), bed("3", "DEMO-B", "203")), results);
        String text = text(new ResultPart(SHEETS).draw(kit, notes).getFirst());
        assertThat(text).contains("↑ 4,10 mmol/L", "4,14", "3,5 - 5,1").doesNotContain("4,15");
        assertThat(notes.lines()).containsExactly("Résultats de laboratoire inconnus pour 1 patient(s).");
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(keys("fr")).isEqualTo(keys("en"));
    }

    private static java.util.Set<String> keys(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = KitListsTest.class.getResourceAsStream("/kit/words." + language + ".properties")) {
            properties.load(java.util.Objects.requireNonNull(in));
        }
        return new java.util.TreeSet<>(properties.stringPropertyNames());
    }

    private static DrawnFile cover(UnitKit kit, List<String> notes) {
        return new CoverPages(new FontMeasure()::widthMm)
                .cover(kit, List.of(new CoverPages.Content("01-census", "Patients présents", 1)), notes);
    }

    private static String text(DrawnFile file) {
        return texts(file).map(text -> text.key().substring(1)).collect(Collectors.joining(" "));
    }

    private static Stream<Drawing.Text> texts(DrawnFile file) {
        return file.pages().stream()
                .flatMap(page -> page.drawings().stream())
                .filter(Drawing.Text.class::isInstance)
                .map(Drawing.Text.class::cast);
    }

    private static UnitKit desk() {
        Census census = new Census(NOW, List.of(CARD), List.of(), List.of(), List.of(), List.of());
        return new UnitKit(
                census,
                List.of(),
                CARD,
                List.of(),
                KitPlan.usual("fr").running(Set.of("it", "crisis")),
                KitWords.of("fr"),
                NOW,
                ZoneId.of("Europe/Paris"));
    }

    private static UnitKit kit(Instant asOf, List<Bed> beds) {
        return kit(asOf, beds, List.of());
    }

    private static UnitKit kit(Instant asOf, List<Bed> beds, List<LabResult> results) {
        Census census = new Census(asOf, List.of(CARD), List.of(), List.of(), List.of(), results);
        return new UnitKit(
                census, List.of(), CARD, beds, KitPlan.usual("fr"), KitWords.of("fr"), NOW, ZoneId.of("Europe/Paris"));
    }

    private static Bed bed(String number, String name, String place) {
        return new Bed(
                new Patient(
                        number,
                        name,
                        Optional.empty(),
                        List.of(),
                        Optional.of(LocalDate.of(1950, 1, 1)),
                        Optional.of("F"),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        false,
                        Optional.empty()),
                new Encounter("S" + number, number, "CARD", Optional.of(place), Optional.empty(), Optional.empty()),
                List.of());
    }
}
