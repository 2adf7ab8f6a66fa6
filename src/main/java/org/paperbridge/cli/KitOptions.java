package org.paperbridge.cli;

import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What kits hold, for the commands that make them. */
public final class KitOptions {

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

    public String lang() {
        Languages.check(lang);
        return lang;
    }

    public ZoneId zone() {
        return zone;
    }

    public Optional<Integer> days() {
        if (days.filter(n -> n < 1 || n > 60).isPresent()) {
            throw new RefusedException("--days takes 1 to 60.");
        }
        return days;
    }

    public int workers() {
        return workers;
    }

    public boolean seal() {
        return seal;
    }
}
