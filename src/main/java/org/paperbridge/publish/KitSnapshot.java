package org.paperbridge.publish;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a kit as they are now, beside it under a hidden name: a slow stick may take longer than the next refresh,
 * which takes the folder away. Hard links where the file system has them, else copies.
 */
final class KitSnapshot implements AutoCloseable {

    private static final int TRIES = 5;

    private final SignedKit kit;

    private KitSnapshot(SignedKit kit) {
        this.kit = kit;
    }

    /**
     * @param name of the target; two targets may work at the same time
     * @throws PublishException when there is no whole kit of this site
     */
    static KitSnapshot take(Path folder, String name, PublicKey site) throws PublishException {
        Path whole = folder.toAbsolutePath().normalize();
        Path beside = whole.resolveSibling("." + whole.getFileName() + ".publishing-" + name);
        for (int i = 1; ; i++) {
            SignedKit kit = SignedKit.read(whole, site);
            try {
                delete(beside);
                fill(kit, beside);
                return new KitSnapshot(SignedKit.read(beside, site));
            } catch (IOException e) {
                // A refresh changed the folder under our feet; look at the new one.
                if (i == TRIES) {
                    throw new PublishException(
                            new Said("Le kit ne peut pas être lu en entier.", "The kit cannot be read whole."), e);
                }
            }
        }
    }

    SignedKit kit() {
        return kit;
    }

    private static void fill(SignedKit kit, Path to) throws IOException {
        Files.createDirectory(to);
        if (to.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rwx------"));
        }
        List<String> paths = Stream.concat(kit.files().stream().map(KitEntry::path), SignedKit.ATTENDANTS.stream())
                .toList();
        for (String path : paths) {
            Path target = to.resolve(path);
            Files.createDirectories(target.getParent() == null ? to : target.getParent());
            link(kit.folder().resolve(path), target);
        }
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(from, to);
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

    @Override
    public void close() throws IOException {
        delete(kit.folder());
    }
}
