package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report shows the decisions that {@code --json} tells, each with its pictures. */
final class ReadReportTest {

    private static final String OBSERVATION = "test-scans/03-observation-hard/0_scan.png";
    private static final String COFFEE = "test-scans/05-both-codes-under-coffee/0_scan.png";
    private static final Pattern ROW =
            Pattern.compile("<tr id=\"s1-([^\"]+)\">(.*?)<strong class=\"([a-z-]+)\">", Pattern.DOTALL);

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void keys() throws IOException {
        Files.copy(Path.of("test-scans/keys.json"), home.resolve("keys.json"));
        Files.writeString(home.resolve("passphrase"), "paper");
        Files.setPosixFilePermissions(home.resolve("passphrase"), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(home.resolve("keys.json"), PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void everyFieldStandsThereWithItsPicturesAndTheDecisionOfTheJson() throws IOException {
        Path report = home.resolve("report.html");
        Cli read = Cli.launch(
                home,
                "read",
                OBSERVATION,
                COFFEE,
                "README.md",
                "--json",
                "--lang",
                "en",
                "--report",
                report.toString());
        assertThat(read.exit()).as(read.err()).isEqualTo(1);
        JsonNode page =
                new ObjectMapper().readTree(read.out().lines().findFirst().orElseThrow());
        Map<String, String> told = new TreeMap<>();
        page.path("fields")
                .forEach(f -> told.put(f.path("id").asText(), f.path("action").asText()));

        String html = Files.readString(report);
        Map<String, String> shown = new TreeMap<>();
        Matcher rows = ROW.matcher(html);
        while (rows.find()) {
            shown.put(rows.group(1), rows.group(3));
            assertThat(rows.group(2)).as(rows.group(1)).containsPattern("(?s)data:image/png.*data:image/png");
        }
        assertThat(shown).isEqualTo(told).containsValue("auto").containsValue("confirm");
        assertThat(html)
                .contains("0_scan.png", "unidentified", "README.md", "undecodable", "</html>")
                .doesNotContain("http://", "https://", "<script");
        assertThat(Files.getPosixFilePermissions(report)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aReportThatCannotBeWrittenIsRefusedBeforeReading() {
        Path nowhere = home.resolve("nowhere/report.html");
        Cli read = Cli.launch(home, "read", OBSERVATION, "--report", nowhere.toString());
        assertThat(read.exit()).isEqualTo(2);
        assertThat(read.err()).contains("cannot be written to " + nowhere);
        assertThat(read.out()).isEmpty();
    }

    @Test
    void whatWasThereStaysWhenReadingIsRefused() throws IOException {
        Path report = Files.writeString(home.resolve("report.html"), "of yesterday");
        Files.writeString(home.resolve("passphrase"), "another");
        Cli read = Cli.launch(home, "read", OBSERVATION, "--report", report.toString());
        assertThat(read.exit()).isNotZero();
        assertThat(report).hasContent("of yesterday");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
        }
    }
}
