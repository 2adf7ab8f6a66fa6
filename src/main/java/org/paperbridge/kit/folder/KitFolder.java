package org.paperbridge.kit.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that holds one whole kit at any moment. A new kit is made beside it, forced to the disk, and takes its place
 * by renaming; when the disk fills up or the stick is pulled out, the one before is still there.
 */
public final class KitFolder {

    public static final String MANIFEST = "manifest.json";
    private static final String BUILDING = ".building";
    private static final String BEFORE = ".before";

    private final Path folder;
    private final int keep;

    /** @param keep how many earlier kits stay beside it, each under the folder's name with a number, 1 the newest */
    public KitFolder(Path folder, int keep) {
        this.folder = folder.toAbsolutePath().normalize();
        this.keep = keep;
    }

    /** Makes a whole kit in an empty folder. */
    @FunctionalInterface
    public interface Maker {
        void make(Path folder) throws IOException;
    }

    /**
     * Replaces the kit.
     *
     * @throws IOException when it could not be made; the kit before is untouched
     */
    public void replace(Maker maker) throws IOException {
        replace(maker, made -> {});
    }

    /**
     * Replaces the kit by one that was looked at on the disk.
     *
     * @param check looks at what was made and forced to the disk, before it takes its place
     * @throws IOException when it could not be made or is not as it should be; the kit before is untouched
     */
    public void replace(Maker maker, Maker check) throws IOException {
        Path parent = Optional.ofNullable(folder.getParent())
                .orElseThrow(() -> new FileSystemException(folder.toString(), null, "is no folder for a kit"));
        recover();
        refuseForeign();
        Files.createDirectories(parent);
        Path building = sibling(BUILDING);
        delete(building);
        try {
            Files.createDirectory(building);
            maker.make(building);
            force(building);
            check.make(building);
            swap(building);
        } finally {
            delete(building);
        }
        forceFolder(parent);
    }

    /** After a crash between two renames, puts the kit before back into its place. */
    public void recover() throws IOException {
        Path before = sibling(BEFORE);
        if (!Files.exists(before)) {
            return;
        }
        if (Files.exists(folder.resolve(MANIFEST))) {
            retire(before);
        } else {
            delete(folder);
            Files.move(before, folder);
        }
    }

    /** Earlier kits that were kept, newest first. */
    public List<Path> earlier() {
        List<Path> found = new ArrayList<>();
        for (int i = 1; Files.isDirectory(numbered(i)); i++) {
            found.add(numbered(i));
        }
        return found;
    }

    /** A file of one kit in another; the same bytes on disk where the system can. */
    public static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, to);
        }
    }

    private void swap(Path building) throws IOException {
        Path before = sibling(BEFORE);
        if (Files.exists(folder)) {
            move(folder, before);
        }
        try {
            move(building, folder);
        } catch (IOException e) {
            if (Files.exists(before)) {
                Files.move(before, folder);
            }
            throw e;
        }
        if (Files.exists(before)) {
            retire(before);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw new FileSystemException(
                    from.toString(),
                    to.toString(),
                    "cannot be renamed; on a stick name a folder below its top, e.g. --out /media/stick/kits");
        }
    }

    private void retire(Path before) throws IOException {
        boolean kit = Files.exists(before.resolve(MANIFEST));
        if (keep == 0 || !kit) {
            delete(before);
            return;
        }
        delete(numbered(keep));
        for (int i = keep - 1; i >= 1; i--) {
            if (Files.exists(numbered(i))) {
                Files.move(numbered(i), numbered(i + 1));
            }
        }
        Files.move(before, numbered(1));
    }

    /** A folder with other people's files is never swept away. */
    private void refuseForeign() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new FileSystemException(folder.toString(), null, "is a file, not a folder");
        }
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            if (inside.iterator().hasNext() && !Files.exists(folder.resolve(MANIFEST))) {
                throw new FileSystemException(
                        folder.toString(), null, "holds other files and no kit; choose an empty or new folder");
            }
        }
    }

    private Path sibling(String ending) {
        return folder.resolveSibling("." + folder.getFileName() + ending);
    }

    private Path numbered(int number) {
        return folder.resolveSibling(folder.getFileName() + "." + number);
    }

    private static void force(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                if (Files.isDirectory(path)) {
                    forceFolder(path);
                } else {
                    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                }
            }
        }
    }

    /** Some systems cannot force a folder; there its names are as safe as they get. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
