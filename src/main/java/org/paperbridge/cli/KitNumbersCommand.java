package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.form.census.Unit;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.labels.Label;
import org.paperbridge.kit.labels.LabelFormat;
import org.paperbridge.kit.labels.LabelFormats;
import org.paperbridge.kit.labels.LabelMaker;
import org.paperbridge.kit.numbers.NumberLedger;
import org.paperbridge.kit.numbers.NumberRange;
import org.paperbridge.kit.numbers.NumberScheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "numbers",
        description = {
            "Prints labels with temporary patient and visit numbers for people who arrive during a downtime.",
            "Every number is given once and for ever. Without -o: lists which unit was given which numbers.",
            "With --again: prints labels of numbers that were given already, and gives none."
        },
        mixinStandardHelpOptions = true)
public final class KitNumbersCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Mixin
    private LabelOptions labels = new LabelOptions();

    @Option(names = "--unit", paramLabel = "CODE", description = "Who gets them, e.g. URG.", defaultValue = "?")
    private String unit = "?";

    @Option(names = "--people", paramLabel = "N", description = "How many; 6 when absent.", defaultValue = "6")
    private int people;

    @Option(
            names = "--again",
            paramLabel = "NUMBER[-NUMBER]",
            description = "Numbers of patients or stays, the first and the last, of which labels were lost or used up.")
    private Optional<String> again = Optional.empty();

    @Option(names = "-o", paramLabel = "OUT", description = "PDF to write.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        Clock clock = Clock.systemUTC();
        NumberLedger ledger = Printing.numbers(home.folder(), clock);
        if (out.isEmpty()) {
            for (NumberRange range : ledger.ranges()) {
                System.out.println(range.at() + "  " + range.unit() + "  "
                        + NumberScheme.USUAL.identity(range.from()).patient() + " - "
                        + NumberScheme.USUAL.identity(range.to()).patient());
            }
            return 0;
        }
        if (again.isPresent()) {
            return again(ledger, again.get(), clock);
        }
        if (unit.equals("?") || people < 1) {
            throw new RefusedException("Say who gets the numbers and how many: --unit URG --people 12");
        }
        LabelFormat format = LabelFormats.ofHome(home.folder()).get(labels.format());
        KitWords words = KitWords.of(labels.lang());
        print(List.of(ledger.take(unit, people)), format, words, clock);
        return 0;
    }

    private int again(NumberLedger ledger, String numbers, Clock clock) throws IOException {
        List<Integer> ends = Arrays.stream(numbers.split("-", 2))
                .map(number -> NumberScheme.USUAL
                        .counterOf(number.replace(" ", ""))
                        .orElseThrow(() -> new RefusedException(number.strip()
                                + " is no temporary number: ten digits, the last two of them check digits.")))
                .toList();
        List<NumberRange> given = ledger.given(ends.getFirst(), ends.getLast());
        if (given.isEmpty()) {
            throw new RefusedException("Not all of " + numbers + " were given here; nothing was printed. Which numbers"
                    + " were given to whom: paperbridge kit numbers");
        }
        print(given, LabelFormats.ofHome(home.folder()).get(labels.format()), KitWords.of(labels.lang()), clock);
        return 0;
    }

    private void print(List<NumberRange> ranges, LabelFormat format, KitWords words, Clock clock) throws IOException {
        List<Label> made = new ArrayList<>();
        for (NumberRange range : ranges) {
            LabelMaker maker = new LabelMaker(
                    words, new Unit(range.unit(), range.unit()), clock.instant(), ZoneId.systemDefault());
            range.identities(NumberScheme.USUAL).stream().map(maker::temporary).forEach(made::add);
        }
        labels.print(home, format, LabelMaker.repeated(made, labels.copies(format)), out.orElseThrow());
    }
}
