package org.paperbridge.source.sane;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.paperbridge.source.NotKeptException;
import org.paperbridge.source.PageKeeper;
import org.paperbridge.source.PageScanner;
import org.paperbridge.source.ScanEnd;
import org.paperbridge.source.ScanSettings;
import org.paperbridge.source.ScanTrouble;
import org.paperbridge.source.ScanWatch;

/**
 * Runs {@code scanimage --batch}. It writes each side into a folder of ours, lossless, and says so; then the side is
 * kept and its file goes. What a killed run left in the folder is kept first: the paper went through, so it must not be
 * lost.
 */
public final class SaneScanner implements PageScanner {

    private static final Duration TO_STOP = Duration.ofSeconds(20);
    /** How often somebody's stop is looked for. */
    private static final Duration LOOK = Duration.ofMillis(500);
    /** A side of A3 in colour at 600 dpi over USB 2 takes about a minute; a device silent for longer than this hangs. */
    private static final Duration HANGS = Duration.ofMinutes(5);

    private static final String MESSAGES = "messages.log";

    private final ScanimageCommand command;
    private final Path folder;
    private final String name;
    private final Duration hangs;

    /**
     * A scanner.
     *
     * @param folder for sides under way; made for this user only, and of this scanner alone
     * @param name begins the names of its files
     */
    public SaneScanner(ScanimageCommand command, Path folder, String name) {
        this(command, folder, name, HANGS);
    }

    /** A scanner whose device is given up when it has been silent for a time. */
    public SaneScanner(ScanimageCommand command, Path folder, String name, Duration hangs) {
        this.command = command;
        this.folder = folder;
        this.name = name;
        this.hangs = hangs;
    }

    @Override
    public ScanEnd scan(ScanSettings settings, PageKeeper keeper, ScanWatch watch) throws InterruptedException {
        if (!command.can(settings)) {
            return ScanEnd.stopped(0, ScanTrouble.ONE_SIDED);
        }
        Sides sides = new Sides(keeper, watch);
        Process scanimage;
        try {
            PrivateFolder.make(folder);
            keepLeft(sides);
            scanimage = start(command.line(settings, folder));
        } catch (NotKeptException e) {
            return ScanEnd.stopped(sides.kept, ScanTrouble.NOT_KEPT);
        } catch (IOException e) {
            boolean missing = String.valueOf(e.getMessage()).contains("No such file");
            return ScanEnd.stopped(sides.kept, missing ? ScanTrouble.NO_PROGRAM : ScanTrouble.NOT_KEPT);
        }
        try {
            follow(scanimage, sides);
            return stopped(scanimage) ? sides.brokenOff() : sides.ended(scanimage.exitValue());
        } catch (NotKeptException e) {
            return ScanEnd.stopped(sides.kept, ScanTrouble.NOT_KEPT);
        } catch (IOException e) {
            return ScanEnd.stopped(sides.kept, ScanTrouble.BROKE_OFF);
        } finally {
            stopped(scanimage);
        }
    }

    private Process start(List<String> line) throws IOException {
        return new ProcessBuilder(line)
                .redirectError(folder.resolve(MESSAGES).toFile())
                .start();
    }

    /** The exit code is the same for a device that is not there and for an option it does not know. */
    private boolean isNotThere() {
        try {
            return Files.readString(folder.resolve(MESSAGES)).contains("open of device");
        } catch (IOException e) {
            return false;
        }
    }

    private void follow(Process scanimage, Sides sides) throws IOException, InterruptedException {
        WrittenSides written = new WrittenSides(scanimage);
        Instant heard = Instant.now();
        while (!sides.watch.cancelled()
                && Duration.between(heard, Instant.now()).compareTo(hangs) < 0) {
            switch (written.next(LOOK)) {
                case WrittenSides.Side side -> {
                    sides.keep(side.file());
                    heard = Instant.now();
                }
                case WrittenSides.Silence silence -> {}
                case WrittenSides.End end -> {
                    scanimage.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS);
                    return;
                }
            }
        }
    }

    private void keepLeft(Sides sides) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.filter(f -> !f.endsWith(MESSAGES)).sorted().toList();
        }
        for (Path file : left) {
            if (file.toString().endsWith(ScanimageCommand.HALF)) {
                // half a side: its sheet is scanned again with the rest of the stack
                Files.delete(file);
            } else {
                sides.keep(file);
            }
        }
    }

    /** Whether it had to be stopped. A term signal lets the driver push the sheet out; one that hangs is killed. */
    private static boolean stopped(Process scanimage) throws InterruptedException {
        if (!scanimage.isAlive()) {
            return false;
        }
        scanimage.destroy();
        if (!scanimage.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
            scanimage.descendants().forEach(ProcessHandle::destroyForcibly);
            scanimage.destroyForcibly();
        }
        return true;
    }

    /** The sides of one run. */
    private final class Sides {

        private final PageKeeper keeper;
        private final ScanWatch watch;
        private int kept;

        Sides(PageKeeper keeper, ScanWatch watch) {
            this.keeper = keeper;
            this.watch = watch;
        }

        void keep(Path file) throws IOException {
            try (InputStream content = Files.newInputStream(file)) {
                keeper.keep(content, String.format(java.util.Locale.ROOT, "%s-%04d.png", name, kept + 1));
            }
            Files.delete(file);
            kept++;
            watch.kept(kept);
        }

        ScanEnd brokenOff() {
            return ScanEnd.stopped(kept, watch.cancelled() ? ScanTrouble.CANCELLED : ScanTrouble.BROKE_OFF);
        }

        ScanEnd ended(int code) {
            if (watch.cancelled()) {
                return ScanEnd.stopped(kept, ScanTrouble.CANCELLED);
            }
            return SaneStatus.trouble(code, kept)
                    .map(t -> t == ScanTrouble.CANNOT && isNotThere() ? ScanTrouble.UNREACHABLE : t)
                    .map(t -> ScanEnd.stopped(kept, t))
                    .orElse(ScanEnd.complete(kept));
        }
    }
}
