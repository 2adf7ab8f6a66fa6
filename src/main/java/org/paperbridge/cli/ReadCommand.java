package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.formulary.FormularyFile;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.intake.DeliveredFile;
import org.paperbridge.intake.DeliveredFiles;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.key.KeyRing;
import org.paperbridge.process.IdentityLines;
import org.paperbridge.process.PageProcessor;
import org.paperbridge.read.FieldReader;
import org.paperbridge.read.PageFieldReader;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.read.line.Lexicons;
import org.paperbridge.store.PrintedRegistry;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.PageJudge.Judgement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "read",
        description = {
            "Reads scanned files without a server: PDF, TIFF, JPEG, PNG, any number of pages each.",
            "Prints what became of every side; nothing is stored and nothing is sent."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every file could be opened; sides that could not be read say so in their outcome",
            "1:some file could not be opened; its line says why",
            "2:refused before reading began"
        })
public final class ReadCommand implements Callable<Integer> {

    @Mixin
    private Forms forms = new Forms();

    @Mixin
    private Home home = new Home();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scanned files.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object a line, one for every side.")
    private boolean json;

    @Option(names = "--zone", paramLabel = "ZONE", description = "Ward time zone.", defaultValue = "Europe/Paris")
    private ZoneId zone = ZoneId.of("Europe/Paris");

    @Option(
            names = "--identity",
            paramLabel = "HOW",
            description = "What of the print in clear is compared with the page code: all, number or none (default:"
                    + " all).")
    private IdentityLines compared = IdentityLines.ALL;

    @Override
    public Integer call() throws IOException {
        FormCatalogue catalogue = forms.released();
        Formulary formulary = FormularyFile.read(home.folder().resolve(Home.FORMULARY));
        PageJudge judge = Reading.judge(formulary);
        boolean complete = true;
        KeyRing keys = home.keys();
        try (FieldReader reader = PageFieldReader.shipped(Lexicons.shipped().and("drugs", formulary.listNames()));
                PrintedLineReader lines = home.lines();
                PrintedRegistry printed = home.printed(keys)) {
            PageProcessor processor = Reading.processor(keys, catalogue, reader, lines, compared, printed);
            try (Progress progress = Progress.of("Pages", pages())) {
                for (Path file : files) {
                    complete &= read(file, processor, judge, catalogue, progress);
                }
            }
        }
        return complete ? 0 : 1;
    }

    /** A file that cannot be opened counts as none; reading it says why. */
    private long pages() throws IOException {
        long pages = 0;
        for (Path file : files) {
            if (Files.isRegularFile(file)) {
                try (DeliveredFile delivered = DeliveredFiles.open(file)) {
                    pages += delivered.pages();
                } catch (UndecodableException e) {
                    continue;
                }
            }
        }
        return pages;
    }

    private boolean read(
            Path file, PageProcessor processor, PageJudge judge, FormCatalogue catalogue, Progress progress)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            print(ReadJson.ofFile(file, "no-such-file"));
            return false;
        }
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            for (int index = 0; index < delivered.pages(); index++) {
                readSide(file, index, delivered, processor, judge, catalogue);
                progress.step();
            }
            return true;
        } catch (UndecodableException e) {
            print(ReadJson.ofFile(file, e.reason().code()));
            return false;
        }
    }

    private void readSide(
            Path file,
            int index,
            DeliveredFile delivered,
            PageProcessor processor,
            PageJudge judge,
            FormCatalogue catalogue) {
        long start = System.nanoTime();
        PageOutcome outcome;
        Judgement judgement = new Judgement(List.of(), List.of());
        try {
            PageImage image = delivered.decode(index);
            outcome = processor.process(image);
            if (outcome instanceof PageOutcome.Read read) {
                judgement = catalogue
                        .findForm(read.identity().form())
                        .map(form -> judge.judge(form, read, image.notes(), LocalDateTime.now(zone)))
                        .orElse(judgement);
            }
        } catch (UndecodableException e) {
            outcome = new PageOutcome.Undecodable(e.reason().code());
        }
        print(ReadJson.of(file, index, outcome, judgement, (System.nanoTime() - start) / 1e6));
    }

    private void print(ReadJson.Side side) {
        System.out.println(json ? Json.line(side.toMap()) : side.toText());
    }
}
