package org.paperbridge.route.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.route.Pipeline;
import org.paperbridge.source.profile.Source;

/** Folders that devices drop files into, as devices really write. */
final class FolderSourceTest {

    @TempDir
    private Path home = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private SourceRoom room;

    private Path drop = Path.of("");

    @BeforeEach
    void open() throws IOException {
        room = new SourceRoom(home);
        drop = Files.createDirectories(home.resolve("copier"));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aFolderPerJobAndManySmallFilesAreAllTaken() throws IOException {
        Files.createDirectories(drop.resolve("job 17"));
        for (int i = 0; i < 120; i++) {
            Files.writeString(drop.resolve("job 17").resolve("page" + i + ".txt"), SftpSourceTest.stack(i, 1));
        }
        try (Pipeline running = room.start(source("any-scanner"))) {
            SourceRoom.await(() -> SourceRoom.names(drop.resolve(".done")).size() == 120);
        }
        assertThat(room.originals()).isEqualTo(120);
    }

    @Test
    void aFileWithASecondOneThatSaysDoneIsTakenOnlyThen() throws IOException {
        Files.writeString(drop.resolve("first.txt"), SftpSourceTest.stack(1, 1));
        Files.writeString(drop.resolve("second.txt"), SftpSourceTest.stack(2, 1));
        Files.writeString(drop.resolve("second.txt.done"), "");
        try (Pipeline running = room.start(source("folder-with-done-file"))) {
            SourceRoom.await(() -> SourceRoom.names(drop.resolve(".done")).size() == 1);
            assertThat(SourceRoom.names(drop)).containsExactly("first.txt");
            Files.writeString(drop.resolve("first.txt.done"), "");
            SourceRoom.await(() -> SourceRoom.names(drop.resolve(".done")).size() == 2);
        }
    }

    @Test
    void aPdfThatIsStillBeingWrittenIsNotTakenInItsPauses() throws IOException {
        Path file = drop.resolve("slow.pdf");
        Files.writeString(file, "%PDF-1.7\nfirst page\n");
        Files.writeString(drop.resolve("whole.txt"), SftpSourceTest.stack(1, 1));
        try (Pipeline running = room.start(source("any-scanner"))) {
            // whatever rested as long as the other file would have been taken with it
            SourceRoom.await(() -> SourceRoom.names(drop.resolve(".done")).size() == 1);
            assertThat(SourceRoom.names(drop)).containsExactly("slow.pdf");
            Files.writeString(file, "last page\n%%EOF\n", StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
            SourceRoom.await(() -> SourceRoom.names(drop).isEmpty());
        }
        assertThat(room.originals()).isEqualTo(2);
    }

    @Test
    void filesOfAPageEachAreOneStackInTheOrderOfTheirNumbersWhicheverCameFirst() throws IOException {
        // a two-sided scan of two sheets behind a header; the back of the first never arrives
        List<String> files = List.of("header 2", "blank", "asks 0000000001", "asks 0000000002", "blank ");
        List<Integer> numbers = List.of(1, 2, 3, 5, 6);
        room.powerCuts.set(2);
        try (Pipeline running = room.start(source("any-scanner"))) {
            for (int i = files.size() - 1; i >= 0; i--) {
                Files.writeString(drop.resolve("scan%04d.txt".formatted(numbers.get(i))), "STACK\n" + files.get(i));
                SourceRoom.await(() -> SourceRoom.names(drop).isEmpty());
            }
            SourceRoom.await(() -> room.store.batches().list(5).getFirst().isRead());
        }
        assertThat(room.store.batches().list(5)).singleElement().satisfies(b -> {
            assertThat(b.unit() + " " + b.sheets() + " of " + b.expected().orElseThrow())
                    .isEqualTo("CARD 2 of 2");
            assertThat(b.twoSided()).isTrue();
            assertThat(b.blank()).as("the back of the second sheet").isEqualTo(1);
            assertThat(b.troubles())
                    .extracting(t -> t.kind().code() + " " + t.side())
                    .containsExactly("file-missing 3");
        });
    }

    private List<Source> source(String profile) {
        return SourceRoom.source("copier", profile, "directory", drop.toString(), "quiet", "1");
    }
}
