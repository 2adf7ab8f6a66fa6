package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.census.CensusReader;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.lists.BoardPart;
import org.paperbridge.kit.lists.CensusPart;
import org.paperbridge.kit.lists.DrugPart;
import org.paperbridge.kit.lists.HouseCensusPart;
import org.paperbridge.kit.lists.MidnightPart;
import org.paperbridge.kit.lists.PillRoundPart;
import org.paperbridge.kit.lists.ResultPart;
import org.paperbridge.kit.lists.SiteList;
import org.paperbridge.kit.lists.SiteListFile;
import org.paperbridge.kit.lists.SiteListPart;
import org.paperbridge.kit.lists.SiteLists;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.page.TextMeasure;
import org.paperbridge.kit.part.Beds;
import org.paperbridge.kit.part.DrawnFile;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.KitPart;
import org.paperbridge.kit.part.UnitKit;
import org.paperbridge.kit.pdfbox.FontMeasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "list",
        description = {
            "Prints one list of a kit by itself. Lists from a census need --census; the others come from the home's",
            "folder lists. Without NAME: lists what there is."
        },
        mixinStandardHelpOptions = true)
public final class KitListCommand implements Callable<Integer> {

    private static final String FORMULARY = "formulary";

    @Mixin
    private Home home = new Home();

    @Mixin
    private KitOptions options = new KitOptions();

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "e.g. board, midnight, phones, stock, vault")
    private Optional<String> name = Optional.empty();

    @Option(names = "--census", paramLabel = "FILE", arity = "1..*", description = "HL7 v2, FHIR or CSV.")
    private List<Path> census = new ArrayList<>();

    @Option(names = "--unit", paramLabel = "CODE", description = "Only this unit; all of them when absent.")
    private Optional<String> unit = Optional.empty();

    @Option(names = "-o", paramLabel = "OUT", description = "PDF to write.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        KitWords words = KitWords.of(options.lang());
        Path folder = home.folder().resolve("lists");
        SiteLists lists = SiteLists.ofFolder(folder);
        if (name.isEmpty()) {
            parts().keySet()
                    .forEach(part -> System.out.printf("%-18s --census  %s%n", part, words.say("file." + part)));
            lists.all()
                    .forEach(list -> System.out.printf(
                            "%-18s %-8s  %s%n", list.key(), list.csv(), new SiteListFile(list, folder, words).title()));
            System.out.printf("%-18s %-8s  %s%n", FORMULARY, "formulary.csv", words.say("list.formulary"));
            return 0;
        }
        Path target = out.orElseThrow(() -> new RefusedException("Name the PDF to write with -o."));
        KitNotes notes = new KitNotes();
        List<DrawnFile> files = drawn(name.get(), lists, folder, words, notes);
        notes.lines().forEach(System.err::println);
        if (files.isEmpty()) {
            throw new RefusedException("Nothing to print on that list; nothing was written.");
        }
        List<DrawnPage> pages =
                files.stream().flatMap(file -> file.pages().stream()).toList();
        Printing.writer(home.keys()).writePages(target, files.getFirst().title(), options.lang(), pages);
        System.err.println("Wrote " + pages.size() + " page(s) to " + target + ".");
        return 0;
    }

    private List<DrawnFile> drawn(String list, SiteLists lists, Path folder, KitWords words, KitNotes notes)
            throws IOException {
        if (list.equals(FORMULARY)) {
            return Printing.formulary(home.folder(), new TableSheets(new FontMeasure()::widthMm))
                    .draw(nobody(words, Set.of()), notes);
        }
        Optional<SiteList> site = lists.find(list);
        if (site.isPresent()) {
            return ofSite(site.get(), folder, words, notes);
        }
        KitPart part = Optional.ofNullable(parts().get(list))
                .orElseThrow(() ->
                        new RefusedException("There is no list " + list + ". What there is: paperbridge kit list"));
        return ofCensus(part, words, notes);
    }

    private static Map<String, KitPart> parts() {
        TextMeasure measure = new FontMeasure()::widthMm;
        TableSheets tables = new TableSheets(measure);
        HouseCensusPart house = new HouseCensusPart(tables);
        Map<String, KitPart> parts = new LinkedHashMap<>();
        parts.put("census", new CensusPart(tables));
        parts.put("board", new BoardPart(measure));
        parts.put("midnight", new MidnightPart(tables));
        parts.put("house-census", (kit, notes) -> List.of(house.whole(kit)));
        parts.put("allergies-drugs", new DrugPart(tables));
        parts.put("pill-round", new PillRoundPart(tables));
        parts.put("last-results", new ResultPart(tables));
        return parts;
    }

    /** Whoever asks for a list gets it, whatever desks they run. */
    private List<DrawnFile> ofSite(SiteList list, Path folder, KitWords words, KitNotes notes) throws IOException {
        return new SiteListPart(folder, List.of(list), new TableSheets(new FontMeasure()::widthMm))
                .draw(nobody(words, list.desks()), notes);
    }

    /** The kit of a place in which nobody lies. */
    private UnitKit nobody(KitWords words, Set<String> desks) {
        Clock clock = Clock.systemUTC();
        Unit reader = new Unit(unit.orElse(""), unit.orElse(""));
        return new UnitKit(
                new Census(clock.instant(), List.of(), List.of(), List.of(), List.of()),
                List.of(),
                reader,
                List.of(),
                KitPlan.usual(options.lang()).running(desks),
                words,
                clock.instant(),
                options.zone());
    }

    private List<DrawnFile> ofCensus(KitPart part, KitWords words, KitNotes notes) throws IOException {
        if (census.isEmpty()) {
            throw new RefusedException("That list is made from a census; name its files with --census.");
        }
        Clock clock = Clock.systemUTC();
        CensusLoad load = new CensusReader(options.zone(), clock).read(census);
        load.findings().forEach(finding -> System.err.println(finding.line(options.lang())));
        boolean house = name.filter("house-census"::equals).isPresent();
        List<Unit> units = house
                ? List.of(HouseCensusPart.house(words.say("unit.house")))
                : load.census().units().stream()
                        .filter(u -> unit.isEmpty() || unit.get().equals(u.code()))
                        .toList();
        List<DrawnFile> files = new ArrayList<>();
        for (Unit each : units) {
            part.draw(
                            new UnitKit(
                                    load.census(),
                                    List.of(),
                                    each,
                                    Beds.of(load.census(), each.code()),
                                    KitPlan.usual(options.lang()),
                                    words,
                                    clock.instant(),
                                    options.zone()),
                            notes)
                    .forEach(file -> {
                        if (file instanceof DrawnFile drawn) {
                            files.add(drawn);
                        }
                    });
        }
        return files;
    }
}
