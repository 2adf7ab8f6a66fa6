package org.paperbridge.kit.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.protocol.PdfIntake.Outcome;

/**
 * The hospital's folder of approved protocols, and our copies of it. A share is often the first thing that is gone, so
 * the copies stand in while the folder cannot be read; while it can, it alone decides what is a protocol. Copies also
 * spare drawing every page again at every refresh.
 */
public final class ProtocolShelf {

    private static final String INDEX = "shelf.tsv";
    private static final int MOST_FILES = 200;
    private static final Set<String> NOBODYS = Set.of("thumbs.db", "desktop.ini");

    private final ProtocolSettings settings;
    private final Path copies;
    private final PdfIntake intake;

    /** @param copies our folder; holds no patient data */
    public ProtocolShelf(ProtocolSettings settings, Path copies, PdfIntake intake) {
        this.settings = settings;
        this.copies = copies;
        this.intake = intake;
    }

    /**
     * What is not printed, or not as it should be.
     *
     * @param word key of the sentence
     * @param arguments of it
     */
    public record Trouble(String word, List<Object> arguments) {

        public Trouble {
            arguments = List.copyOf(arguments);
        }

        static Trouble of(String word, Object... arguments) {
            return new Trouble(word, List.of(arguments));
        }
    }

    /** @param protocols in the order of their names */
    public record Look(List<Protocol> protocols, List<Trouble> troubles) {

        public Look {
            protocols = List.copyOf(protocols);
            troubles = List.copyOf(troubles);
        }
    }

    /** @throws IOException when our copies cannot be written; no fault of the hospital's folder is one */
    public synchronized Look look() throws IOException {
        Map<String, Protocol> known = known();
        Optional<List<Path>> found = listed();
        List<Trouble> troubles = new ArrayList<>();
        settings.mistakes().forEach(mistake -> troubles.add(Trouble.of("protocol.setting", mistake)));
        // A share that is not mounted looks like an empty folder.
        if (found.filter(files -> !files.isEmpty()).isEmpty()) {
            troubles.add(
                    known.isEmpty()
                            ? Trouble.of("protocol.no-folder", settings.folder())
                            : Trouble.of("protocol.folder-gone", settings.folder(), known.size()));
            return new Look(sorted(known), troubles);
        }
        Map<String, Protocol> now = new HashMap<>();
        for (Path file : found.get()) {
            if (now.size() == MOST_FILES) {
                troubles.add(Trouble.of("protocol.too-many", MOST_FILES));
                break;
            }
            look(file, Optional.ofNullable(known.get(name(file))), troubles)
                    .ifPresent(protocol -> now.put(protocol.name(), protocol));
        }
        if (!now.equals(known)) {
            keep(sorted(now));
        }
        return new Look(sorted(now), troubles);
    }

    /** Everything that decides what {@link #look} says. */
    public String fingerprint() {
        StringBuilder all = new StringBuilder(settings.toString());
        for (Path file : listed().orElse(List.of())) {
            all.append('\n').append(name(file));
            try {
                all.append(Files.getLastModifiedTime(file)).append(Files.size(file));
            } catch (IOException e) {
                all.append('?');
            }
        }
        return all.toString();
    }

    private Optional<Protocol> look(Path file, Optional<Protocol> known, List<Trouble> troubles) throws IOException {
        String name = name(file);
        if (!name.toLowerCase(Locale.ROOT).endsWith(".pdf") || !Files.isRegularFile(file)) {
            troubles.add(Trouble.of("protocol.no-pdf", name));
            return Optional.empty();
        }
        Instant changed;
        long bytes;
        try {
            changed = Files.getLastModifiedTime(file).toInstant();
            bytes = Files.size(file);
        } catch (IOException e) {
            troubles.add(Trouble.of("protocol.unreadable", name));
            return Optional.empty();
        }
        Instant shown = Instant.ofEpochMilli(changed.toEpochMilli());
        if (known.filter(p -> p.bytes() == bytes && p.changed().equals(shown)).isPresent()) {
            return known;
        }
        if (bytes > settings.mostBytes()) {
            troubles.add(Trouble.of("protocol.too_large", name));
            return Optional.empty();
        }
        return take(file, name, shown, bytes, troubles);
    }

    private Optional<Protocol> take(Path file, String name, Instant changed, long bytes, List<Trouble> troubles)
            throws IOException {
        Files.createDirectories(copies);
        // A file that takes too long is still being worked on when the next one comes, so each has its own names.
        Path read = Files.createTempFile(copies, "taking", ".pdf");
        Path made = Files.createTempFile(copies, "taken", ".pdf");
        try {
            try {
                Files.copy(file, read, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                troubles.add(Trouble.of("protocol.unreadable", name));
                return Optional.empty();
            }
            switch (intake.take(read, made, settings.mostPages())) {
                case Outcome.Taken(int pages) -> {
                    String hash = KitCheck.sha256(made);
                    Path kept = copies.resolve(hash + ".pdf");
                    Files.move(made, kept, StandardCopyOption.REPLACE_EXISTING);
                    return Optional.of(new Protocol(name, changed, bytes, kept, hash, pages));
                }
                case Outcome.Refused(PdfIntake.Refusal why) -> {
                    troubles.add(Trouble.of("protocol." + why.name().toLowerCase(Locale.ROOT), name));
                    return Optional.empty();
                }
            }
        } finally {
            Files.deleteIfExists(read);
            Files.deleteIfExists(made);
        }
    }

    /** Empty when the folder cannot be read. */
    private Optional<List<Path>> listed() {
        try (Stream<Path> files = Files.list(settings.folder())) {
            return Optional.of(files.filter(file -> !name(file).startsWith(".")
                            && !name(file).startsWith("~$")
                            && !NOBODYS.contains(name(file).toLowerCase(Locale.ROOT)))
                    .sorted()
                    .toList());
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Copies that are whole; one that is not is made again. */
    private Map<String, Protocol> known() throws IOException {
        Path index = copies.resolve(INDEX);
        Map<String, Protocol> known = new HashMap<>();
        for (String line : Files.exists(index) ? Files.readAllLines(index) : List.<String>of()) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 5 || !cells[1].matches("[0-9a-f]{64}")) {
                continue;
            }
            Path file = copies.resolve(cells[1] + ".pdf");
            if (Files.exists(file) && KitCheck.sha256(file).equals(cells[1])) {
                known.put(
                        cells[0],
                        new Protocol(
                                cells[0],
                                Instant.ofEpochMilli(Long.parseLong(cells[2])),
                                Long.parseLong(cells[3]),
                                file,
                                cells[1],
                                Integer.parseInt(cells[4])));
            }
        }
        return known;
    }

    private void keep(List<Protocol> protocols) throws IOException {
        Files.createDirectories(copies);
        StringBuilder text = new StringBuilder();
        Set<String> kept = new HashSet<>();
        for (Protocol protocol : protocols) {
            kept.add(protocol.sha256() + ".pdf");
            text.append(protocol.name().replace('\t', ' ').replace('\n', ' '))
                    .append('\t')
                    .append(protocol.sha256())
                    .append('\t')
                    .append(protocol.changed().toEpochMilli())
                    .append('\t')
                    .append(protocol.bytes())
                    .append('\t')
                    .append(protocol.pages())
                    .append('\n');
        }
        Path part = copies.resolve(INDEX + ".part");
        Files.writeString(part, text);
        Files.move(part, copies.resolve(INDEX), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> files = Files.list(copies)) {
            for (Path file : files.filter(f -> name(f).endsWith(".pdf") && !kept.contains(name(f)))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Protocol> sorted(Map<String, Protocol> protocols) {
        return protocols.values().stream()
                .sorted(Comparator.comparing(Protocol::name))
                .toList();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
