package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.SeededSecrets;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.form.census.Unit;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.protocol.ProtocolPdfs;
import org.paperbridge.store.PrintedRegistry;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;
import picocli.CommandLine;

/** The pharmacy's kit holds the hospital's approved protocols, sealed and signed like everything else. */
final class ProtocolKitTest {

    private static final Instant NOW = Instant.parse("2026-02-09T03:12:00Z");
    private static final String FILE = "PHA/06-protocol-folfox-v3.pdf";

    private final KeyRing keys = KeyRing.generate(7, SeededSecrets.of(3));

    @TempDir
    private Path home = Path.of("");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                fr | Protocole validé : FOLFOX · v3 | PDF abîmé ou tronqué, non imprimé | protégé | validé dans lists/protocols.csv, mais son fichier 5fu.pdf
                en | Approved protocol: FOLFOX · v3 | damaged or cut off, not printed   | Approved protocols | approved in lists/protocols.csv, but its file 5fu.pdf
                """)
    void thePharmacyGetsThemAndHearsOfWhatIsMissing(
            String lang, String title, String broken, String unexpected, String missing) throws IOException {
        Path folder = Files.createDirectories(home.resolve("lists/protocols"));
        ProtocolPdfs.sound(folder.resolve("FOLFOX v3.pdf"), "FOLFOX page", 2);
        Files.writeString(folder.resolve("torn.pdf"), "%PDF-1.7\nno more");
        Files.writeString(
                home.resolve("lists/protocols.csv"),
                "protocol;version;approved-by;approved-on;file\nFOLFOX;v3;Dr Essai;2026-01-05;FOLFOX v3.pdf\n"
                        + "5-FU;v1;Dr Essai;2026-01-05;5fu.pdf\n");

        KitManifest manifest = make(lang);

        KitFile protocol = listed(manifest);
        assertThat(protocol.pages()).isEqualTo(2);
        assertThat(protocol.sha256()).isEqualTo(KitCheck.sha256(file(FILE)));
        assertThat(text(FILE)).contains("FOLFOX page 1", "FOLFOX page 2");
        assertThatThrownBy(() -> Loader.loadPDF(file(FILE).toFile()).close())
                .isInstanceOf(InvalidPasswordException.class);
        assertThat(text("PHA/00-start-here.pdf")).contains("06-protocol-folfox-v3", title);
        assertThat(text("PHA/02-exceptions.pdf").replaceAll("\\s+", " "))
                .contains("torn.pdf", broken, missing)
                .doesNotContain(unexpected);
        assertThat(manifest.files()).noneMatch(f -> f.path().startsWith("U00/06-protocol"));
        assertThat(KitManifest.genuine(home.resolve("kits"), keys)).isTrue();
    }

    @Test
    void aRefreshTakesAChangedFileAndLetsARemovedOneGo() throws IOException {
        Path folder = Files.createDirectories(home.resolve("lists/protocols"));
        Path source = folder.resolve("FOLFOX v3.pdf");
        ProtocolPdfs.sound(source, "FOLFOX before", 1);
        ProtocolPdfs.sound(folder.resolve("other.pdf"), "OTHER", 1);
        String before = listed(make("fr")).sha256();
        assertThat(listed(make("fr")).sha256())
                .as("nothing changed: the same file")
                .isEqualTo(before);

        ProtocolPdfs.sound(source, "FOLFOX after!", 1);
        Files.setLastModifiedTime(source, FileTime.from(NOW.plusSeconds(60)));
        assertThat(listed(make("fr")).sha256()).isNotEqualTo(before);
        assertThat(text(FILE)).contains("FOLFOX after!").doesNotContain("before");

        Files.delete(source);
        assertThat(make("fr").files()).noneMatch(f -> f.path().equals(FILE));
        assertThat(file(FILE)).doesNotExist();
        assertThat(file("PHA/06-protocol-other.pdf")).exists();
    }

    private KitManifest make(String lang) throws IOException {
        KitOptions options = CommandLine.populateCommand(new KitOptions(), "--seal", "--lang", lang);
        CensusLoad load = new InventedHospital(3, 3).load(NOW, 0, "40");
        KitMaker maker = new KitMaker(
                home,
                keys,
                ReleasedForms.load(TemplateFiles.ofProduct()),
                options,
                (unit, all) -> KitPlan.ofDesk(lang, unit.code().equals("PHA") ? Set.of("pharmacy") : Set.of("lab")),
                () -> new PrintedRegistry(SettingsFile.load(home, Map.of(), 1).store(), StoreKeys.of(keys.storeKey())),
                Clock.fixed(NOW, ZoneOffset.UTC));
        return maker.make(
                        load,
                        List.of(load.census().units().getFirst(), new Unit("PHA", "Pharmacie")),
                        home.resolve("kits"),
                        1,
                        true)
                .manifest();
    }

    private static KitFile listed(KitManifest manifest) {
        return manifest.files().stream()
                .filter(f -> f.path().equals(FILE))
                .findFirst()
                .orElseThrow();
    }

    private Path file(String path) {
        return home.resolve("kits").resolve(path);
    }

    private String text(String path) throws IOException {
        try (PDDocument document = Loader.loadPDF(file(path).toFile(), keys.kitPassword())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
