package org.paperbridge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.census.FeedFolder;
import org.paperbridge.publish.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "freshness",
        description = {
            "Says for every unit of a kit how many patients it knows and how old its data is; for every shift, and for a",
            "monitoring system; and whether the kit is at every target. Needs no key and shows no patient."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:alarm"})
public final class KitFreshnessCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "DIR", description = "The kit.")
    private Path folder = Path.of("");

    @Option(
            names = "--max-age",
            paramLabel = "HOURS",
            description = "A feed silent for longer is an alarm; ${DEFAULT-VALUE} when absent.",
            defaultValue = "2")
    private long maxAge;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Clock clock = Clock.systemUTC();
        KitFreshness freshness = KitFreshness.of(
                folder,
                clock.instant(),
                Duration.ofHours(maxAge),
                lastArrival(clock),
                new StateFolder(home.folder()).list());
        System.out.println(json ? freshness.json() : freshness.text().stripTrailing());
        return freshness.alarms().isEmpty() ? 0 : 1;
    }

    /** Empty also when whoever monitors may not look into the feed, which is its owner's alone. */
    private Optional<Instant> lastArrival(Clock clock) {
        try {
            Optional<Path> feed = KnownFeed.of(home.folder());
            return feed.isPresent() ? new FeedFolder(feed.get(), clock).lastArrival() : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
