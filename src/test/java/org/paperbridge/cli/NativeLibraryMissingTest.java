package org.paperbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.TestJvm;
import org.paperbridge.app.Paperbridge;

/** A machine whose native libraries do not load, played by a platform that nobody ships libraries for. */
final class NativeLibraryMissingTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void oneLineSaysWhichAndWhatToDo() throws IOException, InterruptedException {
        Run run = read("-Dorg.bytedeco.javacpp.platform=plan9-mips");

        assertThat(run.exit).isEqualTo(2);
        assertThat(run.lines).noneMatch(line -> line.contains("\tat "));
        assertThat(run.lines.getLast()).contains("OpenCV").contains("PAPERBRIDGE_JAVA_OPTIONS");
    }

    @Test
    void whereTheyLoadTheSameCommandWorks() throws IOException, InterruptedException {
        Run run = read("-Dnothing=special");

        assertThat(run.lines).noneMatch(line -> line.contains("OpenCV"));
        assertThat(String.join("\n", run.lines)).contains("\"outcome\"");
    }

    private Run read(String option) throws IOException, InterruptedException {
        Path junk = Files.writeString(folder.resolve("junk.pdf"), "junk");
        List<String> command = TestJvm.command(
                List.of(option), Paperbridge.class, "read", junk.toString(), "--json", "--home", folder.toString());
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readAllLines(log));
    }

    private record Run(int exit, List<String> lines) {}
}
