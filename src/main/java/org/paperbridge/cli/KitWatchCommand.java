package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.paperbridge.census.CensusLoad;
import org.paperbridge.census.CensusReader;
import org.paperbridge.census.FeedFolder;
import org.paperbridge.key.KeyRing;
import org.paperbridge.publish.StateFolder;
import org.paperbridge.route.Pipeline;
import org.paperbridge.route.PipelineRefusedException;
import org.paperbridge.route.census.CensusSources;
import org.paperbridge.route.publish.KitPublishing;
import org.paperbridge.template.ReleasedForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "watch",
        description = {
            "Keeps the kits fresh: takes HL7 v2 (MLLP, files), FHIR R4 (files, a server) and CSV by the routes in",
            "pipeline/census, looks on a schedule, and prints the units in which something changed. The kit on disk is",
            "whole at any moment; the last ones are kept."
        },
        mixinStandardHelpOptions = true)
public final class KitWatchCommand implements Callable<Integer> {

    @Mixin
    private Forms forms = new Forms();

    @Mixin
    private Home home = new Home();

    @Mixin
    private KitOptions options = new KitOptions();

    @Option(
            names = "--feed",
            paramLabel = "DIR",
            required = true,
            description =
                    "Where all that comes is kept; other systems drop files into its drop/hl7, drop/fhir and drop/csv.")
    private Path feed = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The kit.")
    private Path out = Path.of("");

    @Option(
            names = "--every",
            paramLabel = "MINUTES",
            description = "Between two looks; ${DEFAULT-VALUE} when absent.",
            defaultValue = "15")
    private long every;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "Earlier kits to keep; ${DEFAULT-VALUE} when absent.",
            defaultValue = "3")
    private int keep;

    @Option(names = "--mllp", paramLabel = "PORT", description = "Takes HL7 v2 messages on this port.")
    private Optional<Integer> mllp = Optional.empty();

    @Option(
            names = "--mllp-address",
            paramLabel = "ADDRESS",
            description = "Where to listen; 127.0.0.1 when absent: only a sender on this machine.")
    private Optional<String> address = Optional.empty();

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            description = "Folder of the census routes; pipeline/census of the installation when absent.")
    private Optional<Path> sources = Optional.empty();

    @Option(
            names = "--targets",
            paramLabel = "DIR",
            description =
                    "Folder with targets.properties: where finished kits go; pipeline/publish of the installation when absent.")
    private Optional<Path> targets = Optional.empty();

    @Option(names = "--once", description = "Looks once at what is kept and ends; no route is started.")
    private boolean once;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        KeyRing keys = home.keys();
        ReleasedForms released = forms.released();
        Files.createDirectories(feed);
        KnownFeed.remember(home.folder(), feed);
        FeedFolder folder = new FeedFolder(feed, clock);
        KitMaker maker = new KitMaker(home, keys, released, options, clock);
        if (once) {
            return look(folder, maker, clock);
        }
        KitTargets published = new KitTargets(targets.orElseGet(KitTargets::usual), keys, released, options.zone());
        try (Pipeline running = CensusSources.start(sources(), feed, settings(), clock);
                Pipeline publishing = KitPublishing.start(
                        published.routes(), published.publisher(out, home.folder(), clock), Map.of())) {
            // Camel waits for this at the end of the process, and nobody else would stop it.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                publishing.close();
                running.close();
            }));
            published.all().forEach(target -> System.err.println("Publishes to " + target.name() + "."));
            mllp.ifPresent(port -> System.err.println("Takes HL7 v2 over MLLP on port " + port + "."));
            look(folder, maker, clock);
            while (true) {
                TimeUnit.MINUTES.sleep(Math.max(1, every));
                look(folder, maker, clock);
            }
        } catch (PipelineRefusedException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    /** A round that fails leaves the kit before in place and is tried again at the next look. */
    private int look(FeedFolder folder, KitMaker maker, Clock clock) throws IOException {
        int code = 0;
        try {
            CensusLoad load = new CensusReader(options.zone(), clock).read(folder.files());
            if (load.census().units().isEmpty()) {
                System.err.println("The feed names no unit yet; no kit was printed.");
                code = 1;
            } else {
                KitMaker.Made made = maker.make(load, KitPlans.units(load, home.folder()), out, keep, true);
                System.err.println(
                        made.printed().isEmpty()
                                ? "Nothing changed."
                                : "Printed " + String.join(", ", made.printed()) + ".");
                code = load.incomplete() ? 1 : 0;
            }
        } catch (IOException e) {
            if (once) {
                throw e;
            }
            System.err.println("This round failed, the kit before stays: " + e.getMessage());
            code = 1;
        }
        KitFreshness freshness = KitFreshness.of(
                out, clock.instant(), Duration.ofHours(2), folder.lastArrival(), new StateFolder(home.folder()).list());
        Files.createDirectories(home.folder());
        Files.writeString(home.folder().resolve("kit-freshness.json"), freshness.json() + "\n");
        Files.writeString(home.folder().resolve("kit-freshness.txt"), freshness.text());
        freshness.alarms().forEach(alarm -> System.err.println("! " + alarm));
        freshness.notices().forEach(notice -> System.err.println("- " + notice));
        return code;
    }

    private Path sources() {
        return sources.orElseGet(() -> Reading.pipeline().resolve("census"));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        mllp.ifPresent(port -> {
            settings.put("mllp.on", "true");
            settings.put("mllp.port", String.valueOf(port));
        });
        address.ifPresent(at -> settings.put("mllp.address", at));
        return settings;
    }
}
