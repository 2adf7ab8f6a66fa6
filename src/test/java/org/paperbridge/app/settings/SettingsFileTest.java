package org.paperbridge.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.app.settings.ServerSettings.Queue;

final class SettingsFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void aHomeWithoutAFileHasDefaults() {
        ServerSettings settings = SettingsFile.load(home, Map.of(), 6);
        assertThat(settings.store().url()).isEqualTo("jdbc:sqlite:" + home.resolve("paperbridge.db"));
        assertThat(settings.inbox()).isEqualTo(home.resolve("inbox"));
        assertThat(settings.workers()).isEqualTo(6);
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.queue()).isEqualTo(new Queue.InProcess());
        assertThat(settings.destinations()).isEmpty();
    }

    @Test
    void theFileWinsOverDefaultsAndTheEnvironmentOverTheFile() throws IOException {
        write("""
                web.port = 9000
                workers = 3
                queue.kind = artemis
                queue.url = tcp://broker:61616
                intake.directory = /srv/scans
                destination.ehr.kind = fhir
                destination.ehr.url = https://ehr.example/fhir
                """);
        ServerSettings settings = SettingsFile.load(
                home, Map.of("PAPERBRIDGE_WEB_PORT", "9100", "PAPERBRIDGE_DESTINATION_EHR_URL", "https://other"), 6);
        assertThat(settings.port()).isEqualTo(9100);
        assertThat(settings.workers()).isEqualTo(3);
        assertThat(settings.inbox()).isEqualTo(Path.of("/srv/scans"));
        assertThat(settings.queue()).isEqualTo(new Queue.Artemis("tcp://broker:61616", "", ""));
        assertThat(settings.destinations()).isEqualTo(Map.of("ehr", Map.of("kind", "fhir", "url", "https://other")));
    }

    @Test
    void everyMistakeIsListed() throws IOException {
        write("""
                web.prot = 9000
                web.port = many
                language = de
                ward.zone = Mars/Olympus
                store.url = oracle://x
                queue.kind = artemis
                destination.ehr = fhir
                """);
        assertThatThrownBy(() -> SettingsFile.load(home, Map.of(), 2))
                .isInstanceOf(SettingsRefusedException.class)
                .hasMessageContaining("unknown key web.prot")
                .hasMessageContaining("unknown key destination.ehr")
                .hasMessageContaining("web.port must be a whole number from 0 to 65535, not many")
                .hasMessageContaining("language must be fr or en, not de")
                .hasMessageContaining("ward.zone must be a time zone such as Europe/Paris, not Mars/Olympus")
                .hasMessageContaining("store.url must begin with jdbc:sqlite: or jdbc:postgresql:")
                .hasMessageContaining("queue.kind = artemis needs queue.url");
    }

    @Test
    void secretsDoNotStandInMessages() throws IOException {
        write("store.url = jdbc:postgresql://db/paperbridge\nstore.user = pb\nstore.password = hunter2\n");
        assertThat(SettingsFile.load(home, Map.of(), 2).toString()).doesNotContain("hunter2");
    }

    /** Every key with its true default, so that the file a new home gets is the reference. */
    @Test
    void theShippedTemplateShowsEveryKeyWithItsDefault() throws IOException {
        Properties shown = new Properties();
        String template = Files.readString(Path.of("src/main/resources/app/paperbridge.properties"));
        shown.load(new java.io.StringReader(template.replaceAll("(?m)^#([a-z])", "$1")));
        Map<String, String> keys = new TreeMap<>();
        shown.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("destination.") && !key.startsWith("source."))
                .forEach(key -> keys.put(key, shown.getProperty(key)));
        assertThat(keys).isEqualTo(new TreeMap<>(SettingKeys.withDefaults()));
        assertThat(template.lines().filter(l -> !l.startsWith("#")))
                .as("a new home changes nothing")
                .allMatch(String::isBlank);
    }

    private void write(String text) throws IOException {
        Files.writeString(home.resolve("paperbridge.properties"), text);
    }
}
