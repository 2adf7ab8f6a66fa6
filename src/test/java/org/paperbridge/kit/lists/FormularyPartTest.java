package org.paperbridge.kit.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.formulary.FormularyNumber;
import org.paperbridge.form.layout.Drawing;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.numbers.FormularyLedger;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.UnitKit;
import org.paperbridge.kit.pdfbox.FontMeasure;

final class FormularyPartTest {

    private static final String CSV = """
            Produit;Dosage;Forme;Autres noms;unit
            Prednisone;20 mg;comprimé;Cortancyl / Prednisone;
            Prednisolone;20 mg;comprimé effervescent;;
            Étoposide;100 mg;solution à diluer;;ONCO
            ;5 mg;comprimé;;
            PREDNISONE;20mg;Comprimé;;CARD
            """;

    private final KitNotes notes = new KitNotes();

    @TempDir
    private Path home = Path.of("");

    @Test
    void aUnitGetsItsOwnProductsWithTheirNumbersAndThePharmacyGetsAll() throws IOException {
        write(CSV);
        assertThat(text("CARD", "fr", Set.of()))
                .contains("Livret du médicament", printed(1) + " Prednisone", printed(2) + " Prednisolone")
                .contains("≠ Prednisone", "≠ Prednisolone", "Cortancyl", "Dosage")
                .doesNotContain("Étoposide");
        assertThat(text("ONCO", "en", Set.of()))
                .contains("Formulary: numbers", "Strength", printed(3) + " Étoposide", printed(2) + " Prednisolone");
        assertThat(text("PUI", "fr", Set.of("pharmacy"))).contains("Étoposide", "Prednisone");
        assertThat(notes.lines()).contains("lists/formulary.csv:5: cellule « Produit » vide");
    }

    @Test
    void aHospitalWithoutTheFileGetsNoListAndNoWordOfIt() throws IOException {
        assertThat(part().draw(kit("CARD", "fr", Set.of()), notes)).isEmpty();
        assertThat(notes.lines()).isEmpty();
        assertThat(home.resolve("numbers/formulary.csv")).doesNotExist();
    }

    @Test
    void aDamagedFileOfNumbersCostsTheListAndNotTheKit() throws IOException {
        write(CSV);
        part().draw(kit("CARD", "fr", Set.of()), notes);
        Path given = home.resolve("numbers/formulary.csv");
        Files.writeString(
                given, Files.readString(given).replace(FormularyNumber.of(1).digits(), "999999"));
        assertThat(part().draw(kit("CARD", "en", Set.of()), notes)).isEmpty();
        assertThat(notes.lines())
                .contains("Formulary: numbers: the numbers given so far cannot be read, list not printed (paperbridge"
                        + " kit formulary).");
    }

    private static String printed(int counter) {
        return FormularyNumber.of(counter).printed();
    }

    private void write(String csv) throws IOException {
        Files.createDirectories(home.resolve("lists"));
        Files.writeString(home.resolve("lists/formulary.csv"), csv);
    }

    private FormularyPart part() {
        return new FormularyPart(
                new FormularyCsv(home.resolve("lists")),
                new FormularyLedger(home.resolve("numbers/formulary.csv")),
                new TableSheets(new FontMeasure()::widthMm));
    }

    private String text(String unit, String language, Set<String> desks) throws IOException {
        List<DrawnFile> files = part().draw(kit(unit, language, desks), notes);
        assertThat(files).hasSize(1);
        return files.getFirst().pages().stream()
                .flatMap(page -> page.drawings().stream())
                .filter(Drawing.Text.class::isInstance)
                .map(drawing -> ((Drawing.Text) drawing).key().substring(1))
                .collect(Collectors.joining(" "));
    }

    private static UnitKit kit(String unit, String language, Set<String> desks) {
        Instant now = Instant.parse("2026-02-09T03:12:00Z");
        return new UnitKit(
                new Census(now, List.of(), List.of(), List.of(), List.of()),
                List.of(),
                new Unit(unit, unit),
                List.of(),
                KitPlan.usual(language).running(desks),
                KitWords.of(language),
                now,
                ZoneId.of("Europe/Paris"));
    }
}
