package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.formulary.FormularyEntry;
import org.paperbridge.form.formulary.FormularyFile;
import org.paperbridge.form.formulary.Product;
import org.paperbridge.kit.KitPlan;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.lists.FormularyCsv;
import org.paperbridge.kit.numbers.FormularyLedger;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.page.TableSheets;
import org.paperbridge.kit.part.KitNotes;
import org.paperbridge.kit.part.UnitKit;
import org.paperbridge.kit.pdfbox.FontMeasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "formulary",
        description = {
            "Gives every product of lists/formulary.csv its number, once and for ever, and names the new ones.",
            "With -o: prints the list. A product that is taken out of the file keeps its number and is still read."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every line is right", "1:something in the file is wrong", "2:there is no such file"})
public final class KitFormularyCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Mixin
    private KitOptions options = new KitOptions();

    @Option(names = "--init", description = "Writes the file with its headings when it is missing.")
    private boolean init;

    @Option(names = "--unit", paramLabel = "CODE", description = "Only products of this unit and of everybody.")
    private Optional<String> unit = Optional.empty();

    @Option(names = "-o", paramLabel = "OUT", description = "PDF to write.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        KitWords words = KitWords.of(options.lang());
        FormularyCsv csv = new FormularyCsv(home.folder().resolve("lists"));
        if (!csv.exists() && init) {
            Files.createDirectories(home.folder().resolve("lists"));
            Files.writeString(csv.path(), csv.example());
            System.err.println("Wrote " + csv.path() + ".");
        }
        if (!csv.exists()) {
            throw new RefusedException(
                    "There is no " + csv.path() + ". Make one with: paperbridge kit formulary --init");
        }
        Path given = home.folder().resolve(Home.FORMULARY);
        Set<FormularyEntry> before = new HashSet<>(FormularyFile.read(given).entries());
        List<String> mistakes = new ArrayList<>();
        List<Product> products = csv.read("", words, mistakes::add);
        List<FormularyEntry> entries = new FormularyLedger(given).number(products);
        entries.stream()
                .filter(entry -> !before.contains(entry))
                .forEach(entry -> System.out.println(
                        entry.number().printed() + "  " + entry.product().inWords()));
        System.err.println(entries.size() + " product(s) have a number; all numbers are kept in " + given + ".");
        mistakes.forEach(System.err::println);
        if (out.isPresent() && !entries.isEmpty()) {
            print(words, out.get());
        }
        return mistakes.isEmpty() ? 0 : 1;
    }

    private void print(KitWords words, Path target) throws IOException {
        Clock clock = Clock.systemUTC();
        String code = unit.orElse("");
        UnitKit kit = new UnitKit(
                new Census(clock.instant(), List.of(), List.of(), List.of(), List.of()),
                List.of(),
                new Unit(code, code),
                List.of(),
                KitPlan.usual(options.lang()),
                words,
                clock.instant(),
                options.zone());
        List<DrawnPage> pages = Printing.formulary(home.folder(), new TableSheets(new FontMeasure()::widthMm))
                .draw(kit, new KitNotes())
                .stream()
                .flatMap(file -> file.pages().stream())
                .toList();
        if (pages.isEmpty()) {
            throw new RefusedException("No product is for unit " + code + "; nothing was written.");
        }
        Printing.writer(home.keys()).writePages(target, words.say("list.formulary"), options.lang(), pages);
        System.err.println("Wrote " + pages.size() + " page(s) to " + target + ".");
    }
}
