package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
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
            "Every number is given once and for ever. Without -o: lists which unit was given which numbers."
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
        if (unit.equals("?") || people < 1) {
            throw new RefusedException("Say who gets the numbers and how many: --unit URG --people 12");
        }
        LabelFormat format = LabelFormats.ofHome(home.folder()).get(labels.format());
        LabelMaker maker = new LabelMaker(
                KitWords.of(labels.lang()), new Unit(unit, unit), clock.instant(), ZoneId.systemDefault());
        NumberRange range = ledger.take(unit, people);
        List<Label> made = new ArrayList<>(range.identities(NumberScheme.USUAL).stream()
                .map(maker::temporary)
                .toList());
        labels.print(home, format, LabelMaker.repeated(made, labels.copies(format)), out.get());
        return 0;
    }
}
