package org.paperbridge.cli.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.paperbridge.cli.Forms;
import org.paperbridge.cli.Json;
import org.paperbridge.cli.Progress;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.ScanPoint;
import org.paperbridge.identify.Identification;
import org.paperbridge.identify.PageIdentifier;
import org.paperbridge.identify.zxing.ZxingCodeFinder;
import org.paperbridge.intake.Pixels;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.register.RegistrationResult;
import org.paperbridge.register.opencv.OpenCvRegistrar;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.ScanGeometry;
import org.paperbridge.template.ReleasedForms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "registration",
        description =
                "How exactly pages are located: worst error over a grid of field positions against the truth, mm.",
        mixinStandardHelpOptions = true)
public final class BenchRegistrationCommand implements Callable<Integer> {

    private static final Map<String, Damage> LEVELS = levels();

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--pages", defaultValue = "60", description = "For each level (default: ${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--handwriting", defaultValue = "test-scans/handwriting", description = "The sample.")
    private Path handwriting = Path.of("");

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        ReleasedForms released = forms.released();
        FilledPages made = new FilledPages(released, handwriting, seed);
        PageIdentifier identifier = new PageIdentifier(new ZxingCodeFinder(), new PageCodec(made.keys()), released);
        OpenCvRegistrar registrar = new OpenCvRegistrar();
        Map<String, Object> report = new LinkedHashMap<>();
        Progress progress = Progress.alone("Pages", (long) LEVELS.size() * pages);
        for (Map.Entry<String, Damage> level : LEVELS.entrySet()) {
            List<Double> worst = new ArrayList<>();
            int notIdentified = 0;
            int notLocated = 0;
            for (FilledPages.Sheet sheet : made.make(pages, true)) {
                ScanGeometry truth = BadScanner.geometry(sheet.paper(), level.getValue(), made.random());
                BufferedImage scan = BadScanner.scan(sheet.paper(), truth, level.getValue(), made.random());
                if (level.getKey().equals("fax")) {
                    scan = BadScanner.bilevel(scan);
                }
                PageImage image = Pixels.of(scan, 0, Set.of());
                LayoutPage layout = sheet.form().layout().getPage(sheet.page());
                if (!(identifier.identify(image) instanceof Identification.Identified known)) {
                    notIdentified++;
                } else if (registrar.register(image, layout, known.seen()) instanceof RegistrationResult.Located at) {
                    worst.add(worstErrorMm(at.registration(), truth, layout));
                } else {
                    notLocated++;
                }
                progress.step();
            }
            worst.sort(null);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("pages", worst.size() + notIdentified + notLocated);
            row.put("notIdentified", notIdentified);
            row.put("notLocated", notLocated);
            row.put("medianWorstMm", round(worst.get(worst.size() / 2)));
            row.put("p95WorstMm", round(worst.get((int) (worst.size() * 0.95))));
            row.put("maxWorstMm", round(worst.getLast()));
            report.put(level.getKey(), row);
        }
        progress.close();
        if (json) {
            System.out.println(Json.pretty(report));
        } else {
            report.forEach((level, row) -> System.out.println(level + "  " + row));
        }
        return 0;
    }

    /** Over a grid of 10 mm, in the true scale of the scan. */
    private static double worstErrorMm(PageRegistration found, ScanGeometry truth, LayoutPage layout) {
        double worst = 0;
        for (double x = 10; x <= layout.widthMm() - 10; x += 10) {
            for (double y = 10; y <= layout.heightMm() - 10; y += 10) {
                PagePoint mm = new PagePoint(x, y);
                ScanPoint is = truth.toScan(mm);
                ScanPoint said = found.toPixels(mm);
                double px = Math.hypot(is.x() - said.x(), is.y() - said.y());
                worst = Math.max(worst, px / found.pixelsPerMm(mm));
            }
        }
        return worst;
    }

    private static Map<String, Damage> levels() {
        Map<String, Damage> levels = new LinkedHashMap<>();
        levels.put("mild", Damage.MILD);
        levels.put("hard", Damage.HARD);
        levels.put("200dpi", Damage.COARSE);
        levels.put("fax", Damage.MILD);
        return levels;
    }

    private static double round(double mm) {
        return Math.round(mm * 1000) / 1000.0;
    }
}
