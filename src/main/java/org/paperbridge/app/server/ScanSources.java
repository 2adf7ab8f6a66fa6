package org.paperbridge.app.server;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperbridge.app.server.ServerRefusedException.Cause;
import org.paperbridge.app.settings.ServerSettings;
import org.paperbridge.route.OriginalIntake;
import org.paperbridge.route.Pipeline;
import org.paperbridge.route.TemplatedRoute;
import org.paperbridge.route.Troubles;
import org.paperbridge.route.source.BrowserUploads;
import org.paperbridge.route.source.MailIntake;
import org.paperbridge.route.source.Scanners;
import org.paperbridge.route.source.ScanningDesk;
import org.paperbridge.route.source.SettledFiles;
import org.paperbridge.route.source.SourceActivity;
import org.paperbridge.route.source.SourceRoutes;
import org.paperbridge.source.ScanDesk;
import org.paperbridge.source.Uploads;
import org.paperbridge.source.profile.ProfileFolder;
import org.paperbridge.source.profile.Source;
import org.paperbridge.source.profile.Sources;
import org.paperbridge.store.Store;

/** All ways in of one server: the drop folder, the devices that are switched on, browsers. */
final class ScanSources {

    private final OriginalIntake intake;
    private final SourceActivity activity;
    private final ScanningDesk desk;
    private final Uploads uploads;
    private final List<Source> sources;
    private final Path home;
    private final Clock clock;

    ScanSources(List<Source> sources, ServerSettings settings, Store store, Clock clock) {
        this.sources = sources;
        this.home = settings.home();
        this.clock = clock;
        this.activity = new SourceActivity(clock);
        this.intake = new OriginalIntake(store, activity, SourceRoutes.namings(sources), clock);
        this.desk = new ScanningDesk(sources, Scanners.of(sources, home), intake, activity);
        this.uploads = new BrowserUploads(intake, settings.largestUpload());
    }

    /** @throws ServerRefusedException listing everything that is wrong with settings and profiles */
    static List<Source> check(ServerSettings settings, Path profiles) {
        if (settings.sources().isEmpty()) {
            return List.of();
        }
        try {
            Sources sources = Sources.of(new ProfileFolder(profiles), settings.sources());
            if (!sources.mistakes().isEmpty()) {
                throw new ServerRefusedException(
                        Cause.CONFIGURATION, String.join(System.lineSeparator(), sources.mistakes()));
            }
            return sources.all();
        } catch (UncheckedIOException e) {
            throw new ServerRefusedException(Cause.CONFIGURATION, e);
        }
    }

    Map<String, Object> beans() {
        Map<String, Object> beans = new HashMap<>(SourceRoutes.beans(sources));
        beans.put("intake", intake);
        beans.put("settled", new SettledFiles<Object>(clock));
        beans.put("mailbox", new MailIntake(intake, activity));
        beans.put("scanners", desk);
        beans.put("troubles", new Troubles(activity::failed));
        return beans;
    }

    List<TemplatedRoute> routes() {
        return SourceRoutes.of(sources, home);
    }

    void connect(Pipeline running) {
        desk.connect(source -> running.say("seda:scan-" + source + "?size=1", OriginalIntake.SOURCE, source));
    }

    ScanDesk desk() {
        return desk;
    }

    Uploads uploads() {
        return uploads;
    }
}
