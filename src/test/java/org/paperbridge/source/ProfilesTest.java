package org.paperbridge.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paperbridge.source.profile.ProfileFolder;
import org.paperbridge.source.profile.ScannerProfile;
import org.paperbridge.source.profile.Source;
import org.paperbridge.source.profile.Sources;

/** The shipped scanner profiles, and what is said of bad ones. */
final class ProfilesTest {

    private static final Path SHIPPED = Path.of("scanner-config");

    @TempDir
    private Path folder = Path.of("");

    static List<String> shipped() {
        return new ProfileFolder(SHIPPED).listIds();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyShippedProfileIsSoundAndTellsStaffWhatToPressInBothLanguages(String id) throws IOException {
        List<String> mistakes = new ArrayList<>();
        Optional<ScannerProfile> profile = new ProfileFolder(SHIPPED).find(id, mistakes::add);
        assertThat(mistakes).isEmpty();
        assertThat(profile.orElseThrow().scan().dpi()).isGreaterThanOrEqualTo(200);
        String page = Files.readString(SHIPPED.resolve(id).resolve("README.md"));
        assertThat(page).startsWith("# ").contains(" · ");
        assertThat(page.lines().count())
                .as("short enough to hang beside the device")
                .isLessThan(60);
        assertThat(Files.readString(SHIPPED.resolve("README.md"))).contains("(" + id + "/README.md)");
    }

    @Test
    void everythingThatIsWrongWithAProfileIsSaidAtOnce() throws IOException {
        Files.copy(SHIPPED.resolve("profile.schema.json"), folder.resolve("profile.schema.json"));
        Files.createDirectories(folder.resolve("bad"));
        Files.writeString(folder.resolve("bad/profile.yaml"), """
                version: 1
                title: {fr: Mauvais, en: Bad}
                kind: carrier-pigeon
                scan: {resolution: 72, colour: gray, sides: both, feed: feeder, format: pdf, blankBacks: counted}
                naming: by-patient
                colour: yes
                """);
        List<String> mistakes = new ArrayList<>();
        assertThat(new ProfileFolder(folder).find("bad", mistakes::add)).isEmpty();
        assertThat(mistakes)
                .anyMatch(m -> m.contains("/kind"))
                .anyMatch(m -> m.contains("/scan/resolution"))
                .anyMatch(m -> m.contains("/scan/colour"))
                .anyMatch(m -> m.contains("/naming"))
                .anyMatch(m -> m.contains("colour"))
                .allMatch(m -> m.contains("bad/profile.yaml"));
    }

    @Test
    void everythingThatIsWrongWithASourceIsSaidAtOnce() {
        Sources sources = Sources.of(
                new ProfileFolder(SHIPPED),
                Map.of(
                        "a", Map.of("profile", "sftp-mfp", "port", "many", "known-hosts", "/nowhere", "pass", "word"),
                        "b", Map.of("profile", "network-scanner", "url", "10.0.0.7"),
                        "c", Map.of("profile", "no-such"),
                        "d", Map.of("on", "perhaps"),
                        "e", Map.of("profile", "any-scanner", "directory", "x", "take", "(")));
        assertThat(sources.mistakes())
                .anyMatch(m -> m.startsWith("source.a.host is missing"))
                .anyMatch(m -> m.startsWith("source.a.user is missing"))
                .anyMatch(m -> m.startsWith("source.a.password-file or key-file is missing"))
                .anyMatch(m -> m.startsWith("source.a.port must be a whole number"))
                .anyMatch(m -> m.startsWith("source.a.known-hosts: there is no file"))
                .anyMatch(m -> m.startsWith("source.a.pass: a source of kind sftp has no such key"))
                .anyMatch(m -> m.startsWith("source.b.url must be"))
                .anyMatch(m -> m.startsWith("source.c.profile: There is no scanner-config/no-such"))
                .anyMatch(m -> m.startsWith("source.d.on must be"))
                .anyMatch(m -> m.startsWith("source.d.profile is missing"))
                .anyMatch(m -> m.startsWith("source.e.take must be a regular expression"));
    }

    @Test
    void whatTheHospitalWritesWinsOverTheProfileAndASwitchedOffSourceIsNone() {
        Sources sources = Sources.of(
                new ProfileFolder(SHIPPED),
                Map.of(
                        "canon", Map.of("profile", "folder-page-by-page", "directory", "canon"),
                        "slow", Map.of("profile", "folder-page-by-page", "directory", "slow", "quiet", "90"),
                        "off", Map.of("profile", "any-scanner", "directory", "off", "on", "false")));
        assertThat(sources.mistakes()).isEmpty();
        assertThat(sources.all()).extracting(Source::name).containsExactly("canon", "slow");
        assertThat(sources.all()).extracting(s -> s.get("quiet")).containsExactly("30", "90");
    }
}
