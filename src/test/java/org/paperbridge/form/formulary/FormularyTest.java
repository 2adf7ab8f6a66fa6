package org.paperbridge.form.formulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormularyTest {

    private static final Formulary FORMULARY = new Formulary(List.of(
            entry(1, "Amoxicilline", "500 mg", "gélule", "Clamoxyl"),
            entry(2, "Amoxicilline", "1 g", "poudre injectable", "Clamoxyl"),
            entry(3, "Amoxicilline / acide clavulanique", "1 g/200 mg", "poudre injectable", "Augmentin"),
            entry(4, "Lévothyroxine", "75 µg", "comprimé", "Levothyrox"),
            entry(5, "Glucose", "5 %", "poche 500 mL", "")));

    @ParameterizedTest(name = "{0} beside number {1}: {2}")
    @CsvSource({
        "Amoxicilline, 1, SAME",
        "AMOXICILLINE, 2, SAME",
        "amoxicilline 1 G inj., 2, MORE",
        "Amoxicilline 1g poudre injectable, 2, SAME",
        "Amoxicilline 1000 mg, 2, SAME",
        "'Amoxicilline 0,5 g', 1, SAME",
        "Amoxicilline 1 g, 1, STRENGTH",
        "Clamoxyl 500, 1, SAME",
        "Amoxicilline acide clavulanique, 1, OTHER",
        "Amoxicilline acide clavulanique, 3, SAME",
        "Augmentin 1 g/200 mg, 3, SAME",
        "Amoxicilline, 3, OTHER",
        "Amoxicilline sulbactam, 1, MORE",
        "Levothyroxine 75 µg, 4, SAME",
        "'Lévothyroxine 0,075 mg', 4, SAME",
        "Levothyroxine 25 microg, 4, STRENGTH",
        "Glucose 5 % 500 ml, 5, SAME",
        "Glucose 10 %, 5, STRENGTH",
        "Compresses stériles, 1, OTHER",
        "Amox, 1, OTHER",
    })
    void aLineIsHeldAgainstTheProductOfTheNumber(String written, int counter, NameMatch match) {
        Product product = FORMULARY
                .find(FormularyNumber.of(counter).digits())
                .orElseThrow()
                .product();
        assertThat(FORMULARY.match(written, product)).isEqualTo(match);
    }

    @Test
    void aNumberOfNothingIsNotFound() {
        assertThat(FORMULARY.find(FormularyNumber.of(6).digits())).isEmpty();
        assertThat(FORMULARY.find("000110")).isEmpty();
        assertThat(Formulary.none().find(FormularyNumber.of(1).digits())).isEmpty();
    }

    @Test
    void whatIsWrittenToTheFileIsReadFromItAndALaterLineCounts(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("formulary.csv");
        FormularyEntry odd = entry(7, "Sodium \"chlorure; 0,9 %\"", "0,9 %", "poche 1 L", "NaCl / sérum physiologique");
        FormularyEntry again = entry(7, "Sodium chlorure", "0,9 %", "poche 1 L", "NaCl");
        Files.writeString(file, FormularyFile.HEADING + "\n" + FormularyFile.line(odd) + "\n");
        assertThat(FormularyFile.read(file).entries()).containsExactly(odd);
        Files.writeString(
                file, FormularyFile.HEADING + "\n" + FormularyFile.line(odd) + "\n" + FormularyFile.line(again) + "\n");
        assertThat(FormularyFile.read(file).entries()).containsExactly(again);
        assertThat(FormularyFile.read(folder.resolve("none.csv")).isEmpty()).isTrue();
        Files.writeString(file, FormularyFile.HEADING + "\n000799;Sodium;;;\n");
        assertThatThrownBy(() -> FormularyFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("formulary.csv:2: 000799 is no formulary number");
    }

    @Test
    void spellingDoesNotMakeAnotherProductAndStrengthDoes() {
        Product product = new Product("Lévothyroxine", "0,5 mg", "comprimé", List.of());
        assertThat(new Product("LEVOTHYROXINE", "0.5mg", "Comprime", List.of("X")).key())
                .isEqualTo(product.key());
        assertThat(new Product("Lévothyroxine", "5 mg", "comprimé", List.of()).key())
                .isNotEqualTo(product.key());
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "DOPAMINE, DOBUTAMINE, false",
        "CEFOTAXIME, CEFOXITINE, false",
        "HYDROXYZINE, HYDRALAZINE, false",
        "CLONAZEPAM, LORAZEPAM, true",
        "AMOXICILLINE, AMPICILLINE, true",
        "PREDNISONE, PREDNISOLONE, true",
        "VINCRISTINE, VINBLASTINE, false",
        "AMIODARONE, AMLODIPINE, false",
        "OMEPRAZOLE, OMEPRAZOLE, false",
    })
    void namesLikeEachOther(String a, String b, boolean similar) {
        assertThat(SimilarNames.areSimilar(a, b)).isEqualTo(similar);
    }

    private static FormularyEntry entry(int counter, String name, String strength, String form, String other) {
        return new FormularyEntry(
                FormularyNumber.of(counter), new Product(name, strength, form, FormularyFile.namesOf(other)));
    }
}
