package org.paperbridge.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.kit.folder.KitCheck;

/** FEATURE UNDER TEST: a kit on a folder or stick is whole at any moment, and is what was signed. */
final class FolderTargetTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void aKitIsCopiedWholeAndTheOnesBeforeAreKept() throws Exception {
        FolderTarget target = target(home.resolve("share/kits"), 1);
        for (int hour = 1; hour <= 3; hour++) {
            target.publish(SmallKit.read(SmallKit.write(home.resolve("kit"), 3, hour, true)));
        }
        assertThat(differences(home.resolve("share/kits")).none()).isTrue();
        assertThat(home.resolve("share/kits/manifest.json")).content().contains("T03:");
        assertThat(home.resolve("share/kits.1/manifest.json")).content().contains("T02:");
        assertThat(home.resolve("share/kits.2")).doesNotExist();
    }

    @Test
    void aStickPulledOutInTheMiddleKeepsTheKitItHadAndTakesTheNextOne() throws Exception {
        Path stick = Files.createDirectories(home.resolve("stick"));
        FolderTarget target = target(stick.resolve("kits"), 0);
        target.publish(SmallKit.read(SmallKit.write(home.resolve("kit"), 3, 1, true)));
        Path kit = SmallKit.write(home.resolve("kit"), 3, 2, true);
        SignedKit two = SmallKit.read(kit);
        Path pocket = home.resolve("pocket");
        assertThatThrownBy(() -> publishHalf(target, two, () -> Files.move(stick, pocket)))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("pulled out");

        assertThat(pocket.resolve("kits/manifest.json")).content().contains("T01:");
        assertThat(differences(pocket.resolve("kits")).none()).isTrue();
        assertThat(pocket.resolve(".kits.building/CARD/00-start-here.pdf")).exists();

        // Plugged in again.
        Files.move(pocket, stick);
        target.publish(SmallKit.read(SmallKit.write(home.resolve("kit"), 3, 2, true)));
        assertThat(stick.resolve("kits/manifest.json")).content().contains("T02:");
        assertThat(differences(stick.resolve("kits")).none()).isTrue();
        try (Stream<Path> left = Files.list(stick)) {
            assertThat(left).containsExactly(stick.resolve("kits"));
        }
    }

    @Test
    void aBadStickIsNoticedBeforeTheKitItHadIsGivenUp() throws Exception {
        FolderTarget target = target(home.resolve("stick/kits"), 0);
        target.publish(SmallKit.read(SmallKit.write(home.resolve("kit"), 3, 1, true)));
        SignedKit two = SmallKit.read(SmallKit.write(home.resolve("kit"), 3, 2, true));
        Path written = home.resolve("stick/.kits.building/CARD/00-start-here.pdf");
        assertThatThrownBy(() -> publishHalf(target, two, () -> Files.writeString(written, "worn out")))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("Read back unlike what was written (CARD/00-start-here.pdf)");
        assertThat(home.resolve("stick/kits/manifest.json")).content().contains("T01:");
    }

    @Test
    void aStickThatIsNotPluggedInIsNoFolderOfThisMachine() throws Exception {
        SignedKit kit = SmallKit.read(SmallKit.write(home.resolve("kit"), 1, 1, true));
        Path mount = Files.createDirectories(home.resolve("media/stick"));
        assertThatThrownBy(() -> new FolderTarget(mount.resolve("kits"), Optional.of(mount), 0, false).publish(kit))
                .hasMessageContaining("not plugged in");
        assertThat(mount).isEmptyDirectory();
    }

    @Test
    void aStickThatIsMountedIsWritten() throws Exception {
        // A memory file system that every Linux mounts, for want of a hand to plug in a stick.
        Path mount = Path.of("/dev/shm");
        assumeThat(Files.isWritable(mount)).as("/dev/shm is mounted here").isTrue();
        SignedKit kit = SmallKit.read(SmallKit.write(home.resolve("kit"), 1, 1, true));
        Path folder = Files.createTempDirectory(mount, "paperbridge");
        try {
            new FolderTarget(folder.resolve("kits"), Optional.of(mount), 0, false).publish(kit);
            assertThat(differences(folder.resolve("kits")).none()).isTrue();
        } finally {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(java.util.Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    @Test
    void aKitInClearGoesNowhereUnlessSomebodySaidSo() throws Exception {
        SignedKit kit = SmallKit.read(SmallKit.write(home.resolve("kit"), 1, 1, false));
        assertThatThrownBy(() -> target(home.resolve("share"), 0).publish(kit)).hasMessageContaining("not sealed");
        new FolderTarget(home.resolve("share"), Optional.empty(), 0, true).publish(kit);
        assertThat(home.resolve("share/manifest.json")).exists();
    }

    @Test
    void aKitThatWasTamperedWithIsNotPublished() throws Exception {
        Path kit = SmallKit.write(home.resolve("kit"), 1, 1, true);
        Files.write(kit.resolve("MED/00-start-here.pdf"), new byte[] {1});
        SignedKit altered = SmallKit.read(kit);
        assertThatThrownBy(() -> target(home.resolve("share"), 0).publish(altered))
                .hasMessageContaining("not what its manifest says");
        Files.writeString(
                kit.resolve("manifest.json"),
                Files.readString(kit.resolve("manifest.json")).replace("CARD", "CARE"));
        assertThatThrownBy(() -> SmallKit.read(kit)).hasMessageContaining("not signed by this site");
        assertThat(home.resolve("share")).doesNotExist();
    }

    private static FolderTarget target(Path folder, int keep) {
        return new FolderTarget(folder, Optional.empty(), keep, false);
    }

    @FunctionalInterface
    private interface Mishap {
        void happen() throws IOException;
    }

    /** The second file is a pipe: the copy waits there until the mishap has happened. */
    private static void publishHalf(FolderTarget target, SignedKit kit, Mishap mishap) throws Throwable {
        Path pipe = kit.folder().resolve("CARD/20-prescription.pdf");
        byte[] bytes = Files.readAllBytes(pipe);
        Files.delete(pipe);
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> {
            try (var out = Files.newOutputStream(pipe, java.nio.file.StandardOpenOption.WRITE)) {
                mishap.happen();
                Files.delete(pipe);
                Files.write(pipe, bytes);
                out.write(bytes);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        });
        try {
            target.publish(kit);
        } finally {
            feeding.join();
        }
    }

    private static KitCheck.Differences differences(Path kit) throws IOException, PublishException {
        Map<String, String> expected = SmallKit.read(kit).expected();
        assertThat(expected).hasSize(3);
        return KitCheck.compare(kit, expected);
    }
}
