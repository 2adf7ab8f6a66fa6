package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.paperbridge.demo.Demo;
import org.paperbridge.demo.DemoWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "The whole road on an invented hospital: kits, real handwriting, bad scans, reading, validation, back-entry.",
            "Ends with the reviewer screen open; --headless plays the reviewers too."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every record arrived once", "1:something is missing; listed"})
public final class DemoCommand implements Callable<Integer> {

    private final ServeCommand.Assembly assembly;

    @Option(names = "--headless", description = "Wait for no person: the demo's own reviewers release from the truth.")
    private boolean headless;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Wiped at every run (default: ${DEFAULT-VALUE}).",
            defaultValue = "demo")
    private Path home = Path.of("demo");

    @Option(names = "--port", paramLabel = "N", description = "Port of the screens.", defaultValue = "8080")
    private int port;

    @Option(names = "--seed", description = "The same seed writes the same pages.", defaultValue = "1")
    private long seed;

    @Option(names = "--lang", description = "fr or en; the system's language when absent.")
    private Optional<String> lang = Optional.empty();

    public DemoCommand(ServeCommand.Assembly assembly) {
        this.assembly = assembly;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String language = lang.orElse(Locale.getDefault().getLanguage().equals("fr") ? "fr" : "en");
        Languages.check(language);
        DemoWords words = new DemoWords(language, System.err::println);
        Demo demo = new Demo(assembly, words, home, handwriting(), seed);
        List<String> problems = demo.run(
                port,
                headless
                        ? Optional.empty()
                        : Optional.of(listening -> {
                            System.err.println();
                            System.err.println("   http://localhost:" + listening);
                            System.err.println("   " + String.join("\n   ", password()));
                            System.err.println("   Ctrl-C");
                            new CountDownLatch(1).await();
                        }));
        problems.forEach(System.err::println);
        System.err.println(problems.isEmpty() ? "OK" : problems.size() + " problem(s)");
        return problems.isEmpty() ? 0 : 1;
    }

    private List<String> password() {
        try (java.util.stream.Stream<Path> files = Files.list(home)) {
            Optional<Path> file = files.filter(
                            f -> String.valueOf(f.getFileName()).contains("password"))
                    .findFirst();
            return file.isPresent() ? Files.readAllLines(file.get()) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Path handwriting() {
        Path here = Path.of("test-scans", "handwriting");
        Path installed = Path.of(System.getProperty("paperbridge.install", "."), "test-scans", "handwriting");
        if (Files.isDirectory(here)) {
            return here;
        }
        if (Files.isDirectory(installed)) {
            return installed;
        }
        throw new RefusedException("The demo needs test-scans/handwriting; run it from a checkout.");
    }
}
