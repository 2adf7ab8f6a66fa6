package org.paperbridge.kit.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KitFolderTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void aDiskThatFillsUpLeavesTheKitBeforeWholeAndNothingElse() throws IOException {
        KitFolder folder = new KitFolder(kits(), 1);
        folder.replace(kit("one"));
        assertThatThrownBy(() -> folder.replace(building -> {
                    Files.writeString(building.resolve("half.pdf"), "half");
                    throw new IOException("No space left on device");
                }))
                .hasMessageContaining("No space left");
        assertThat(kits().resolve("CARD/a.pdf")).hasContent("one");
        assertThat(names()).containsExactly("kits");
    }

    @Test
    void theLastKitsAreKeptNewestFirst() throws IOException {
        KitFolder folder = new KitFolder(kits(), 2);
        for (String content : List.of("one", "two", "three", "four")) {
            folder.replace(kit(content));
        }
        assertThat(kits().resolve("CARD/a.pdf")).hasContent("four");
        assertThat(folder.earlier()).hasSize(2);
        assertThat(home.resolve("kits.1/CARD/a.pdf")).hasContent("three");
        assertThat(home.resolve("kits.2/CARD/a.pdf")).hasContent("two");
        assertThat(names()).containsExactly("kits", "kits.1", "kits.2");
    }

    @Test
    void aPowerCutBetweenTheTwoRenamesGivesBackTheKitBefore() throws IOException {
        KitFolder folder = new KitFolder(kits(), 0);
        folder.replace(kit("one"));
        Files.move(kits(), home.resolve(".kits.before"));
        folder.recover();
        assertThat(kits().resolve("CARD/a.pdf")).hasContent("one");
        assertThat(names()).containsExactly("kits");
    }

    @Test
    void aPowerCutAfterTheSecondRenameKeepsTheNewKit() throws IOException {
        KitFolder folder = new KitFolder(kits(), 0);
        folder.replace(kit("one"));
        Files.move(kits(), home.resolve(".kits.before"));
        Files.createDirectories(kits());
        kit("two").make(kits());
        folder.recover();
        assertThat(kits().resolve("CARD/a.pdf")).hasContent("two");
        assertThat(names()).containsExactly("kits");
    }

    @Test
    void otherPeoplesFilesAreNeverSweptAway() throws IOException {
        Files.createDirectories(kits());
        Files.writeString(kits().resolve("thesis.doc"), "ten years");
        assertThatThrownBy(() -> new KitFolder(kits(), 0).replace(kit("one")))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("holds other files");
        assertThat(kits().resolve("thesis.doc")).hasContent("ten years");
    }

    private Path kits() {
        return home.resolve("kits");
    }

    private static KitFolder.Maker kit(String content) {
        return building -> {
            Files.createDirectories(building.resolve("CARD"));
            Files.writeString(building.resolve("CARD/a.pdf"), content);
            Files.writeString(building.resolve(KitFolder.MANIFEST), "{}");
        };
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(home)) {
            return paths.map(path -> String.valueOf(path.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
