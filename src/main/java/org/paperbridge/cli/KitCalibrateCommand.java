package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.labels.CalibrationPage;
import org.paperbridge.kit.labels.LabelFormats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "calibrate",
        description = "Prints the outlines of a label sheet with rulers, to find the offset of a printer.",
        mixinStandardHelpOptions = true)
public final class KitCalibrateCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Option(names = "--format", paramLabel = "ID", description = "Sheet; 24 when absent.", defaultValue = "24")
    private String format = "24";

    @Option(names = "--lang", description = "fr or en.", defaultValue = "fr")
    private String lang = "fr";

    @Option(names = "-o", paramLabel = "OUT", required = true, description = "PDF to write.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        Languages.check(lang);
        Printing.writer(home.keys())
                .writePages(
                        out,
                        "Labels " + format,
                        lang,
                        List.of(CalibrationPage.draw(
                                LabelFormats.ofHome(home.folder()).get(format), KitWords.of(lang))));
        System.err.println("Wrote " + out + ".");
        return 0;
    }
}
