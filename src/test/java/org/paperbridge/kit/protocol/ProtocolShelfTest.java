package org.paperbridge.kit.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.kit.pdfbox.ApprovedPdf;

/** The hospital's folder decides, bad files are told and harm nobody, and the copies stand in when the share is gone. */
final class ProtocolShelfTest {

    @TempDir
    private Path home = Path.of("");

    private Path folder = Path.of("");
    private Path copies = Path.of("");
    private final List<String> drawn = new ArrayList<>();

    @BeforeEach
    void folders() throws IOException {
        folder = Files.createDirectories(home.resolve("share"));
        copies = home.resolve("kept");
    }

    @Test
    void everyBadFileIsToldByNameAndTheGoodOnesAreThere() throws IOException {
        ProtocolPdfs.sound(folder.resolve("FOLFOX v3.pdf"), "FOLFOX", 3);
        ProtocolPdfs.sound(folder.resolve("long.pdf"), "LONG", 21);
        ProtocolPdfs.locked(folder.resolve("locked.pdf"));
        ProtocolPdfs.white(folder.resolve("white.pdf"));
        ProtocolPdfs.cutOff(folder.resolve("cut.PDF"));
        ProtocolPdfs.aFieldLong(folder.resolve("field.pdf"));
        Files.createFile(folder.resolve("nothing.pdf"));
        Files.writeString(folder.resolve("text.pdf"), "I am no PDF. %%EOF");
        Files.writeString(folder.resolve("letter.docx"), "PK");
        Files.writeString(folder.resolve("Thumbs.db"), "");
        Files.write(folder.resolve("heavy.pdf"), new byte[1_000_001]);
        Files.createDirectory(folder.resolve("old.pdf"));

        ProtocolShelf.Look look = shelf().look();

        assertThat(look.protocols()).extracting(Protocol::name).containsExactly("FOLFOX v3.pdf");
        assertThat(look.protocols().getFirst().pages()).isEqualTo(3);
        assertThat(look.troubles())
                .extracting(
                        trouble -> trouble.word() + " " + trouble.arguments().getFirst())
                .containsExactlyInAnyOrder(
                        "protocol.too_large long.pdf",
                        "protocol.encrypted locked.pdf",
                        "protocol.empty white.pdf",
                        "protocol.broken cut.PDF",
                        "protocol.too_large field.pdf",
                        "protocol.empty nothing.pdf",
                        "protocol.broken text.pdf",
                        "protocol.no-pdf letter.docx",
                        "protocol.too_large heavy.pdf",
                        "protocol.no-pdf old.pdf");
        try (PDDocument copy = Loader.loadPDF(look.protocols().getFirst().file().toFile())) {
            assertThat(copy.getDocumentCatalog().getOpenAction())
                    .as("runs nothing")
                    .isNull();
        }
    }

    @Test
    void aChangedFileIsTakenAgainAndAnUnchangedOneIsNotDrawnTwice() throws IOException {
        ProtocolPdfs.sound(folder.resolve("a.pdf"), "A", 1);
        ProtocolPdfs.sound(folder.resolve("b.pdf"), "B", 1);
        ProtocolShelf shelf = shelf();
        String before = shelf.fingerprint();
        List<Protocol> first = shelf.look().protocols();
        assertThat(shelf.fingerprint()).isEqualTo(before);
        drawn.clear();
        ProtocolPdfs.sound(folder.resolve("b.pdf"), "B, new", 2);
        Files.setLastModifiedTime(folder.resolve("b.pdf"), FileTime.from(Instant.parse("2026-01-05T08:00:00Z")));

        List<Protocol> second = shelf.look().protocols();

        assertThat(shelf.fingerprint()).isNotEqualTo(before);
        assertThat(drawn).hasSize(1);
        assertThat(second.get(0)).isEqualTo(first.get(0));
        assertThat(second.get(1).pages()).isEqualTo(2);
        assertThat(second.get(1).sha256()).isNotEqualTo(first.get(1).sha256());
        assertThat(first.get(1).file()).as("what nobody needs goes").doesNotExist();
    }

    @Test
    void theCopiesStandInWhileTheShareIsGoneAndARemovedProtocolIsGone() throws IOException {
        ProtocolPdfs.sound(folder.resolve("a.pdf"), "A", 1);
        ProtocolPdfs.sound(folder.resolve("b.pdf"), "B", 1);
        shelf().look();
        Path away = home.resolve("away");
        Files.move(folder, away);
        assertThat(shelf().look().protocols()).extracting(Protocol::name).containsExactly("a.pdf", "b.pdf");
        Files.createDirectory(folder);
        ProtocolShelf.Look unmounted = shelf().look();
        assertThat(unmounted.protocols()).hasSize(2);
        assertThat(unmounted.troubles())
                .extracting(ProtocolShelf.Trouble::word)
                .containsExactly("protocol.folder-gone");
        Files.move(away.resolve("a.pdf"), folder.resolve("a.pdf"));
        ProtocolShelf.Look back = shelf().look();
        assertThat(back.protocols()).extracting(Protocol::name).containsExactly("a.pdf");
        assertThat(back.troubles()).isEmpty();
    }

    @Test
    void aDamagedCopyIsMadeAgain() throws IOException {
        ProtocolPdfs.sound(folder.resolve("a.pdf"), "A", 1);
        Path copy = shelf().look().protocols().getFirst().file();
        Files.writeString(copy, "damaged");
        Protocol again = shelf().look().protocols().getFirst();
        try (PDDocument document = Loader.loadPDF(again.file().toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void aMistakeInTheSettingsIsToldAndTheProductsValueStands() throws IOException {
        Files.writeString(home.resolve(ProtocolSettings.FILE), "folder = share\nfor = lab\nmost-pages = many\n");
        ProtocolSettings settings = ProtocolSettings.ofHome(home);
        assertThat(settings.folder()).isEqualTo(folder);
        assertThat(settings.isFor(Set.of("lab"))).isTrue();
        assertThat(settings.isFor(Set.of("pharmacy"))).isFalse();
        assertThat(settings.mostPages()).isEqualTo(300);
        assertThat(settings.mistakes()).containsExactly("protocols.properties: most-pages = many");
    }

    private ProtocolShelf shelf() {
        ApprovedPdf intake = new ApprovedPdf();
        return new ProtocolShelf(
                new ProtocolSettings(folder, Set.of("pharmacy"), 1_000_000, 20, List.of()), copies, (pdf, to, most) -> {
                    drawn.add(String.valueOf(pdf));
                    return intake.take(pdf, to, most);
                });
    }
}
