package org.paperbridge.source.sane;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static final int SECONDS_TO_STOP = 20;
    private static final String MESSAGES = "messages.log";

    private final ScanimageCommand command;
    private final Path folder;
    private final String name;

    /**
     * A scanner.
     *
     * @param folder for sides under way; made for this user only, and of this scanner alone
     * @param name begins the names of its files
     */
    public SaneScanner(ScanimageCommand command, Path folder, String name) {
        this.command = command;
        this.folder = folder;
        this.name = name;
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
            return sides.ended(scanimage.waitFor());
        } catch (NotKeptException e) {
            return ScanEnd.stopped(sides.kept, ScanTrouble.NOT_KEPT);
        } catch (IOException e) {
            return ScanEnd.stopped(sides.kept, ScanTrouble.BROKE_OFF);
        } finally {
            stop(scanimage);
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

    private static void follow(Process scanimage, Sides sides) throws IOException {
        try (BufferedReader names = scanimage.inputReader(StandardCharsets.UTF_8)) {
            String written = names.readLine();
            while (written != null) {
                sides.keep(Path.of(written));
                if (sides.watch.cancelled()) {
                    scanimage.destroy();
                    return;
                }
                written = names.readLine();
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

    /** A term signal lets the driver push the sheet out; a device that hangs is left to itself. */
    private static void stop(Process scanimage) throws InterruptedException {
        if (scanimage.isAlive()) {
            scanimage.destroy();
            if (!scanimage.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                scanimage.destroyForcibly();
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
