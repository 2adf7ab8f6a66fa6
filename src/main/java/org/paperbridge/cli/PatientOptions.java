package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.census.CensusReader;
import org.paperbridge.census.FeedFolder;
import org.paperbridge.form.census.Census;
import picocli.CommandLine.Option;

/** The options that say whom a form is for, and out of which census. */
final class PatientOptions {

    private static final String HOW =
            "Name a file with one patient, or a number with --census FILE... or --feed DIR (the feed of kit watch).";

    @Option(
            names = "--patient",
            paramLabel = "FILE|NUMBER",
            description = {
                "A file with exactly one patient (FHIR R4 Patient or Bundle, HL7 v2, CSV); or the number of a patient",
                "or stay in the census: of --census, of --feed, else of the feed that kit watch keeps for this home."
            })
    private Optional<String> patient = Optional.empty();

    @Option(
            names = "--census",
            paramLabel = "FILE",
            arity = "1..*",
            description = "HL7 v2, FHIR or CSV files to find --patient NUMBER in.")
    private List<Path> census = new ArrayList<>();

    @Option(names = "--feed", paramLabel = "DIR", description = "The feed of kit watch to find --patient NUMBER in.")
    private Optional<Path> feed = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", description = "Ward time zone.", defaultValue = "Europe/Paris")
    private ZoneId zone = ZoneId.of("Europe/Paris");

    ZoneId zone() {
        return zone;
    }

    /**
     * Empty when nobody is named.
     *
     * @throws RefusedException when it is not clear who is meant
     */
    Optional<ChosenPatient> choose(Path home, String lang, Clock clock) throws IOException {
        if (patient.isEmpty()) {
            if (!census.isEmpty() || feed.isPresent()) {
                throw new RefusedException(
                        "Whose? Name one patient of that census with --patient NUMBER. For a whole unit: paperbridge kit build.");
            }
            return Optional.empty();
        }
        String named = patient.get().strip();
        if (census.isEmpty() && feed.isEmpty() && isFile(named)) {
            return Optional.of(only(Path.of(named), lang, clock));
        }
        List<ChosenPatient> found = ChosenPatient.numbered(read(files(home, clock), lang, clock), named);
        if (found.size() != 1) {
            throw new RefusedException("The census holds " + (found.isEmpty() ? "nobody" : found.size() + " patients")
                    + " of that number, and --patient names no file. " + HOW);
        }
        return Optional.of(found.getFirst());
    }

    private List<Path> files(Path home, Clock clock) throws IOException {
        if (!census.isEmpty()) {
            return census;
        }
        Path folder = feed.or(() -> KnownFeed.of(home))
                .orElseThrow(() -> new RefusedException(
                        "--patient names no file, and no kit watch has kept a feed for this home. " + HOW));
        if (!Files.isDirectory(folder)) {
            throw new RefusedException("There is no folder " + folder + ". " + HOW);
        }
        return new FeedFolder(folder, clock).files();
    }

    private ChosenPatient only(Path file, String lang, Clock clock) {
        Census read = read(List.of(file), lang, clock);
        if (read.patients().size() != 1) {
            throw new RefusedException(file + " holds " + read.patients().size()
                    + " patients; --patient takes a file with exactly one. One of many: --census " + file
                    + " --patient NUMBER. For a whole unit: paperbridge kit build.");
        }
        return ChosenPatient.of(read, read.patients().getFirst());
    }

    private Census read(List<Path> files, String lang, Clock clock) {
        CensusLoad load = new CensusReader(zone, clock).read(files);
        load.findings().forEach(finding -> System.err.println(finding.line(lang)));
        return load.census();
    }

    private static boolean isFile(String named) {
        try {
            return Files.exists(Path.of(named));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
