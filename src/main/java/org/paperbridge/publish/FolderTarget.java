package org.paperbridge.publish;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.paperbridge.kit.folder.KitFolder;

/**
 * A folder, on a share or on a stick. Every file is read back from the device and compared before the new kit takes the
 * place of the one before, so that a stick that is full, bad or pulled out keeps the kit it had.
 *
 * @param mount where a stick is mounted; the kit is written only while something is mounted there, for else it would
 *     fill the disk of this machine and nobody would carry it anywhere
 * @param keep earlier kits beside it
 * @param unsealed PDFs that open without a password may go there
 */
public record FolderTarget(Path folder, Optional<Path> mount, int keep, boolean unsealed) implements Target {

    @Override
    public Said publish(SignedKit kit) throws PublishException {
        kit.refuseUnsealed(unsealed);
        if (mount.isPresent() && !isMounted(mount.get())) {
            throw new PublishException(
                    "La clé n'est pas branchée (ou pas montée).", "The stick is not plugged in (or not mounted).");
        }
        try {
            new KitFolder(folder, keep).replace(building -> copy(kit, building), building -> {
                check(kit, building);
                if (mount.isPresent() && !isMounted(mount.get())) {
                    throw new NoSuchFileException(mount.get().toString());
                }
            });
        } catch (IOException e) {
            throw new PublishException(reason(e), e);
        }
        return new Said(
                kit.files().size() + " fichiers écrits, relus et comparés.",
                kit.files().size() + " files written, read back and compared.");
    }

    private static void copy(SignedKit kit, Path to) throws IOException {
        for (KitEntry entry : kit.files()) {
            copy(kit, entry.path(), to);
        }
        for (String name : SignedKit.ATTENDANTS) {
            copy(kit, name, to);
        }
    }

    private static void copy(SignedKit kit, String path, Path to) throws IOException {
        // Level by level: where a stick was pulled out, the folders above must not come into being on our own disk.
        Path folder = to;
        for (Path name : Path.of(path)) {
            if (folder != to && !Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
            folder = folder.resolve(name.toString());
        }
        Path target = folder;
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Files.copy(kit.folder().resolve(path), Channels.newOutputStream(out));
        }
    }

    private static void check(SignedKit kit, Path written) throws IOException {
        for (KitEntry entry : kit.files()) {
            if (!DeviceRead.sha256(written.resolve(entry.path())).equals(entry.sha256())) {
                boolean sound =
                        DeviceRead.sha256(kit.folder().resolve(entry.path())).equals(entry.sha256());
                throw sound ? new UnlikeException(entry.path()) : new AlteredException();
            }
        }
        for (String name : SignedKit.ATTENDANTS) {
            if (!DeviceRead.sha256(written.resolve(name))
                    .equals(DeviceRead.sha256(kit.folder().resolve(name)))) {
                throw new UnlikeException(name);
            }
        }
    }

    /** A file read back is not what was written. */
    private static final class UnlikeException extends IOException {
        private static final long serialVersionUID = 1L;

        UnlikeException(String path) {
            super(path);
        }
    }

    /** The kit itself is not what its manifest says. */
    private static final class AlteredException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static Said reason(IOException e) {
        if (e instanceof AlteredException) {
            return SignedKit.altered().said();
        }
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (e instanceof UnlikeException) {
            return new Said(
                    "Relecture différente de ce qui a été écrit (" + e.getMessage() + ") : remplacez ce support.",
                    "Read back unlike what was written (" + e.getMessage() + "): replace this stick or disk.");
        }
        if (text.contains("no space left") || text.contains("not enough space") || text.contains("quota")) {
            return new Said(
                    "Pas assez de place : il en faut pour deux kits. Le kit précédent est entier.",
                    "Not enough room: there must be room for two kits. The kit before is whole.");
        }
        if (text.contains("holds other files")) {
            return new Said(
                    "Le dossier contient d'autres fichiers : nommez un dossier vide ou nouveau.",
                    "The folder holds other files: name an empty or new one.");
        }
        return new Said(
                "Ne peut pas être écrit (" + e.getClass().getSimpleName()
                        + ") : clé retirée, dossier absent ou droits manquants. Le kit précédent est entier.",
                "Cannot be written (" + e.getClass().getSimpleName()
                        + "): stick pulled out, folder gone or rights missing. The kit before is whole.");
    }

    /** Another device than the folder above it; where the system does not tell, a folder that exists counts. */
    private static boolean isMounted(Path mount) {
        Path parent = mount.toAbsolutePath().getParent();
        if (!Files.isDirectory(mount) || parent == null) {
            return Files.isDirectory(mount);
        }
        try {
            return !Files.getAttribute(mount, "unix:dev").equals(Files.getAttribute(parent, "unix:dev"));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
