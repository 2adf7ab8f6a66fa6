package org.paperbridge.route.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.paperbridge.route.FileNaming;
import org.paperbridge.route.OriginalIntake;
import org.paperbridge.route.Pipeline;
import org.paperbridge.route.RunningPipeline;
import org.paperbridge.route.Troubles;
import org.paperbridge.source.profile.ProfileFolder;
import org.paperbridge.source.profile.Source;
import org.paperbridge.source.profile.Sources;
import org.paperbridge.store.Store;
import org.paperbridge.store.StoreSettings;
import org.paperbridge.store.TestStore;

/** The shipped routes with one source switched on, on a real store. */
public final class SourceRoom implements AutoCloseable {

    private static final FileNaming NUMBERED = new FileNaming(true, false);

    public final Path home;
    public final Store store;
    final SourceActivity activity = new SourceActivity(Clock.systemUTC());
    final OriginalIntake intake;
    /** So many times the power goes after a file was kept, before the other side hears of it. */
    final AtomicInteger powerCuts = new AtomicInteger();

    public SourceRoom(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("inbox"));
        store = TestStore.open(
                new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", ""), home, Clock.systemUTC());
        intake = new OriginalIntake(store, this::arrived, Map.of("copier", NUMBERED), Clock.systemUTC());
    }

    private void arrived(String source) {
        activity.arrived(source);
        if (powerCuts.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException("the power is gone");
        }
    }

    /** One source of a shipped profile, with the keys a hospital would write. */
    static List<Source> source(String name, String profile, String... keysAndValues) {
        Map<String, String> block = new HashMap<>(Map.of("profile", profile));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            block.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        Sources sources = Sources.of(new ProfileFolder(Path.of("scanner-config")), Map.of(name, block));
        if (!sources.mistakes().isEmpty()) {
            throw new AssertionError(sources.mistakes());
        }
        return sources.all();
    }

    Pipeline start(List<Source> sources) {
        ScanningDesk desk = new ScanningDesk(sources, Scanners.of(sources, home), intake, activity);
        return start(sources, desk);
    }

    Pipeline start(List<Source> sources, ScanningDesk desk) {
        Map<String, Object> beans = new HashMap<>(RunningPipeline.beans(store, List.of(), "p1"));
        beans.putAll(SourceRoutes.beans(sources));
        beans.put("intake", intake);
        beans.put("mailbox", new MailIntake(intake, activity));
        beans.put("scanners", desk);
        beans.put("troubles", new Troubles(activity::failed));
        Pipeline running = Pipeline.start(
                RunningPipeline.SHIPPED, RunningPipeline.settings(home), beans, SourceRoutes.of(sources, home));
        desk.connect(source -> running.say("seda:scan-" + source + "?size=1", OriginalIntake.SOURCE, source));
        return running;
    }

    /** Files that came, each content once. */
    long originals() {
        return store.situations().count().originals().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = new ArrayList<>(files.filter(Files::isRegularFile)
                    .map(f -> f.getFileName().toString())
                    .toList());
            names.sort(null);
            return names;
        } catch (IOException e) {
            return List.of();
        }
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(100).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not happen in time");
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
