package org.paperbridge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the home's {@code kit watch} keeps its feed, so that one patient can be printed without knowing it. */
final class KnownFeed {

    private static final String FILE = "kit-feed.txt";

    private KnownFeed() {}

    static void remember(Path home, Path feed) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve(FILE), feed.toAbsolutePath().normalize() + "\n");
    }

    /** Empty when no feed was ever watched, or its folder is not there. */
    static Optional<Path> of(Path home) {
        Path file = home.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(Path.of(Files.readString(file).strip())).filter(Files::isDirectory)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
