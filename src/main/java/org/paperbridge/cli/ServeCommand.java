package org.paperbridge.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.paperbridge.app.server.Server;
import org.paperbridge.app.server.ServerParts;
import org.paperbridge.app.server.ServerRefusedException;
import org.paperbridge.app.server.WebPart;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.app.settings.SettingsFile;
import org.paperbridge.app.settings.SettingsRefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Takes what the scanner drops, reads it, queues what a person has to see, and sends back what is released.",
            "Runs until it is stopped with Ctrl-C. A new home gets a commented paperbridge.properties."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:stopped",
            "69:something it needs is not there: the key ring, the store, a free port, the home for itself",
            "73:it may not write, or the disk is full",
            "78:settings, routes, risk policy or form rules are wrong; all mistakes are listed"
        })
public final class ServeCommand implements Callable<Integer> {

    private static final int CONFIGURATION = 78;

    /** Puts the stages together for a home. */
    public interface Assembly {

        /** @throws ServerRefusedException e.g. when there is no key ring, saying what to do */
        ServerParts assemble(ServerSettings settings);

        WebPart web(ServerSettings settings);
    }

    private final Assembly assembly;
    private final CountDownLatch stop = new CountDownLatch(1);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Home home = new Home();

    @Option(names = "--port", paramLabel = "N", description = "Port of the screens, in place of web.port.")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--pipeline",
            paramLabel = "DIR",
            description = "Folder of routes and risk policy (default: ${DEFAULT-VALUE}).",
            defaultValue = "pipeline")
    private Path pipeline = Path.of("pipeline");

    public ServeCommand(Assembly assembly) {
        this.assembly = assembly;
    }

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Map<String, String> outside = new HashMap<>(System.getenv());
            port.ifPresent(p -> outside.put("PAPERBRIDGE_WEB_PORT", p.toString()));
            ServerSettings settings = SettingsFile.load(
                    home.folder(), outside, Runtime.getRuntime().availableProcessors());
            if (!Files.isDirectory(pipeline)) {
                err.println("There is no folder " + pipeline + ". Name the one with the routes with --pipeline.");
                return CONFIGURATION;
            }
            try (Server server = Server.start(
                    settings,
                    pipeline,
                    assembly.assemble(settings),
                    assembly.web(settings),
                    Clock.systemUTC(),
                    () -> UUID.randomUUID().toString())) {
                Thread stopper = new Thread(this::stop, "stop");
                Runtime.getRuntime().addShutdownHook(stopper);
                out.println("Scans: " + settings.inbox());
                out.println("Screens: http://" + settings.address() + ":" + server.port());
                out.flush();
                stop.await();
            }
            return 0;
        } catch (SettingsRefusedException e) {
            err.println(e.getMessage());
            return CONFIGURATION;
        } catch (ServerRefusedException e) {
            err.println(e.getMessage());
            return e.why().exitCode();
        }
    }

    /** Ends {@link #call()} as Ctrl-C does. */
    public void stop() {
        stop.countDown();
    }
}
