package org.paperbridge.route;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.paperbridge.backentry.RecordSender;
import org.paperbridge.route.source.SettledFiles;
import org.paperbridge.store.Store;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.policy.RiskPolicyFile;
import org.paperbridge.validation.rescan.RescanVerdict;

/** The shipped routes on text scans, fast enough for a test. */
public final class RunningPipeline {

    public static final Path SHIPPED = Path.of("pipeline");

    private RunningPipeline() {}

    static Pipeline start(Store store, Path home, List<RecordSender> senders, String process) {
        return Pipeline.start(SHIPPED, settings(home), beans(store, senders, process));
    }

    public static Map<String, String> settings(Path home) {
        Map<String, String> settings = new HashMap<>();
        settings.put("intake.directory", home.resolve("inbox").toString());
        settings.put("intake.period", "100");
        settings.put("intake.quiet", "100");
        settings.put("intake.patience", "500");
        settings.put("workers", "3");
        settings.put("sweep.period", "300");
        settings.put("sweep.delay", "100");
        settings.put("errors.pause", "10");
        return settings;
    }

    public static Map<String, Object> beans(Store store, List<RecordSender> senders, String process) {
        TextScans scans = new TextScans();
        Crew crew = new Crew("test", process, 3);
        crew.takeOver(store);
        PageJudge judge = new PageJudge(RiskPolicyFile.load(SHIPPED.resolve("risk-policy.yaml")));
        Map<String, Object> beans = new HashMap<>();
        beans.put("intake", new OriginalIntake(store, source -> {}, Map.of(), Clock.systemUTC()));
        beans.put("settled", new SettledFiles<Object>(Clock.systemUTC()));
        beans.put("splitter", new OriginalSplitter(store, scans, crew));
        beans.put("worker", new PageWorker(store, scans, scans, crew));
        beans.put(
                "judge",
                new PageJudging(
                        store,
                        judge,
                        (earlier, later) -> new RescanVerdict.Unclear("not-compared"),
                        ZoneId.of("Europe/Paris"),
                        Clock.systemUTC()));
        beans.put("deliverer", new Deliverer(store, senders, crew));
        beans.put("troubles", new Troubles());
        return beans;
    }
}
