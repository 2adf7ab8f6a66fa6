package org.paperbridge.source.sane;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        try {
            PrivateFolder.make(folder);
            keepLeft(sides);
        } catch (IOException e) {
            return ScanEnd.stopped(sides.kept, ScanTrouble.NOT_KEPT);
        }
        try (ScanimageRun run = ScanimageRun.of(command.line(settings, folder), folder.resolve(MESSAGES))) {
            return follow(run, sides);
        } catch (NotKeptException e) {
            return ScanEnd.stopped(sides.kept, ScanTrouble.NOT_KEPT);
        } catch (IOException e) {
            boolean missing = String.valueOf(e.getMessage()).contains("No such file");
            return ScanEnd.stopped(sides.kept, missing ? ScanTrouble.NO_PROGRAM : ScanTrouble.BROKE_OFF);
        }
    }

    private ScanEnd follow(ScanimageRun run, Sides sides) throws IOException, InterruptedException {
        long heard = System.nanoTime();
        while (!sides.watch.cancelled() && System.nanoTime() - heard < hangs.toNanos()) {
            switch (run.next(LOOK)) {
                case ScanimageRun.Side side -> {
                    sides.keep(side.file());
                    heard = System.nanoTime();
                }
                case ScanimageRun.Silence silence -> {}
                case ScanimageRun.End end -> {
                    return sides.ended(run);
                }
            }
        }
        return ScanEnd.stopped(sides.kept, sides.watch.cancelled() ? ScanTrouble.CANCELLED : ScanTrouble.BROKE_OFF);
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

        ScanEnd ended(ScanimageRun run) throws InterruptedException {
            return SaneStatus.trouble(run.status(), kept)
                    .map(t -> t == ScanTrouble.CANNOT && isNotThere(run) ? ScanTrouble.UNREACHABLE : t)
                    .map(t -> ScanEnd.stopped(kept, t))
                    .orElse(ScanEnd.complete(kept));
        }

        /** The exit code is the same for a device that is not there and for an option it does not know. */
        private static boolean isNotThere(ScanimageRun run) {
            return run.said().contains("open of device");
        }
    }
}
