package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A ward that lost its patients is an alarm; the pharmacy never had one. */
final class KitFreshnessTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDeskHasNobodyToMissAndAWardThatEmptiedStillAlarms() throws IOException {
        desks("PHA;Pharmacie;pharmacy", "ADM;Accueil;admissions", "MAT;Maternité;consultations", "VIDE;Bureau;");
        // Somebody passed through admissions without ever lying there; maternity had one patient, who went home.
        feed(
                message("A01", "1", "CARD^201^P", "900001"),
                message("A04", "2", "ADM", "900002"),
                message("A03", "3", "ADM", "900002"),
                message("A01", "4", "MAT^12^A", "900003"),
                message("A03", "5", "MAT^12^A", "900003"),
                message("A01", "6", "CHIR^7^A", "900004"),
                message("A03", "7", "CHIR^7^A", "900004"));
        Cli watched = watch();
        assertThat(watched.exit()).as(watched.err()).isZero();
        assertThat(alarms())
                .containsExactly("Unit CHIR has no patient: is that right?", "Unit MAT has no patient: is that right?");
        JsonNode manifest = JSON.readTree(Files.readString(folder.resolve("kits/manifest.json")));
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(JSON.readTree(Files.readString(Path.of("docs/reference/kit-build.schema.json"))))
                        .validate(manifest))
                .isEmpty();
        assertThat(launch("kit", "freshness", kits(), "--max-age", "1000000").out())
                .containsPattern("PHA +no beds")
                .containsPattern("CARD +1 patients");
        assertThat(folder.resolve("kits/MAT/01-census.pdf"))
                .as("an empty ward keeps its lines for arrivals")
                .isRegularFile();
        assertThat(folder.resolve("kits/ADM/01-census.pdf")).doesNotExist();
    }

    @Test
    void aDeskWhereSomebodyIsIsCounted() throws IOException {
        desks("ADM;Accueil;admissions");
        feed(message("A01", "1", "CARD^201^P", "900001"), message("A04", "2", "ADM", "900002"));
        Cli watched = watch();
        assertThat(watched.exit()).as(watched.err()).isZero();
        assertThat(launch("kit", "freshness", kits(), "--max-age", "1000000").out())
                .containsPattern("ADM +1 patients");
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aDeskThatRunsNobodyKnowsWhatIsOneLine() throws IOException {
        desks("ADM;Accueil;admissions", "X;Ailleurs;somewhere");
        feed(message("A01", "1", "CARD^201^P", "900001"));
        Cli refused = watch();
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("lists/desks.csv:2:", "switchboard").doesNotContain("\tat ");
    }

    @ParameterizedTest(name = "written {0} h ago, arrived {1} h ago")
    @CsvSource({
        "0,  0,  -,                  -",
        "13, 0,  -,                  13 h after they were written",
        "30, 0,  brings only old,    -",
        "13, 12, No news from the admission feed for 12 h, -",
        "0,  12, -,                  -"
    })
    void silenceIsJudgedByArrivalAndWhatArrivesByItsDate(int written, int arrived, String alarm, String notice)
            throws IOException {
        Instant now = Instant.now();
        String at = DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
                .withZone(ZoneOffset.UTC)
                .format(now.minus(Duration.ofHours(written)));
        feed(message("A01", "1", "CARD^201^P", "900001").replace("20260209030001", at + "+0000"));
        Files.setLastModifiedTime(
                folder.resolve("feed/mllp-2026.hl7"), FileTime.from(now.minus(Duration.ofHours(arrived))));

        Cli watched = watch();

        assertThat(watched.exit()).as(watched.err()).isZero();
        Cli ran = launch("kit", "freshness", kits(), "--json");
        JsonNode said = JSON.readTree(ran.out());
        assertSaid(said.path("alarms"), watched.err(), "! ", alarm);
        assertSaid(said.path("notices"), watched.err(), "- ", notice);
        assertThat(ran.exit()).isEqualTo(alarm.equals("-") ? 0 : 1);
        assertThat(Files.readString(folder.resolve("home/kit-freshness.txt")))
                .startsWith(alarm.equals("-") ? "OK" : "ALARM");
    }

    /** Both times stand in every sentence. */
    private static void assertSaid(JsonNode lines, String err, String mark, String expected) {
        if (expected.equals("-")) {
            assertThat(lines).isEmpty();
        } else {
            assertThat(lines).hasSize(1);
            assertThat(lines.get(0).asText()).contains(expected, "Last arrival", "newest message dated");
            assertThat(err).contains(mark + lines.get(0).asText());
        }
    }

    private List<String> alarms() throws IOException {
        Cli ran = launch("kit", "freshness", kits(), "--max-age", "1000000", "--json");
        List<String> alarms = new ArrayList<>();
        JSON.readTree(ran.out()).path("alarms").forEach(alarm -> alarms.add(alarm.asText()));
        assertThat(ran.exit()).isEqualTo(alarms.isEmpty() ? 0 : 1);
        return alarms;
    }

    private void desks(String... lines) throws IOException {
        Files.createDirectories(folder.resolve("home/lists"));
        Files.writeString(folder.resolve("home/lists/desks.csv"), String.join("\n", lines) + "\n");
    }

    private void feed(String... messages) throws IOException {
        Files.createDirectories(folder.resolve("feed"));
        Files.writeString(folder.resolve("feed/mllp-2026.hl7"), String.join("", messages));
    }

    private static String message(String event, String number, String place, String patient) {
        String at = "2026020903000" + number;
        return "MSH|^~\\&|S|H|P|H|" + at + "||ADT^" + event + "|" + number + "|P|2.5\rEVN|" + event + "|" + at
                + "\rPID|||" + patient + "^^^H^PI||DEMO-" + patient + "^ZOE^^^^^L\rPV1||I|" + place
                + "||||||||||||||||S" + patient + "\r";
    }

    private Cli watch() {
        return launch("kit", "watch", "--once", "--feed", folder.resolve("feed").toString(), "--out", kits());
    }

    private String kits() {
        return folder.resolve("kits").toString();
    }

    private Cli launch(String... args) {
        return Cli.launch(folder.resolve("home"), args);
    }
}
