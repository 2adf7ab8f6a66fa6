package org.paperbridge.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.paperbridge.app.server.ServerRefusedException.Cause;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.app.settings.SettingsFile;

/** The folder a server lives in: made when missing, checked, and held against a second process. */
final class HomeFolder implements AutoCloseable {

    /** Less than this and the first stack of scans would fill the disk. */
    private static final long LEAST_FREE_BYTES = 100L << 20;

    private final FileChannel channel;
    private final String name;

    private HomeFolder(FileChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    /** @param ids gives a new home its name among those that share a store */
    static HomeFolder take(ServerSettings settings, Supplier<String> ids) {
        Path home = settings.home();
        try {
            for (Path folder : List.of(home, settings.inbox(), settings.done(), settings.objects())) {
                Files.createDirectories(folder);
            }
            writeSettingsTemplate(home);
            long free = home.toFile().getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new ServerRefusedException(
                        Cause.CANNOT_WRITE,
                        "Only " + (free >> 20) + " MiB are free under " + home
                                + ". Make room, or name another folder with --home.");
            }
            return lock(home, ids);
        } catch (IOException e) {
            String what = e instanceof FileSystemException file ? file.getFile() : home.toString();
            throw new ServerRefusedException(
                    Cause.CANNOT_WRITE,
                    "Cannot write " + what + ". Give this user the right to, make room on the disk,"
                            + " or name another folder with --home.",
                    e);
        }
    }

    /** Names this installation; the same at every start. */
    String name() {
        return name;
    }

    private static HomeFolder lock(Path home, Supplier<String> ids) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("paperbridge.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new ServerRefusedException(
                    Cause.UNAVAILABLE,
                    "Another Paperbridge runs on " + home + ". Stop it, or name another folder with --home.");
        }
        Path nameFile = home.resolve("home-id");
        if (!Files.exists(nameFile)) {
            Files.writeString(nameFile, ids.get());
        }
        return new HomeFolder(channel, Files.readString(nameFile).strip());
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void writeSettingsTemplate(Path home) throws IOException {
        Path file = home.resolve(SettingsFile.NAME);
        if (Files.exists(file)) {
            return;
        }
        try (InputStream template = HomeFolder.class.getResourceAsStream("/app/" + SettingsFile.NAME)) {
            if (template == null) {
                throw new IllegalStateException("app/" + SettingsFile.NAME + " is missing from the jar");
            }
            Files.copy(template, file);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
