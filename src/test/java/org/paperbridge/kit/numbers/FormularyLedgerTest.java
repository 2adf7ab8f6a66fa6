package org.paperbridge.kit.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.formulary.FormularyEntry;
import org.paperbridge.form.formulary.FormularyFile;
import org.paperbridge.form.formulary.FormularyNumber;
import org.paperbridge.form.formulary.Product;

final class FormularyLedgerTest {

    private static final Product ASPIRIN = product("Acide acétylsalicylique", "75 mg");
    private static final Product BISOPROLOL = product("Bisoprolol", "5 mg");
    private static final Product COLCHICINE = product("Colchicine", "1 mg");

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");
    private FormularyLedger ledger = new FormularyLedger(file);

    @BeforeEach
    void open() {
        file = folder.resolve("numbers/formulary.csv");
        ledger = new FormularyLedger(file);
    }

    @Test
    void aDrugThatIsAddedOrTakenOutRenumbersNoOther() throws IOException {
        assertThat(counters(ASPIRIN, COLCHICINE)).containsExactly(1, 2);
        assertThat(counters(ASPIRIN, BISOPROLOL, COLCHICINE)).containsExactly(1, 3, 2);
        assertThat(counters(BISOPROLOL)).containsExactly(3);
        assertThat(counters(product("Digoxine", "0,25 mg"))).containsExactly(4);
        assertThat(counters(COLCHICINE, ASPIRIN)).containsExactly(2, 1);
        assertThat(FormularyFile.read(file).find(FormularyNumber.of(2).digits()))
                .map(FormularyEntry::product)
                .contains(COLCHICINE);
    }

    @Test
    void anotherSpellingKeepsTheNumberAndAnotherStrengthGetsItsOwn() throws IOException {
        assertThat(counters(ASPIRIN)).containsExactly(1);
        assertThat(counters(product("ACIDE ACETYLSALICYLIQUE", "75mg"), product("Acide acétylsalicylique", "100 mg")))
                .containsExactly(1, 2);
        assertThat(FormularyFile.read(file).find(FormularyNumber.of(1).digits()))
                .map(entry -> entry.product().name())
                .contains("ACIDE ACETYLSALICYLIQUE");
    }

    @Test
    void nothingIsWrittenWhenNothingIsNew() throws IOException {
        counters(ASPIRIN, COLCHICINE);
        String before = Files.readString(file);
        counters(COLCHICINE, ASPIRIN);
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void aLineThatWasCutOffByAKilledProcessIsNoNumber() throws IOException {
        counters(ASPIRIN);
        Files.writeString(file, "000292;Bisopr", StandardOpenOption.APPEND);
        assertThat(counters(COLCHICINE, ASPIRIN)).containsExactly(2, 1);
        assertThat(FormularyFile.read(file).entries()).hasSize(2);
    }

    @Test
    void aDamagedFileIsRefusedAndLeftAsItIs() throws IOException {
        counters(ASPIRIN, BISOPROLOL);
        String damaged = Files.readString(file).replace("000195", "000159");
        Files.writeString(file, damaged);
        assertThatThrownBy(() -> counters(COLCHICINE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("formulary.csv:2");
        assertThat(Files.readString(file)).isEqualTo(damaged);
    }

    @Test
    void severalAtOnceNeverGiveANumberTwice() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Product product = product("Produit " + (char) ('A' + i), "1 mg");
            calls.add(() -> new FormularyLedger(file)
                    .number(List.of(product))
                    .getFirst()
                    .number()
                    .counter());
        }
        List<Integer> given = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> each : threads.invokeAll(calls)) {
                given.add(each.get());
            }
        }
        assertThat(given).doesNotHaveDuplicates().hasSize(20);
        assertThat(FormularyFile.read(file).entries()).hasSize(20);
    }

    private List<Integer> counters(Product... products) throws IOException {
        return ledger.number(List.of(products)).stream()
                .map(entry -> entry.number().counter())
                .toList();
    }

    private static Product product(String name, String strength) {
        return new Product(name, strength, "comprimé", List.of());
    }
}
