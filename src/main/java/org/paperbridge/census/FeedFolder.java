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
import java.util.stream.Stream;

/**
 * The folder a kit's census comes from: files that other systems drop, and one file a day of what came over MLLP. Only
 * its owner may read what this class writes.
 */
public final class FeedFolder {

    /** Systems that copy slowly; a file is read when it has rested that long. */
    private static final Duration REST = Duration.ofSeconds(2);

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
                boolean ours = name.startsWith("mllp-");
                if (!unfinished
                        && (ours || Files.getLastModifiedTime(path).toInstant().isBefore(rested))) {
                    files.add(path);
                }
            }
        }
        return files;
    }

    /** Adds a message to the file of the day; returns when it is on disk. */
    public synchronized void keep(byte[] message) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("mllp-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + ".hl7");
        if (!Files.exists(file)
                && FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        ByteBuffer framed = ByteBuffer.allocate(message.length + 3);
        framed.put((byte) 0x0b).put(message).put((byte) 0x1c).put((byte) 0x0d).flip();
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (framed.hasRemaining()) {
                out.write(framed);
            }
            out.force(true);
        }
    }
}
