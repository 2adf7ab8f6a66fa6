package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    @Test
    void aLogGetsPlainLinesAndNoCarriageReturn() {
        String said = said(false, Duration.ZERO);
        assertThat(said).doesNotContain("\r").isNotBlank();
        assertThat(said.lines()).allMatch(line -> line.startsWith("Kits: "));
        assertThat(said.lines().toList()).doesNotHaveDuplicates();
        assertThat(said.lines().toList().getLast()).matches("Kits: 3 of 3, took \\d+ s");
    }

    @Test
    void aTerminalGetsABarThatStaysOnItsLine() {
        String said = said(true, Duration.ZERO);
        assertThat(said.lines().toList().getLast()).contains("Kits", "100%", "3/3");
        assertThat(said).contains("\r").endsWith(System.lineSeparator());
        assertThat(said.strip().replace("\r", "")).doesNotContain("\n");
    }

    @Test
    void whatIsSoonDoneSaysNothing() {
        assertThat(said(true, Duration.ofHours(1))).isEmpty();
        assertThat(said(false, Duration.ofHours(1))).isEmpty();
    }

    private static String said(boolean terminal, Duration quiet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
                Progress progress = Progress.of("Kits", 3, stream, terminal, quiet)) {
            for (int i = 0; i < 3; i++) {
                progress.step();
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
