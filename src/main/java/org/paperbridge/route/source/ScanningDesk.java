package org.paperbridge.route.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.camel.Header;
import org.paperbridge.route.OriginalIntake;
import org.paperbridge.source.DeskLine;
import org.paperbridge.source.PageKeeper;
import org.paperbridge.source.PageScanner;
import org.paperbridge.source.ScanDesk;
import org.paperbridge.source.ScanEnd;
import org.paperbridge.source.ScanTrouble;
import org.paperbridge.source.ScanWatch;
import org.paperbridge.source.profile.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts scanners and follows them. A route per scanner carries the wish, so that two stacks never mix. */
public final class ScanningDesk implements ScanDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ScanningDesk.class);

    private final List<Source> sources;
    private final Map<String, PageScanner> scanners;
    private final OriginalIntake intake;
    private final SourceActivity activity;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private volatile Consumer<String> wish = source -> {
        throw new IllegalStateException("The routes do not run yet");
    };

    /** @param scanners by name of their source */
    public ScanningDesk(
            List<Source> sources, Map<String, PageScanner> scanners, OriginalIntake intake, SourceActivity activity) {
        this.sources = List.copyOf(sources);
        this.scanners = Map.copyOf(scanners);
        this.intake = intake;
        this.activity = activity;
    }

    /** @param wish sends the name of a source to its route */
    public void connect(Consumer<String> wish) {
        this.wish = wish;
    }

    @Override
    public List<DeskLine> lines() {
        return sources.stream().map(this::line).toList();
    }

    private DeskLine line(Source source) {
        SourceActivity.Lately lately = activity.of(source.name());
        Run run = runs.get(source.name());
        if (run == null) {
            return new DeskLine(source, "idle", lately.files(), lately.last(), lately.trouble());
        }
        return run.line(source, lately);
    }

    @Override
    public boolean start(String source) {
        if (!scanners.containsKey(source)) {
            return false;
        }
        Run fresh = new Run();
        Run now = runs.merge(source, fresh, (before, next) -> before.isOver() ? next : before);
        if (now != fresh) {
            return false;
        }
        wish.accept(source);
        return true;
    }

    @Override
    public void cancel(String source) {
        Optional.ofNullable(runs.get(source)).ifPresent(Run::cancel);
    }

    /** Scans a stack. Called by the route of the scanner, which handles one wish after the other. */
    public void scan(@Header(OriginalIntake.SOURCE) String source) throws InterruptedException {
        Run run = runs.computeIfAbsent(source, s -> new Run());
        PageScanner scanner = Optional.ofNullable(scanners.get(source)).orElseThrow();
        Source settings = sources.stream()
                .filter(s -> s.name().equals(source))
                .findFirst()
                .orElseThrow();
        PageKeeper keeper = (content, name) -> intake.keep(content, name, source, -1);
        ScanEnd end = ScanEnd.stopped(0, ScanTrouble.FAILED);
        try {
            end = scanner.scan(settings.profile().scan(), keeper, run);
        } finally {
            run.end(end);
            LOG.info(
                    "Scanner {}: {} files kept{}",
                    source,
                    end.files(),
                    end.trouble().map(t -> ", stopped: " + t.code()).orElse(""));
        }
    }

    /** One stack. */
    private static final class Run implements ScanWatch {

        private volatile int files;
        private volatile boolean cancelled;
        private volatile Optional<ScanEnd> end = Optional.empty();

        @Override
        public void kept(int count) {
            files = count;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        void cancel() {
            cancelled = true;
        }

        void end(ScanEnd how) {
            files = how.files();
            end = Optional.of(how);
        }

        boolean isOver() {
            return end.isPresent();
        }

        DeskLine line(Source source, SourceActivity.Lately lately) {
            Optional<String> trouble = end.flatMap(ScanEnd::trouble).map(ScanTrouble::code);
            String state = end.isEmpty() ? "scanning" : trouble.isPresent() ? "stopped" : "done";
            return new DeskLine(source, state, files, lately.last(), trouble);
        }
    }
}
