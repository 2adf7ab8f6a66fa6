package org.paperbridge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.app.server.ServerRefusedException;
import org.paperbridge.form.formulary.FormularyNumber;
import org.paperbridge.form.formulary.Product;
import org.paperbridge.kit.numbers.FormularyLedger;
import org.paperbridge.read.line.Lexicons;

final class SiteFormularyTest {

    private static final Product ASPIRIN = new Product("Aspirine", "75 mg", "", List.of());
    private static final Product DIGOXIN = new Product("Digoxine", "0,25 mg", "", List.of());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNumberGivenWhileTheServerRunsIsKnownAndADamagedFileLeavesWhatWasKnown() throws IOException {
        Path file = folder.resolve("formulary.csv");
        SiteFormulary formulary = new SiteFormulary(file);
        assertThat(formulary.get().isEmpty()).isTrue();
        new FormularyLedger(file).number(List.of(ASPIRIN));
        assertThat(formulary.get().find(digits(1))).isPresent();
        assertThat(formulary.get().find(digits(2))).isEmpty();
        new FormularyLedger(file).number(List.of(ASPIRIN, DIGOXIN));
        assertThat(formulary.get().find(digits(2))).isPresent();

        Files.writeString(file, Files.readString(file) + "000399;Nothing;;;\n");
        assertThat(formulary.get().find(digits(2))).isPresent();
        assertThatThrownBy(() -> new SiteFormulary(file))
                .isInstanceOf(ServerRefusedException.class)
                .hasMessageContaining("formulary.csv:4");
    }

    @Test
    void theNamesOfTheFormularyAreAddedToTheDrugsOfTheProduct() {
        List<String> before = Lexicons.shipped().of("drugs");
        Lexicons more = Lexicons.shipped().and("drugs", List.of("AMOXICILLINE", "Zzyzzine"));
        assertThat(more.of("drugs"))
                .contains("Zzyzzine", "Amoxicilline")
                .doesNotContain("AMOXICILLINE")
                .containsAll(before);
        assertThat(more.of("drugs")).hasSize(before.size() + 1);
        assertThat(more.of("allergens")).isEqualTo(Lexicons.shipped().of("allergens"));
        assertThat(Lexicons.shipped().and("sutures", List.of("soie")).of("sutures"))
                .containsExactly("soie");
    }

    private static String digits(int counter) {
        return FormularyNumber.of(counter).digits();
    }
}
