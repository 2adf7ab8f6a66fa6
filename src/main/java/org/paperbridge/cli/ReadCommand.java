package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.paperbridge.cli.report.ReadingReport;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.formulary.FormularyFile;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
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

    private static final Judgement NOTHING = new Judgement(List.of(), List.of());

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

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Also writes an HTML file that shows each crop, the ink in it, what it may say, how"
                    + " probably, and what is decided. It shows patients.")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--lang", description = "fr or en; of the report.", defaultValue = "fr")
    private String lang = "fr";

    @Override
    public Integer call() throws IOException {
        Languages.check(lang);
        if (report.isEmpty()) {
            return read(Optional.empty());
        }
        try (ReadingReport pages = begun(report.get())) {
            int exit = read(Optional.of(pages));
            pages.finish();
            return exit;
        }
    }

    private ReadingReport begun(Path file) {
        try {
            return ReadingReport.start(file, lang);
        } catch (IOException e) {
            throw new RefusedException(
                    "The report cannot be written to " + file + ": is its folder there, and may you write in it?");
        }
    }

    private int read(Optional<ReadingReport> pages) throws IOException {
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
                Side side = new Side(processor, judge, catalogue, pages);
                for (Path file : files) {
                    complete &= read(file, side, progress);
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

    private boolean read(Path file, Side side, Progress progress) throws IOException {
        if (!Files.isRegularFile(file)) {
            side.refused(file, "no-such-file");
            return false;
        }
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            for (int index = 0; index < delivered.pages(); index++) {
                side.read(file, index, delivered);
                progress.step();
            }
            return true;
        } catch (UndecodableException e) {
            side.refused(file, e.reason().code());
            return false;
        }
    }

    /** What is done with one side. */
    private final class Side {

        private final PageProcessor processor;
        private final PageJudge judge;
        private final FormCatalogue catalogue;
        private final Optional<ReadingReport> pages;

        Side(PageProcessor processor, PageJudge judge, FormCatalogue catalogue, Optional<ReadingReport> pages) {
            this.processor = processor;
            this.judge = judge;
            this.catalogue = catalogue;
            this.pages = pages;
        }

        void refused(Path file, String reason) throws IOException {
            print(ReadJson.ofFile(file, reason));
            if (pages.isPresent()) {
                pages.get().add(name(file), -1, Optional.empty(), new PageOutcome.Undecodable(reason));
            }
        }

        void read(Path file, int index, DeliveredFile delivered) throws IOException {
            long start = System.nanoTime();
            try {
                PageImage image = delivered.decode(index);
                PageOutcome outcome = processor.process(image);
                Judgement judgement = judgement(outcome, image);
                print(ReadJson.of(file, index, outcome, judgement, (System.nanoTime() - start) / 1e6));
                if (pages.isPresent()) {
                    report(pages.get(), file, index, image, outcome, judgement);
                }
            } catch (UndecodableException e) {
                PageOutcome outcome = new PageOutcome.Undecodable(e.reason().code());
                print(ReadJson.of(file, index, outcome, NOTHING, (System.nanoTime() - start) / 1e6));
                if (pages.isPresent()) {
                    pages.get().add(name(file), index, Optional.empty(), outcome);
                }
            }
        }

        private Judgement judgement(PageOutcome outcome, PageImage image) {
            return outcome instanceof PageOutcome.Read read
                    ? catalogue
                            .findForm(read.identity().form())
                            .map(form -> judge.judge(form, read, image.notes(), LocalDateTime.now(zone)))
                            .orElse(NOTHING)
                    : NOTHING;
        }

        private void report(
                ReadingReport report, Path file, int index, PageImage image, PageOutcome outcome, Judgement judgement)
                throws IOException {
            Optional<FormTemplate> form = outcome instanceof PageOutcome.Read read
                    ? catalogue.findForm(read.identity().form())
                    : Optional.empty();
            if (form.isPresent() && outcome instanceof PageOutcome.Read read) {
                report.add(name(file), index, image, form.get(), read, judgement);
            } else {
                report.add(name(file), index, Optional.of(image), outcome);
            }
        }

        private static String name(Path file) {
            return String.valueOf(file.getFileName());
        }
    }

    private void print(ReadJson.Side side) {
        System.out.println(json ? Json.line(side.toMap()) : side.toText());
    }
}
