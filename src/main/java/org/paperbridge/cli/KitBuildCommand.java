package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.census.CensusReader;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.folder.KitFolder;
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

    @Mixin
    private KitOptions options = new KitOptions();

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
        String lang = options.lang();
        Clock clock = Clock.systemUTC();
        CensusLoad load = new CensusReader(options.zone(), clock).read(census);
        load.findings().forEach(f -> System.err.println(f.line(lang)));
        List<Unit> units = KitPlans.units(load, home.folder()).stream()
                .filter(u -> unit.isEmpty() || unit.get().equals(u.code()))
                .toList();
        if (units.isEmpty() || load.census().units().isEmpty()) {
            throw new RefusedException(unit.map(u -> "The census has no unit " + u + ".")
                    .orElse("The census names no unit; nothing was printed."));
        }
        try {
            KitMaker maker = new KitMaker(home, home.keys(), forms.released(), options, clock);
            KitMaker.Made made = maker.make(load, units, out, keep, false);
            made.printed().forEach(code -> System.err.println("Unit " + code + " printed."));
            if (json) {
                System.out.print(Files.readString(out.resolve(KitFolder.MANIFEST)));
            }
        } catch (AccessDeniedException e) {
            throw new RefusedException("No right to write to " + out + "; choose another folder with --out.", e);
        }
        return load.incomplete() ? 1 : 0;
    }
}
