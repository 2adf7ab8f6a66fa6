package org.paperbridge.source.sane;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The files that scanimage says it has written. They are read on a thread of their own: a device that hangs lets
 * scanimage hang, its child may keep the pipe open even after its end, and nobody can break off a read of a pipe.
 */
final class WrittenSides {

    /** Empty for the end of what it says. */
    private final BlockingQueue<Optional<Path>> said = new LinkedBlockingQueue<>();

    private final Process scanimage;

    WrittenSides(Process scanimage) {
        this.scanimage = scanimage;
        Thread.ofPlatform().daemon().name("scanimage").start(this::read);
    }

    private void read() {
        try (BufferedReader names = scanimage.inputReader(StandardCharsets.UTF_8)) {
            names.lines().map(Path::of).map(Optional::of).forEach(said::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            // closed by its end, which the exit code tells
        }
        said.add(Optional.empty());
    }

    /** One side more, or that there is none now, or none any more. */
    Next next(Duration patience) throws InterruptedException {
        var name = said.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (name == null) {
            return scanimage.isAlive() ? new Silence() : new End();
        }
        return name.<Next>map(Side::new).orElseGet(End::new);
    }

    sealed interface Next {}

    record Side(Path file) implements Next {}

    record Silence() implements Next {}

    record End() implements Next {}
}
