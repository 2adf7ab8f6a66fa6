package org.paperbridge.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/**
 * How far a long command is and how long it still takes, on standard error: a bar on a terminal, a plain line now and
 * then where it goes to a log. What takes less than two seconds says nothing.
 */
public final class Progress implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration BETWEEN_BARS = Duration.ofMillis(500);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

    private final ProgressBar bar;
    private final Shown shown;

    private Progress(ProgressBar bar, Shown shown) {
        this.bar = bar;
        this.shown = shown;
    }

    /**
     * @param task for people, e.g. {@code Pages}
     * @param steps how many there will be
     */
    public static Progress of(String task, long steps) {
        return of(task, steps, System.err, Terminal.isError() && !Terminal.isOutput(), QUIET);
    }

    /** For a command that says nothing on standard output while it runs: a bar does not get between its lines. */
    public static Progress alone(String task, long steps) {
        return of(task, steps, System.err, Terminal.isError(), QUIET);
    }

    static Progress of(String task, long steps, PrintStream out, boolean terminal, Duration quiet) {
        Shown shown = new Shown(out, terminal, System.nanoTime() + quiet.toNanos());
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) (terminal ? BETWEEN_BARS : BETWEEN_LINES).toMillis())
                .setConsumer(shown);
        if (!terminal) {
            builder.setRenderer((state, room) -> line(state));
        }
        return new Progress(builder.build(), shown);
    }

    public void step() {
        bar.step();
    }

    /** @param done of all steps */
    public void to(long done) {
        bar.stepTo(done);
    }

    @Override
    public void close() {
        bar.close();
        shown.end();
    }

    /** E.g. {@code Kits: 12 of 40, 1 min 20 s left}. */
    private static String line(ProgressState state) {
        String done = state.getTaskName() + ": " + state.getCurrent() + " of " + state.getMax();
        if (state.getCurrent() >= state.getMax()) {
            return done + ", took " + words(state.getElapsedAfterStart());
        }
        if (state.getCurrent() == 0) {
            return done;
        }
        Duration left = state.getElapsedAfterStart()
                .multipliedBy(state.getMax() - state.getCurrent())
                .dividedBy(state.getCurrent());
        return done + ", " + words(left) + " left";
    }

    private static String words(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }

    /** Where the library puts what it has drawn. */
    private static final class Shown implements ProgressBarConsumer {

        private static final int WIDTH = 79;

        private final PrintStream out;
        private final boolean terminal;
        private final long from;
        private String last = "";

        Shown(PrintStream out, boolean terminal, long from) {
            this.out = out;
            this.terminal = terminal;
            this.from = from;
        }

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String rendered) {
            if (System.nanoTime() - from < 0 || rendered.equals(last)) {
                return;
            }
            last = rendered;
            if (terminal) {
                out.print("\r" + rendered);
                out.flush();
            } else {
                out.println(rendered);
            }
        }

        /** The library still draws while it closes; the line ends in {@link #end}. */
        @Override
        public void close() {}

        void end() {
            if (!last.isEmpty() && terminal) {
                out.println();
            }
        }
    }
}
