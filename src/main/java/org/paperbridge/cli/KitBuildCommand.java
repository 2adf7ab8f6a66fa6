package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.census.CensusFinding;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.census.CensusReader;
import org.paperbridge.form.census.Unit;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.KitBuilder;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.Stock;
import org.paperbridge.kit.folder.KitFolder;
import org.paperbridge.store.PrintedRegistry;
import org.paperbridge.template.ReleasedForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "build",
        description = {
            "Prints the kits of all units of a census as PDF, one folder a unit, with a manifest.",
            "The census comes from HL7 v2 ADT files and FHIR R4 JSON files, in any order."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:kits written", "1:kits written, but parts of the census could not be used", "2:refused"})
public final class KitBuildCommand implements Callable<Integer> {

    @Mixin
    private Forms forms = new Forms();

    @Mixin
    private Home home = new Home();

    @Option(names = "--census", paramLabel = "FILE", required = true, arity = "1..*", description = "HL7 v2 or FHIR.")
    private List<Path> census = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the kits go.")
    private Path out = Path.of("");

    @Option(names = "--unit", paramLabel = "CODE", description = "Only this unit.")
    private Optional<String> unit = Optional.empty();

    @Option(names = "--lang", description = "fr or en.", defaultValue = "fr")
    private String lang = "fr";

    @Option(names = "--zone", paramLabel = "ZONE", description = "Ward time zone.", defaultValue = "Europe/Paris")
    private ZoneId zone = ZoneId.of("Europe/Paris");

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Blank stock for so many days, e.g. 1, 7 or 28, by stock.properties; a night's when absent.")
    private Optional<Integer> days = Optional.empty();

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Units printed at the same time; all cores when absent.")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seal", description = "Encrypts every PDF with the kit password; see: paperbridge key password.")
    private boolean seal;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Earlier kits to keep beside it as DIR.1, DIR.2 …; none when absent.",
            defaultValue = "0")
    private int keep;

    @Option(names = "--json", description = "The manifest on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Languages.check(lang);
        if (days.filter(n -> n < 1 || n > 60).isPresent()) {
            throw new RefusedException("--days takes 1 to 60.");
        }
        Clock clock = Clock.systemUTC();
        CensusLoad load = new CensusReader(zone, clock).read(census);
        load.findings().forEach(f -> System.err.println(f.line(lang)));
        List<Unit> units = load.census().units().stream()
                .filter(u -> unit.isEmpty() || unit.get().equals(u.code()))
                .toList();
        if (units.isEmpty()) {
            throw new RefusedException(unit.map(u -> "The census has no unit " + u + ".")
                    .orElse("The census names no unit; nothing was printed."));
        }
        KeyRing keys = home.keys();
        Optional<String> password = seal ? Optional.of(keys.kitPassword()) : Optional.empty();
        ReleasedForms released = forms.released();
        KitBuilder builder = Printing.kits(keys, released, clock, zone, home.folder(), password);
        // What was lost stands before what was only noted.
        List<String> findings = load.findings().stream()
                .sorted(Comparator.comparing(CensusFinding::severity).reversed())
                .map(f -> f.line(lang))
                .toList();
        try (PrintedRegistry printed = home.printed(keys)) {
            new KitFolder(out, keep).replace(folder -> {
                List<KitFile> files = new KitRun(builder, load.census(), findings, unit -> plan(unit, load, released))
                        .print(units, folder, workers, (each, made) -> {
                            printed.register(made.stream()
                                    .flatMap(f -> f.forms().stream())
                                    .toList());
                            System.err.println("Unit " + each.code() + " printed.");
                        });
                KitManifest manifest = new KitManifest(
                        keys.site(), clock.instant(), load.census().asOf(), lang, seal, files);
                manifest.write(folder, keys);
            });
            if (json) {
                System.out.print(Files.readString(out.resolve(KitFolder.MANIFEST)));
            }
        } catch (AccessDeniedException e) {
            throw new RefusedException("No right to write to " + out + "; choose another folder with --out.", e);
        }
        return load.incomplete() ? 1 : 0;
    }

    private KitPlan plan(Unit unit, CensusLoad load, ReleasedForms released) {
        if (days.isEmpty()) {
            return KitPlan.usual(lang);
        }
        int patients = (int) load.census().encounters().stream()
                .filter(stay -> stay.unit().equals(unit.code()))
                .count();
        List<String> names = released.listForms().stream()
                .map(form -> form.ref().form())
                .distinct()
                .toList();
        return Stock.ofHome(home.folder()).plan(lang, names, patients, days.get());
    }
}
