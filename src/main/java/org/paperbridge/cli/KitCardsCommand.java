package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.labels.Card;
import org.paperbridge.kit.labels.CardKind;
import org.paperbridge.kit.labels.CardKinds;
import org.paperbridge.kit.labels.CardMaker;
import org.paperbridge.kit.labels.CardSheets;
import org.paperbridge.kit.labels.LabelFormat;
import org.paperbridge.kit.labels.LabelFormatException;
import org.paperbridge.kit.labels.LabelFormats;
import org.paperbridge.kit.labels.PrinterOffset;
import org.paperbridge.kit.lists.SiteList;
import org.paperbridge.kit.lists.SiteListFile;
import org.paperbridge.kit.lists.SiteLists;
import org.paperbridge.kit.numbers.NumberLedger;
import org.paperbridge.kit.numbers.NumberRange;
import org.paperbridge.kit.page.DrawnPage;
import org.paperbridge.kit.pdfbox.FontMeasure;
import org.paperbridge.kit.zxing.ZxingBarcodes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "cards",
        description = {
            "Prints numbered slips, labels and cards: accession numbers, appointment slots, box labels, kanban cards, …",
            "Every number is given once and for ever. Without KIND: lists the kinds."
        },
        mixinStandardHelpOptions = true)
public final class KitCardsCommand implements Callable<Integer> {

    private static final int MOST = 5000;

    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "KIND", arity = "0..1", description = "e.g. accession, slot, box, kanban")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--lang", description = "fr or en.", defaultValue = "fr")
    private String lang = "fr";

    @Option(names = "--unit", paramLabel = "CODE", description = "Who gets the numbers.", defaultValue = "")
    private String unit = "";

    @Option(names = "--count", paramLabel = "N", description = "Numbers; one sheet when absent.")
    private Optional<Integer> count = Optional.empty();

    @Option(names = "-o", paramLabel = "OUT", description = "PDF to write.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Languages.check(lang);
        KitWords words = KitWords.of(lang);
        CardKinds kinds = CardKinds.ofHome(home.folder());
        if (kind.isEmpty()) {
            for (String name : kinds.names()) {
                System.out.printf("%-14s %s%n", name, new CardMaker(kinds.get(name), words).title());
            }
            return 0;
        }
        CardKind chosen = find(kinds, kind.get());
        Path target = out.orElseThrow(() -> new RefusedException("Name the PDF to write with -o."));
        LabelFormat format = LabelFormats.ofHome(home.folder()).get(chosen.format());
        CardMaker maker = new CardMaker(chosen, words);
        int numbers = count.orElse(Math.max(1, format.perSheet() / chosen.parts()));
        if (numbers < 1 || numbers > MOST) {
            throw new RefusedException("--count takes 1 to " + MOST + ".");
        }
        List<Card> cards = chosen.list().isPresent() ? ofList(chosen, maker, words) : numbered(chosen, maker, numbers);
        List<DrawnPage> pages = new CardSheets(new ZxingBarcodes(), new FontMeasure()::widthMm)
                .draw(format, new PrinterOffset(0, 0), cards);
        Printing.writer(home.keys()).writePages(target, maker.title(), lang, pages);
        System.err.println("Wrote " + cards.size() + " card(s) on " + pages.size() + " sheet(s) to " + target + ".");
        return 0;
    }

    private static CardKind find(CardKinds kinds, String name) {
        try {
            return kinds.get(name);
        } catch (LabelFormatException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Numbers are on disk before they are printed; a kind without numbers takes none. */
    private List<Card> numbered(CardKind chosen, CardMaker maker, int numbers) throws IOException {
        List<Card> cards = new ArrayList<>();
        if (chosen.prefix().isEmpty()) {
            for (int i = 0; i < numbers; i++) {
                cards.addAll(maker.of(List.of()));
            }
            return cards;
        }
        Path file = home.folder().resolve("numbers").resolve("cards-" + chosen.prefix() + ".tsv");
        NumberRange range = new NumberLedger(file, Clock.systemUTC()).take(unit.isEmpty() ? "?" : unit, numbers);
        for (int counter = range.from(); counter <= range.to(); counter++) {
            cards.addAll(maker.numbered(counter));
        }
        return cards;
    }

    private List<Card> ofList(CardKind chosen, CardMaker maker, KitWords words) {
        Path folder = home.folder().resolve("lists");
        SiteList list = SiteLists.ofFolder(folder)
                .find(chosen.list().orElse(""))
                .orElseThrow(() ->
                        new RefusedException("There is no list " + chosen.list().orElse("") + "."));
        List<String> mistakes = new ArrayList<>();
        List<Card> cards = new ArrayList<>();
        new SiteListFile(list, folder, words)
                .cells(chosen.show(), unit, mistakes::add)
                .forEach(cells -> cards.addAll(maker.of(cells)));
        mistakes.forEach(System.err::println);
        if (cards.isEmpty()) {
            throw new RefusedException("lists/" + list.csv() + " has no line for these cards; nothing was printed.");
        }
        return cards;
    }
}
