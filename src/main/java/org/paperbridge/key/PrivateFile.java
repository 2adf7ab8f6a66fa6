package org.paperbridge.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Files that hold secrets: only their owner may read them, and they are there whole or not at all. */
final class PrivateFile {

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private PrivateFile() {}

    /** @throws KeyRingException when it is there already: never overwritten, even by one who comes at the same time */
    static void create(Path file, String text) {
        write(file, text, false);
    }

    static void replace(Path file, String text) {
        write(file, text, true);
    }

    /** @throws KeyRingException when somebody else on this machine may read it */
    static void requirePrivate(Path file) throws IOException {
        if (!hasPosix(file)) {
            return;
        }
        Set<PosixFilePermission> open = EnumSet.copyOf(OTHERS);
        open.retainAll(Files.getPosixFilePermissions(file));
        if (!open.isEmpty()) {
            throw new KeyRingException("Others on this machine may use " + file + ". Close it with: chmod 600 " + file);
        }
    }

    private static void write(Path file, String text, boolean replace) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                .orElseThrow(() -> new KeyRingException(file + " is no file name"));
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, ".", ".part");
            try {
                if (hasPosix(part)) {
                    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
                }
                try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
                    out.force(true);
                }
                if (replace) {
                    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    link(part, file);
                }
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (FileAlreadyExistsException e) {
            throw Files.isDirectory(folder)
                    ? new KeyRingException(
                            "There is a " + file + " already. Paper printed with it can be read with no other.", e)
                    : new KeyRingException(folder + " is no folder; name another home with PAPERBRIDGE_HOME.", e);
        } catch (IOException e) {
            throw new KeyRingException(
                    "Cannot write " + file + ": give this user the right to, free some disk, or name another home with"
                            + " PAPERBRIDGE_HOME.",
                    e);
        }
    }

    /** A hard link appears whole or, when the name is taken, not at all; a plain move where there are no links. */
    private static void link(Path part, Path file) throws IOException {
        try {
            Files.createLink(file, part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(part, file);
        }
    }

    private static boolean hasPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
