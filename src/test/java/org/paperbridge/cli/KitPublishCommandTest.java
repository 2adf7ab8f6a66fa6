package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kit as it is built, brought to its targets, and what the duty nurse is told of it. */
final class KitPublishCommandTest {

    private static final String CENSUS = "src/main/resources/demo/adt.hl7";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aKitGoesToEveryTargetThatIsOnAndFreshnessSaysWhereItIsNot() throws IOException {
        Path targets = Files.createDirectory(folder.resolve("targets"));
        Files.writeString(targets.resolve("targets.properties"), """
                share.kind = folder
                share.on = true
                share.directory = ../share/kits
                stick.kind = stick
                stick.on = true
                stick.mount = ../no/stick/here
                stick.alarm-after = 0
                unused.kind = sftp
                unused.on = false
                unused.host = nowhere.example
                unused.user = x
                unused.known-hosts = x
                unused.key-file = x
                """);
        String kit = folder.resolve("kits").toString();
        assertThat(launch("kit", "build", "--census", CENSUS, "--out", kit, "--unit", "CARD")
                        .exit())
                .isZero();
        Cli clear = launch("kit", "publish", kit, "--targets", targets.toString(), "--target", "share");
        assertThat(clear.exit()).isEqualTo(1);
        assertThat(clear.out()).contains("n'est pas scellé");

        assertThat(launch("kit", "build", "--census", CENSUS, "--out", kit, "--unit", "CARD", "--seal")
                        .exit())
                .isZero();
        Cli ran = launch("kit", "publish", kit, "--targets", targets.toString(), "--lang", "en");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out())
                .containsPattern("share +✓ \\d+ files written, read back and compared\\.")
                .containsPattern("stick +! The stick is not plugged in");
        assertThat(launch("kit", "verify", folder.resolve("share/kits").toString(), "--max-age", "1000000")
                        .exit())
                .isZero();

        JsonNode fresh = new ObjectMapper()
                .readTree(launch("kit", "freshness", kit, "--json", "--max-age", "1000000")
                        .out());
        assertThat(fresh.path("targets"))
                .extracting(t -> t.path("name").asText() + " " + t.path("state").asText())
                .containsExactly("share ok", "stick alarm");
        assertThat(fresh.path("alarms").toString()).contains("Target stick has failed since");
        assertThat(launch("kit", "publish", kit, "--targets", targets.toString(), "--target", "unused")
                        .exit())
                .isEqualTo(2);
    }

    private Cli launch(String... args) {
        return Cli.launch(folder.resolve("home"), args);
    }
}
