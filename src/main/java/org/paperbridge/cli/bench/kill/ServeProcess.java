package org.paperbridge.cli.bench.kill;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.paperbridge.cli.Reading;

/** {@code paperbridge serve} in a process of its own, on the class path of this one. */
public final class ServeProcess implements AutoCloseable {

    private static final String MAIN = "org.paperbridge.app.Paperbridge";
    private static final String RUNS = "Screens: http://";
    private static final long PATIENCE_S = 60;

    private final Process process;
    private final Path log;

    private ServeProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts it on a home.
     *
     * @param name of this start, for its log
     * @param options of the JVM, beyond those of this process
     */
    public static ServeProcess start(Path home, String name, List<String> options) throws IOException {
        Path log = Files.createDirectories(home.resolve("serve-logs")).resolve(name + ".log");
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-Dpaperbridge.")
                        || argument.startsWith("-Djava.awt.")
                        || argument.startsWith("--enable-native-access")
                        || argument.startsWith("--sun-misc"))
                .forEach(command::add);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "serve"));
        command.addAll(List.of(
                "--home",
                home.toString(),
                "--port",
                "0",
                "--pipeline",
                Reading.pipeline().toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServeProcess(process, log);
    }

    /** Waits until it takes scans, or has ended. */
    public boolean awaitRunning() throws IOException, InterruptedException {
        while (process.isAlive()) {
            if (Files.readString(log).contains(RUNS)) {
                return true;
            }
            Thread.sleep(20);
        }
        return false;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** By SIGKILL: nothing of it runs any more. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C does. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
