package org.paperbridge.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.paperbridge.app.server.ServerParts;
import org.paperbridge.app.server.ServerRefusedException;
import org.paperbridge.app.server.WebPart;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.census.CensusReader;
import org.paperbridge.cli.Home;
import org.paperbridge.cli.ServeCommand;
import org.paperbridge.form.census.Census;
import org.paperbridge.web.WebPorts;
import org.paperbridge.web.WebServer;
import org.paperbridge.web.WebSettings;
import org.paperbridge.web.WebUnavailableException;

/** Everything the product ships, for one home; patients' names come from the files in its {@code census/} folder. */
public final class SiteAssembly implements ServeCommand.Assembly {

    private final Map<String, String> environment;

    /** @param environment e.g. {@code System.getenv()} */
    public SiteAssembly(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public ServerParts assemble(ServerSettings settings) {
        return Stages.assemble(settings, environment);
    }

    @Override
    public WebPart web(ServerSettings settings) {
        Census census = census(settings);
        SiteFormulary formulary = new SiteFormulary(settings.home().resolve(Home.FORMULARY));
        return (ports, address, port) -> {
            WebPorts web = new WebPorts(
                    ports.forms(),
                    ports.queue(),
                    ports.decisions(),
                    ports.releases(),
                    ports.crops(),
                    ports.accounts(),
                    ports.sessions(),
                    ports.audit(),
                    ports.situations(),
                    ports.ledger(),
                    ports.batches(),
                    ports.deliveries(),
                    ports.dashboards(),
                    new BatchPrinter(
                            settings,
                            Stages.openKeys(settings, Optional.ofNullable(environment.get("PAPERBRIDGE_PASSPHRASE")))),
                    ports.uploads(),
                    ports.scanners(),
                    () -> census,
                    formulary,
                    ports.clock(),
                    new SecureRandom());
            WebSettings local = WebSettings.local(port, settings.home(), settings.ward());
            try {
                WebServer server = WebServer.start(
                        web,
                        new WebSettings(
                                address,
                                port,
                                local.home(),
                                local.zone(),
                                local.idle(),
                                local.lease(),
                                local.secureCookies()));
                return new WebPart.Screens(server.port(), server::close);
            } catch (WebUnavailableException e) {
                throw new ServerRefusedException(ServerRefusedException.Cause.UNAVAILABLE, e);
            }
        };
    }

    /** What the admission feed last said; empty when the folder is. */
    static Census census(ServerSettings settings) {
        Path folder = settings.home().resolve("census");
        List<Path> files = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> listed = Files.list(folder)) {
                files = listed.filter(Files::isRegularFile).sorted().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(folder + " cannot be read", e);
            }
        }
        return new CensusReader(settings.ward(), Clock.systemUTC()).read(files).census();
    }
}
