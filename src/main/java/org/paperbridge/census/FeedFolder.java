package org.paperbridge.census;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder a kit's census comes from: what the routes keep (one file a day of what came over
 * MLLP), and files put there by hand. Only
 * its owner may read what this class writes.
 */
public final class FeedFolder {

    /** Systems that copy slowly; a file is read when it has rested that long. */
    private static final Duration REST = Duration.ofSeconds(2);

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path folder;
    private final Clock clock;

    public FeedFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Files that may be read now, by name; hidden and unfinished ones are left for the next time. */
    public List<Path> files() throws IOException {
        Instant rested = clock.instant().minus(REST);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(path.getFileName());
                boolean unfinished = name.startsWith(".") || name.matches("(?i).*\\.(part|tmp|filepart|crdownload)");
                boolean ours = name.matches("mllp-.*|(hl7|fhir|csv)-[0-9a-f]{16}\\..*|fhir-server-.*");
                if (!unfinished
                        && (ours || Files.getLastModifiedTime(path).toInstant().isBefore(rested))) {
                    files.add(path);
                }
            }
        }
        return files;
    }

    /** When anything last came in, by the clock of this machine and not by what it says of itself; never in the future. */
    public Optional<Instant> lastArrival() throws IOException {
        Instant now = clock.instant();
        Optional<Instant> last = Optional.empty();
        for (Path file : files()) {
            Instant written = Files.getLastModifiedTime(file).toInstant();
            if (last.isEmpty() || written.isAfter(last.get())) {
                last = Optional.of(written);
            }
        }
        return last.map(at -> at.isAfter(now) ? now : at);
    }

    /** Adds a message to the file of the day; returns when it is on disk. */
    public synchronized void keep(byte[] message) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("mllp-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".hl7");
        boolean fresh = !Files.exists(file);
        if (fresh) {
            createPrivate(file);
        }
        ByteBuffer framed = ByteBuffer.allocate(message.length + 3);
        framed.put((byte) 0x0b).put(message).put((byte) 0x1c).put((byte) 0x0d).flip();
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            long whole = out.size();
            try {
                while (framed.hasRemaining()) {
                    out.write(framed);
                }
                out.force(true);
            } catch (IOException e) {
                // Half a message must not stand before the one the sender repeats.
                out.truncate(whole);
                throw e;
            }
        }
        if (fresh) {
            forceNames();
        }
    }

    Path path(String name) throws IOException {
        Files.createDirectories(folder);
        return folder.resolve(name);
    }

    /** Names of new files survive a power cut, too; where a folder cannot be opened, the system does so by itself. */
    void forceNames() throws IOException {
        if (POSIX) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    /** An empty file that only this user may read. */
    public static void createPrivate(Path file) throws IOException {
        if (POSIX) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
