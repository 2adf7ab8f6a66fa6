package org.paperbridge.app.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.paperbridge.app.server.ServerRefusedException.Cause;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.app.settings.ServerSettings.Queue;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.route.Crew;
import org.paperbridge.route.Deliverer;
import org.paperbridge.route.OriginalSplitter;
import org.paperbridge.route.PageJudging;
import org.paperbridge.route.PageWorker;
import org.paperbridge.route.Pipeline;
import org.paperbridge.route.PipelineRefusedException;
import org.paperbridge.route.RescanExaminer;
import org.paperbridge.route.artemis.ArtemisQueue;
import org.paperbridge.route.crop.StoredScanCrops;
import org.paperbridge.source.profile.Source;
import org.paperbridge.store.Store;
import org.paperbridge.store.StoreUnavailableException;
import org.paperbridge.store.sql.StoredReleases;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.policy.InvalidPolicyException;
import org.paperbridge.validation.policy.RiskPolicy;
import org.paperbridge.validation.policy.RiskPolicyFile;
import org.paperbridge.validation.queue.ScanCrops;
import org.paperbridge.validation.release.RecordBuilder;
import org.paperbridge.validation.rule.RuleKinds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Store, pipeline and screens of one home, running. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Store store;
    private final WebPart.Screens screens;

    private Server(Store store, WebPart.Screens screens) {
        this.store = store;
        this.screens = screens;
    }

    /**
     * Checks everything, then starts.
     *
     * @param pipeline folder of routes and risk policy
     * @param ids gives opaque identifiers that are safe in a URL
     * @throws ServerRefusedException saying what to do; then nothing runs
     */
    public static Server start(
            ServerSettings settings, Path pipeline, ServerParts parts, WebPart web, Clock clock, Supplier<String> ids) {
        requireSoundRules(parts);
        RiskPolicy policy = loadPolicy(pipeline.resolve("risk-policy.yaml"));
        List<Source> sources = ScanSources.check(settings, pipeline.resolveSibling("scanner-config"));
        HomeFolder home = HomeFolder.take(settings, ids);
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        opened.push(home);
        parts.held().forEach(opened::push);
        try {
            requireFreePort(settings.address(), settings.port());
            Store store = Store.open(
                    settings.store(),
                    settings.objects(),
                    parts.keys(),
                    new StoredReleases.Rulebook(
                            parts.forms(), new RecordBuilder(settings.ward(), parts.formulary()), parts.destinations()),
                    clock,
                    ids);
            opened.push(store);
            Crew crew = new Crew(home.name(), ids.get(), settings.workers());
            crew.takeOver(store);
            ScanCrops crops = new StoredScanCrops(store, parts.source(), parts.forms());
            List<RecordSender> senders = parts.senders().apply(store, crops);
            senders.forEach(opened::push);
            ScanSources scans = new ScanSources(sources, settings, store, clock);
            Map<String, Object> beans = beans(settings, parts, policy, store, crew, clock);
            beans.putAll(scans.beans());
            beans.put("deliverer", new Deliverer(store, senders, crew));
            Pipeline running = Pipeline.start(pipeline, routeSettings(settings), beans, scans.routes());
            opened.push(running);
            scans.connect(running);
            WebPart.Screens screens =
                    web.start(ports(parts, store, crops, scans, clock), settings.address(), settings.port());
            opened.push(screens);
            Server server = new Server(store, screens);
            server.running.addAll(opened);
            LOG.info(
                    "Paperbridge runs: scans from {}, screens on http://{}:{}, {} workers, {} destinations",
                    settings.inbox(),
                    settings.address(),
                    screens.port(),
                    settings.workers(),
                    parts.destinations().size());
            return server;
        } catch (PipelineRefusedException e) {
            closeAll(opened);
            throw new ServerRefusedException(Cause.CONFIGURATION, e);
        } catch (StoreUnavailableException e) {
            closeAll(opened);
            throw new ServerRefusedException(Cause.UNAVAILABLE, e);
        } catch (RuntimeException e) {
            closeAll(opened);
            throw e;
        }
    }

    /** What is kept, for whoever runs the server in its own process. */
    public Store store() {
        return store;
    }

    /** The port of the screens. */
    public int port() {
        return screens.port();
    }

    @Override
    public void close() {
        closeAll(running);
    }

    private static Map<String, Object> beans(
            ServerSettings settings, ServerParts parts, RiskPolicy policy, Store store, Crew crew, Clock clock) {
        Map<String, Object> beans = new HashMap<>();
        beans.put("splitter", new OriginalSplitter(store, parts.source(), crew));
        beans.put("worker", new PageWorker(store, parts.source(), parts.reader().apply(store.printedForms()), crew));
        beans.put(
                "judge",
                new PageJudging(
                        store,
                        new PageJudge(policy, parts.people(), parts.formulary()),
                        new RescanExaminer(store, parts.source(), parts.forms()),
                        settings.ward(),
                        clock));
        switch (settings.queue()) {
            case Queue.InProcess inProcess -> {}
            case Queue.Artemis(String url, String user, String password) ->
                beans.put("jms", ArtemisQueue.component(url, user, password));
        }
        return beans;
    }

    private static Map<String, String> routeSettings(ServerSettings settings) {
        Map<String, String> keys = new HashMap<>();
        keys.put("intake.directory", settings.inbox().toString());
        keys.put("intake.done", settings.done().toString());
        keys.put("workers", Integer.toString(settings.workers()));
        if (settings.queue() instanceof Queue.Artemis) {
            keys.putAll(ArtemisQueue.settings());
        }
        return keys;
    }

    private static WebPart.Ports ports(
            ServerParts parts, Store store, ScanCrops crops, ScanSources scans, Clock clock) {
        return new WebPart.Ports(
                parts.forms(),
                store.queue(),
                store.decisions(),
                store.releases(),
                crops,
                store.accounts(),
                store.sessions(),
                store.audit(),
                store.situations(),
                store.ledger(),
                store.batches(),
                store.deliveries(),
                store.dashboards(),
                scans.uploads(),
                scans.desk(),
                clock);
    }

    private static void requireSoundRules(ServerParts parts) {
        List<String> mistakes = new ArrayList<>();
        for (FormTemplate form : parts.forms().listForms()) {
            mistakes.addAll(RuleKinds.listMistakes(form));
        }
        if (!mistakes.isEmpty()) {
            throw new ServerRefusedException(Cause.CONFIGURATION, String.join(System.lineSeparator(), mistakes));
        }
    }

    private static RiskPolicy loadPolicy(Path file) {
        try {
            return RiskPolicyFile.load(file);
        } catch (InvalidPolicyException e) {
            throw new ServerRefusedException(Cause.CONFIGURATION, e);
        } catch (java.io.UncheckedIOException e) {
            throw new ServerRefusedException(
                    Cause.CONFIGURATION,
                    "There is no risk policy " + file + ". Name the folder it is in with --pipeline.",
                    e);
        }
    }

    private static void requireFreePort(String address, int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(address))) {
            probe.getLocalPort();
        } catch (BindException e) {
            throw new ServerRefusedException(
                    Cause.UNAVAILABLE,
                    "Port " + port + " on " + address + " is taken or may not be used. Stop the other program,"
                            + " or choose a port with --port.",
                    e);
        } catch (IOException e) {
            throw new ServerRefusedException(
                    Cause.CONFIGURATION, "web.address " + address + " is no address of this machine.", e);
        }
    }

    private static void closeAll(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("A part did not stop cleanly: {}", e.getClass().getSimpleName());
            }
        }
    }
}
