package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.key.KeyRing;
import org.paperbridge.pagecode.Serial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the sheet that goes on top of a stack. */
@Command(
        name = "header",
        description = {
            "Prints the sheet that goes on top of a stack: patch code T for the scanner, and a sealed code that says",
            "unit, shift, who put it together and how many sheets were counted. Every sheet printed is a batch of its own."
        },
        mixinStandardHelpOptions = true)
public final class BatchHeaderCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Option(names = "--unit", paramLabel = "CODE", required = true, description = "Unit the paper comes from.")
    private String unit = "";

    @Option(names = "--shift", paramLabel = "WORD", defaultValue = "", description = "e.g. night.")
    private String shift = "";

    @Option(names = "--operator", paramLabel = "NAME", defaultValue = "", description = "Who puts it together.")
    private String operator = "";

    @Option(
            names = "--expect",
            paramLabel = "N",
            description = "Sheets of paper in the stack, counted by hand; then a missing one is noticed.")
    private Optional<Integer> expect = Optional.empty();

    @Option(names = "--trailer", description = "A second page that goes under the stack.")
    private boolean trailer;

    @Option(names = "--lang", description = "fr or en.", defaultValue = "fr")
    private String lang = "fr";

    @Option(names = "--zone", paramLabel = "ZONE", description = "Ward time zone.", defaultValue = "Europe/Paris")
    private ZoneId zone = ZoneId.of("Europe/Paris");

    @Option(names = "-o", paramLabel = "OUT", required = true, description = "PDF to write.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Languages.check(lang);
        if (Files.exists(out) && !Files.isRegularFile(out)) {
            throw new RefusedException(out + " is no ordinary file; name a new PDF with -o.");
        }
        if (unit.isBlank()) {
            throw new RefusedException("Say which unit the paper comes from: --unit CODE.");
        }
        if (expect.filter(n -> n < 1 || n > BatchLabel.MOST_EXPECTED).isPresent()) {
            throw new RefusedException("--expect takes the number of sheets of paper, 1 to " + BatchLabel.MOST_EXPECTED
                    + "; leave it out when nobody counted.");
        }
        KeyRing keys = home.keys();
        BatchLabel label = new BatchLabel(
                keys.site(),
                Serial.random(new SecureRandom()),
                unit.strip(),
                shift.strip(),
                operator.strip(),
                expect,
                Clock.systemUTC().instant());
        int pages = Printing.batch(keys, zone).write(out, label, trailer, lang);
        System.err.println("Wrote " + pages + " page(s) to " + out + ".");
        return 0;
    }
}
