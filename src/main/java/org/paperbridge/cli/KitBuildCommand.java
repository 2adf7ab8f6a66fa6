package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.census.CensusReader;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.KitBuilder;
import org.paperbridge.kit.KitFile;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.store.PrintedRegistry;
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

    @Option(names = "--json", description = "The manifest on standard output.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Languages.check(lang);
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
        KitBuilder builder = Printing.kits(keys, forms.released(), clock, zone, home.folder());
        List<KitFile> files = new ArrayList<>();
        try (PrintedRegistry printed = home.printed(keys)) {
            Files.createDirectories(out);
            for (Unit each : units) {
                List<KitFile> made = builder.build(load.census(), each, KitPlan.usual(lang), out);
                printed.register(made.stream().flatMap(f -> f.forms().stream()).toList());
                files.addAll(made);
                System.err.println("Unit " + each.code() + " printed.");
            }
            String manifest = Json.pretty(manifest(keys, clock, load, files));
            Files.writeString(out.resolve("manifest.json"), manifest + "\n");
            if (json) {
                System.out.println(manifest);
            }
        } catch (AccessDeniedException e) {
            throw new RefusedException("No right to write to " + out + "; choose another folder with --out.", e);
        }
        return load.incomplete() ? 1 : 0;
    }

    private Map<String, Object> manifest(KeyRing keys, Clock clock, CensusLoad load, List<KitFile> files) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("site", keys.site());
        map.put("builtAt", clock.instant());
        map.put("dataAsOf", load.census().asOf());
        map.put("language", lang);
        map.put("files", files.stream().map(KitBuildCommand::describe).toList());
        return map;
    }

    private static Map<String, Object> describe(KitFile file) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", file.path());
        map.put("unit", file.unit());
        map.put("pages", file.pages());
        map.put("bytes", file.bytes());
        map.put("sha256", file.sha256());
        map.put("forms", file.forms().stream().map(KitBuildCommand::describe).toList());
        return map;
    }

    /** The patient is left out: who holds the manifest must not learn who was on the ward. */
    private static Map<String, Object> describe(PrintedForm form) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("serial", form.serial());
        map.put("form", form.form().form());
        map.put("version", form.form().version());
        map.put("blank", form.patientId().isEmpty());
        return map;
    }
}
