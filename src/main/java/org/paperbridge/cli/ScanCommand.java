package org.paperbridge.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.app.settings.SettingsRefusedException;
import org.paperbridge.route.source.Scanners;
import org.paperbridge.source.NotKeptException;
import org.paperbridge.source.PageKeeper;
import org.paperbridge.source.ScanEnd;
import org.paperbridge.source.ScanWatch;
import org.paperbridge.source.profile.ProfileFolder;
import org.paperbridge.source.profile.Source;
import org.paperbridge.source.profile.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = {
            "Scans the stack that lies in a network scanner or a scanner at a cable into the scan folder, where a running",
            "server takes it. Scanners are switched on in paperbridge.properties: source.NAME.profile."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the stack went through",
            "1:it stopped; what was counted is safe, the line says why",
            "2:there is no such scanner, or the settings are wrong"
        })
public final class ScanCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Parameters(index = "0", paramLabel = "NAME", description = "As in source.NAME.profile.")
    private String name = "";

    @Override
    public Integer call() throws InterruptedException {
        ServerSettings settings = settings();
        Source source = source(settings);
        String run = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        PageKeeper keeper = (content, file) -> drop(content, settings.inbox(), run + "-" + file);
        ScanEnd end =
                Scanners.open(source, settings.home()).scan(source.profile().scan(), keeper, new Counter());
        System.err.println();
        System.err.println(end.files() + " files lie in " + settings.inbox()
                + end.trouble()
                        .map(t -> "; stopped: " + t.code() + ". Put the rest back and run this again.")
                        .orElse("."));
        return end.trouble().isEmpty() ? 0 : 1;
    }

    private ServerSettings settings() {
        try {
            return SettingsFile.load(home.folder(), System.getenv(), 1);
        } catch (SettingsRefusedException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    private Source source(ServerSettings settings) {
        Sources sources =
                Sources.of(new ProfileFolder(Reading.pipeline().resolveSibling("scanner-config")), settings.sources());
        if (!sources.mistakes().isEmpty()) {
            throw new RefusedException(String.join(System.lineSeparator(), sources.mistakes()));
        }
        List<Source> asked =
                sources.all().stream().filter(s -> s.kind().isAsked()).toList();
        return asked.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException("There is no scanner " + name
                        + " that can be asked; there are: "
                        + String.join(", ", asked.stream().map(Source::name).toList())
                        + ". Add source." + name + ".profile to " + SettingsFile.NAME + "."));
    }

    /** Whole under its name, or not there at all; the scanner is asked for the next page only afterwards. */
    private static void drop(InputStream content, Path inbox, String file) throws IOException {
        Path half = inbox.resolve("." + file + ".part");
        try {
            Files.createDirectories(inbox);
            try (FileChannel channel =
                    FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                copy(content, channel);
                channel.force(true);
            }
            Files.move(half, inbox.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Tells a line that broke from a disk that is full. */
    private static void copy(InputStream content, FileChannel channel) throws IOException {
        byte[] piece = new byte[1 << 16];
        int read = content.read(piece);
        while (read >= 0) {
            try {
                Channels.newOutputStream(channel).write(piece, 0, read);
            } catch (IOException e) {
                throw new NotKeptException(e);
            }
            read = content.read(piece);
        }
    }

    private static final class Counter implements ScanWatch {
        @Override
        public void kept(int files) {
            System.err.print("\r" + files + " ");
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
