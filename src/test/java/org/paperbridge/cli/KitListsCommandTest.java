package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lists a site keeps, as whoever keeps them checks them. */
final class KitListsCommandTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void everyMistakeIsSaidWithFileAndLineInTheFormularyToo() throws IOException {
        Cli started = Cli.launch(home, "kit", "lists", "--init");
        Path lists = home.resolve("lists");
        assertThat(started.out()).contains("phones.csv").doesNotContain("formulary.csv");
        Files.writeString(lists.resolve("formulary.csv"), "product;strength\nParacétamol;1 g\n;500 mg\n");
        Files.writeString(lists.resolve("phones.csv"), "service;phone\nSAMU;15\nLaboratoire;\n");

        Cli checked = Cli.launch(home, "kit", "lists", "--lang", "en");

        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.out()).containsPattern("phones.csv +2").containsPattern("formulary.csv +1");
        assertThat(checked.err())
                .contains("lists/formulary.csv:3:", "lists/phones.csv:3:")
                .doesNotContain("csv:2:");
    }
}
