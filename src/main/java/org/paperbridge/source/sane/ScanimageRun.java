package org.paperbridge.source.sane;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One run of scanimage, which may hang: on its device, or in a signal handler after its batch is over (SANE 1.1.1 does,
 * some 3 runs of 100 on a busy machine). So what it prints is read on a thread of its own, nothing here waits without
 * an end, and what it said last counts as much as its exit code.
 */
final class ScanimageRun implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 20;
    private static final Pattern STATUS = Pattern.compile("scanner status = (\\d+)");

    private final Process process;
    private final Path messages;
    /** Empty for the end of what it prints. */
    private final BlockingQueue<Optional<Path>> printed = new LinkedBlockingQueue<>();

    private ScanimageRun(Process process, Path messages) {
        this.process = process;
        this.messages = messages;
    }

    /**
     * Starts it.
     *
     * @param messages a file for what it says besides
     */
    static ScanimageRun of(List<String> line, Path messages) throws IOException {
        ProcessBuilder command = new ProcessBuilder(line).redirectError(messages.toFile());
        command.environment().put("LC_ALL", "C");
        ScanimageRun run = new ScanimageRun(command.start(), messages);
        Thread.ofPlatform().daemon().name("scanimage").start(run::read);
        return run;
    }

    private void read() {
        try (BufferedReader names = process.inputReader(StandardCharsets.UTF_8)) {
            names.lines().map(Path::of).map(Optional::of).forEach(printed::add);
        } catch (IOException | UncheckedIOException e) {
            // its end closed the pipe; the status tells why
        }
        printed.add(Optional.empty());
    }

    /** One side more, or that there is none now, or none any more. */
    Next next(Duration patience) throws InterruptedException {
        var name = printed.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (name == null) {
            return process.isAlive() && !said().contains("Batch terminated") ? new Silence() : new End();
        }
        return name.<Next>map(Side::new).orElseGet(End::new);
    }

    /** How it ended: its exit code, or the last status of the device when it does not exit. */
    int status() throws InterruptedException {
        if (process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
            return process.exitValue();
        }
        return STATUS.matcher(said())
                .results()
                .map(MatchResult::group)
                .reduce((earlier, later) -> later)
                .map(last -> Integer.parseInt(last.substring(last.lastIndexOf(' ') + 1)))
                .orElse(SaneStatus.UNKNOWN);
    }

    /** What it said on standard error. */
    String said() {
        try {
            return Files.readString(messages);
        } catch (IOException e) {
            return "";
        }
    }

    /** A term signal lets the driver push the sheet out; what hangs even then is killed. */
    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            process.destroy();
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    sealed interface Next {}

    record Side(Path file) implements Next {}

    record Silence() implements Next {}

    record End() implements Next {}
}
