package org.paperbridge.publish;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.paperbridge.publish.jipp.IppPrinter;
import org.paperbridge.publish.jsch.SftpTarget;

/** {@code targets.properties}: one target a name, {@code name.key = value}. */
public final class TargetsFile {

    public static final String NAME = "targets.properties";
    private static final List<String> SIDES = List.of("one-sided", "two-sided-long-edge", "two-sided-short-edge");
    /** Paper may wait for somebody to fill the tray; then the job is asked for again. */
    private static final Duration PAPER = Duration.ofMinutes(5);

    private static final int DAY_MINUTES = 24 * 60;

    private final Path file;
    private final ZoneId ward;
    private final PrintTarget.PrintReady ready;
    private final Clock clock;

    /** @param ready opens PDFs for printers */
    public TargetsFile(Path file, ZoneId ward, PrintTarget.PrintReady ready, Clock clock) {
        this.file = file.toAbsolutePath();
        this.ward = ward;
        this.ready = ready;
        this.clock = clock;
    }

    /**
     * Targets that are on, by name.
     *
     * @throws TargetsRefusedException listing every mistake, also of targets that are off
     */
    public List<PlannedTarget> read() throws IOException {
        List<String> mistakes = new ArrayList<>();
        List<PlannedTarget> targets = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> named : byName(mistakes).entrySet()) {
            TargetWords words = new TargetWords(named.getKey(), file.resolveSibling(""), named.getValue(), mistakes);
            boolean on = words.yes("on");
            PlannedTarget target = target(named.getKey(), words);
            words.refuseOthers();
            if (on) {
                targets.add(target);
            }
        }
        if (!mistakes.isEmpty()) {
            throw new TargetsRefusedException(
                    mistakes.stream().map(m -> file.getFileName() + ": " + m).toList());
        }
        return targets;
    }

    private Map<String, Map<String, String>> byName(List<String> mistakes) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        Map<String, Map<String, String>> byName = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            int dot = key.indexOf('.');
            if (dot < 1 || !key.substring(0, dot).matches("[a-z0-9-]{1,40}")) {
                mistakes.add(key + " is not name.key, with a name of small letters, digits and dashes");
                continue;
            }
            byName.computeIfAbsent(key.substring(0, dot), name -> new TreeMap<>())
                    .put(key.substring(dot + 1), properties.getProperty(key, ""));
        }
        return byName;
    }

    private PlannedTarget target(String name, TargetWords words) {
        String kind = words.need("kind");
        Target target = switch (kind) {
            case "folder" ->
                new FolderTarget(words.path("directory"), Optional.empty(), keep(words, 0), words.yes("unsealed"));
            case "stick" -> stick(words);
            case "sftp" -> sftp(words);
            case "printer" -> printer(words);
            default -> {
                words.wrong("kind", "is folder, stick, sftp or printer");
                yield kit -> new Said("", "");
            }
        };
        List<LocalTime> hours = hours(words);
        if (kind.equals("printer") && hours.isEmpty()) {
            words.wrong("at", "is missing: hours of the day at which to print, e.g. 05:30, 21:00");
        }
        // A stick is away most of the day; whoever carries it is told after a day.
        int patience = words.number("alarm-after", kind.equals("stick") ? DAY_MINUTES : 60, 0, 90 * DAY_MINUTES);
        return new PlannedTarget(name, target, new Schedule(hours, ward), Duration.ofMinutes(patience));
    }

    private static Target stick(TargetWords words) {
        Path mount = words.path("mount");
        Path folder = mount.resolve(words.find("directory").orElse("kits")).normalize();
        if (folder.equals(mount) || !folder.startsWith(mount)) {
            words.wrong("directory", "is a folder on the stick, below its top");
        }
        return new FolderTarget(folder, Optional.of(mount), keep(words, 0), words.yes("unsealed"));
    }

    private static Target sftp(TargetWords words) {
        Optional<Path> key = words.findPath("key-file");
        Optional<Path> password = words.findPath("password-file");
        if (key.isEmpty() && password.isEmpty()) {
            words.wrong("key-file", "or password-file is missing");
        }
        return new SftpTarget(
                words.need("host"),
                words.number("port", 22, 1, 65535),
                words.need("user"),
                words.find("directory").orElse("kits").replaceFirst("(?<=.)/+$", ""),
                words.path("known-hosts"),
                key,
                password,
                keep(words, 1),
                words.yes("unsealed"));
    }

    private Target printer(TargetWords words) {
        String address = words.need("uri");
        if (!address.matches("ipps?://[^/\\s]+(/\\S*)?")) {
            words.wrong("uri", "is ipp://host/… or ipps://host/…");
            address = "ipp://localhost/";
        }
        String sides = words.find("sides").orElse("one-sided");
        if (!SIDES.contains(sides)) {
            words.wrong("sides", "is " + String.join(", ", SIDES));
        }
        Optional<String> certificate = words.find("certificate");
        if (certificate
                .filter(c -> !c.replace(":", "").matches("[0-9A-Fa-f]{64}"))
                .isPresent()) {
            words.wrong("certificate", "is a SHA-256 fingerprint, 64 hex digits");
        }
        return new PrintTarget(
                new IppPrinter(URI.create(address), certificate, PAPER),
                words.find("unit"),
                words.list("files", "00,01,20"),
                new Printer.Job(
                        "",
                        words.number("copies", 1, 1, 20),
                        sides,
                        words.find("media").orElse("iso_a4_210x297mm")),
                ready,
                clock);
    }

    private static int keep(TargetWords words, int least) {
        return words.number("keep", 3, least, 99);
    }

    private static List<LocalTime> hours(TargetWords words) {
        List<LocalTime> hours = new ArrayList<>();
        for (String word : words.list("at", "")) {
            try {
                hours.add(LocalTime.parse(word));
            } catch (DateTimeException e) {
                words.wrong("at", "is hours of the day, e.g. 05:30, 21:00");
            }
        }
        return hours;
    }
}
