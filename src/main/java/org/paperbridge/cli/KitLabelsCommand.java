package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.census.CensusReader;
import org.paperbridge.census.FeedFolder;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.labels.Label;
import org.paperbridge.kit.labels.LabelFormat;
import org.paperbridge.kit.labels.LabelFormats;
import org.paperbridge.kit.labels.LabelMaker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "labels",
        description = {
            "Prints labels of the patients of a census: stickers, tubes or wristbands. Asked again, it prints the same",
            "numbers again: those of a patient are the hospital's, and none is given here."
        },
        mixinStandardHelpOptions = true)
public final class KitLabelsCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Mixin
    private LabelOptions options = new LabelOptions();

    @Option(
            names = "--census",
            paramLabel = "FILE",
            arity = "1..*",
            description = "HL7 v2, FHIR or CSV; when absent --feed, else the feed that kit watch keeps for this home.")
    private List<Path> census = new ArrayList<>();

    @Option(names = "--feed", paramLabel = "DIR", description = "The feed of kit watch.")
    private Optional<Path> feed = Optional.empty();

    @Option(names = "--unit", paramLabel = "CODE", description = "Only this unit.")
    private Optional<String> unit = Optional.empty();

    @Option(
            names = "--patient",
            paramLabel = "NUMBER",
            description = "Only this patient, by number of the patient or of the stay.")
    private Optional<String> only = Optional.empty();

    @Option(names = "--zone", paramLabel = "ZONE", description = "Ward time zone.", defaultValue = "Europe/Paris")
    private ZoneId zone = ZoneId.of("Europe/Paris");

    @Option(names = "-o", paramLabel = "OUT", required = true, description = "PDF to write.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Clock clock = Clock.systemUTC();
        LabelFormat format = LabelFormats.ofHome(home.folder()).get(options.format());
        CensusLoad load = new CensusReader(zone, clock).read(files(clock));
        load.findings().forEach(f -> System.err.println(f.line(options.lang())));
        KitWords words = KitWords.of(options.lang());
        List<Label> labels = new ArrayList<>();
        for (Encounter stay : load.census().encounters()) {
            if (unit.filter(code -> !code.equals(stay.unit())).isPresent()
                    || only.filter(number -> !number.equals(stay.patientId()) && !number.equals(stay.id()))
                            .isPresent()) {
                continue;
            }
            Unit ward = load.census().units().stream()
                    .filter(u -> u.code().equals(stay.unit()))
                    .findFirst()
                    .orElse(new Unit(stay.unit(), stay.unit()));
            Patient patient = load.census().patients().stream()
                    .filter(p -> p.id().equals(stay.patientId()))
                    .findFirst()
                    .orElseThrow();
            labels.add(new LabelMaker(words, ward, clock.instant(), zone).patient(patient, stay));
        }
        if (labels.isEmpty()) {
            throw new RefusedException("The census holds nobody for these labels; nothing was printed.");
        }
        options.print(home, format, LabelMaker.repeated(labels, options.copies(format)), out);
        return load.incomplete() ? 1 : 0;
    }

    private List<Path> files(Clock clock) throws IOException {
        if (!census.isEmpty()) {
            return census;
        }
        Path folder = feed.or(() -> KnownFeed.of(home.folder()))
                .filter(Files::isDirectory)
                .orElseThrow(() -> new RefusedException("There is no feed of a kit watch here. Name the census with"
                        + " --census FILE... or the feed with --feed DIR."));
        return new FeedFolder(folder, clock).files();
    }
}
