package org.paperbridge.cli.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.paperbridge.cli.Forms;
import org.paperbridge.cli.Json;
import org.paperbridge.cli.Progress;
import org.paperbridge.cli.Reading;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.identify.Identification;
import org.paperbridge.identify.PageIdentifier;
import org.paperbridge.identify.zxing.ZxingCodeFinder;
import org.paperbridge.intake.DeliveredFile;
import org.paperbridge.intake.DeliveredFiles;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.process.IdentityLines;
import org.paperbridge.process.PageProcessor;
import org.paperbridge.read.FieldReader;
import org.paperbridge.read.PageFieldReader;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.register.RegistrationResult;
import org.paperbridge.register.opencv.OpenCvRegistrar;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.pdfbox.ScanFiles;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.validation.PageJudge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "read",
        description = {
            "How fast filled, scanned pages are read from PDF files with networks and rules, without the store:",
            "pages a second on several threads, and each step's share of one thread."
        },
        mixinStandardHelpOptions = true)
public final class BenchReadCommand implements Callable<Integer> {

    private static final int CONTROL_TURNS = 40;

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--pages", defaultValue = "24", description = "In each file (default: ${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--rounds", defaultValue = "5", description = "Over the files (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--threads", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
    private int threads;

    @Option(names = "--handwriting", defaultValue = "test-scans/handwriting", description = "The sample.")
    private Path handwriting = Path.of("");

    @Option(
            names = "--identity",
            paramLabel = "HOW",
            defaultValue = "all",
            description =
                    "What of the print in clear is compared with the page code: all, number or none (default: ${DEFAULT-VALUE}).")
    private IdentityLines compared = IdentityLines.ALL;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        ReleasedForms released = forms.released();
        FilledPages made = new FilledPages(released, handwriting, 1);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            files.add(write(made));
        }
        PageJudge judge = Reading.judge();
        try (PageFieldReader reader = PageFieldReader.shippedWithoutLineHints();
                PrintedLineReader lines = FilledPages.lines(threads);
                Progress progress = Progress.alone("Rounds", rounds + 1L)) {
            PageProcessor processor = made.processor(reader, lines, compared);
            readAll(files, processor, judge, released);
            progress.step();
            List<Double> speeds = new ArrayList<>();
            List<Double> controls = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                controls.add(Control.perSecond(threads, CONTROL_TURNS));
                speeds.add(readAll(files, processor, judge, released));
                progress.step();
            }
            speeds.sort(null);
            controls.sort(null);
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("pages", files.size() * pagesIn(files.getFirst()));
            report.put("threads", threads);
            report.put("compared", compared.name().toLowerCase(Locale.ROOT));
            report.put("pagesPerSecond", round(speeds.get(rounds / 2)));
            report.put("controlPerSecond", round(controls.get(rounds / 2)));
            report.put("ratioToControl", round(speeds.get(rounds / 2) / controls.get(rounds / 2)));
            report.put("cpuMsPerPage", steps(files.getFirst(), made, released, reader, judge));
            if (json) {
                System.out.println(Json.pretty(report));
            } else {
                report.forEach((name, value) -> System.out.printf("%-18s %s%n", name, value));
            }
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        return 0;
    }

    private Path write(FilledPages made) throws IOException {
        List<BufferedImage> scans = new ArrayList<>();
        for (FilledPages.Sheet sheet : made.make(pages, true)) {
            scans.add(BadScanner.scan(sheet.paper(), Damage.MILD, made.random()));
        }
        Path file = Files.createTempFile("paperbridge-bench", ".pdf");
        ScanFiles.writePdf(file, scans, 300);
        return file;
    }

    private static int pagesIn(Path file) throws IOException {
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            return delivered.pages();
        }
    }

    private static double readAll(List<Path> files, PageProcessor processor, PageJudge judge, ReleasedForms forms)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        int pages = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(files.size())) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (Path file : files) {
                counts.add(workers.submit(() -> readFile(file, processor, judge, forms)));
            }
            for (Future<Integer> count : counts) {
                pages += count.get();
            }
        }
        return pages / ((System.nanoTime() - start) / 1e9);
    }

    private static int readFile(Path file, PageProcessor processor, PageJudge judge, ReleasedForms forms)
            throws IOException {
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            for (int i = 0; i < delivered.pages(); i++) {
                PageImage image = delivered.decode(i);
                if (!(processor.process(image) instanceof PageOutcome.Read read)) {
                    throw new IllegalStateException("Page " + i + " of the bench was not read");
                }
                judge.judge(forms.findForm(read.identity().form()).orElseThrow(), read, image.notes(), FilledPages.NOW);
            }
            return delivered.pages();
        }
    }

    /** CPU time of this thread for each step, ms a page. */
    private static Map<String, Object> steps(
            Path file, FilledPages made, ReleasedForms forms, FieldReader reader, PageJudge judge) throws IOException {
        PageIdentifier identifier = new PageIdentifier(new ZxingCodeFinder(), new PageCodec(made.keys()), forms);
        OpenCvRegistrar registrar = new OpenCvRegistrar();
        long[] nanos = new long[5];
        int pages;
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            pages = delivered.pages();
            for (int i = 0; i < pages; i++) {
                long t0 = cpuNanos();
                PageImage image = delivered.decode(i);
                long t1 = cpuNanos();
                Identification.Identified known = (Identification.Identified) identifier.identify(image);
                long t2 = cpuNanos();
                LayoutPage layout =
                        known.form().layout().getPage(known.identity().page());
                RegistrationResult.Located at =
                        (RegistrationResult.Located) registrar.register(image, layout, known.seen());
                long t3 = cpuNanos();
                PageOutcome.Read read = new PageOutcome.Read(
                        known.identity(), at.registration(), reader.read(image, at.registration(), layout));
                long t4 = cpuNanos();
                judge.judge(known.form(), read, Set.of(), FilledPages.NOW);
                long t5 = cpuNanos();
                long[] times = {t1 - t0, t2 - t1, t3 - t2, t4 - t3, t5 - t4};
                for (int step = 0; step < nanos.length; step++) {
                    nanos[step] += times[step];
                }
            }
        }
        Map<String, Object> map = new LinkedHashMap<>();
        List<String> names = List.of("decode", "identify", "register", "read", "rules");
        for (int step = 0; step < nanos.length; step++) {
            map.put(names.get(step), round(nanos[step] / 1e6 / pages));
        }
        return map;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
