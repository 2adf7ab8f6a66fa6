package org.paperbridge.cli.bench.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.paperbridge.cli.bench.intake.IntakeLevels.Level;
import org.paperbridge.cli.bench.intake.PrintedSheets.Sheet;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.PageRegistration.Homography;
import org.paperbridge.form.page.ScanPoint;
import org.paperbridge.intake.DeliveredFile;
import org.paperbridge.intake.DeliveredFiles;
import org.paperbridge.process.PageProcessor;
import org.paperbridge.register.opencv.OpenCvRegistrar;
import org.paperbridge.simulate.opencv.RoughScan;
import org.paperbridge.simulate.opencv.RoughScanner;

/** Sends sheets through rough handling and the real way of a page, and compares with the truth. */
final class IntakeTrial {

    private final RoughScanner scanner;
    private final PageProcessor processor;
    private final Optional<Path> keep;

    /** @param keep where scans go that were not read, for whoever wants to look at them */
    IntakeTrial(RoughScanner scanner, PageProcessor processor, Optional<Path> keep) {
        this.scanner = scanner;
        this.processor = processor;
        this.keep = keep;
    }

    void run(Sheet sheet, Level level, IntakeTally tally, SplittableRandom random) throws IOException {
        RoughScan scan = scanner.scan(sheet.paper(), level.draw().of(sheet.layout(), random), random);
        Path delivered = Files.createTempFile("paperbridge-bench", ".scan");
        try {
            Files.write(delivered, scan.file());
            PageOutcome outcome;
            try (DeliveredFile file = DeliveredFiles.open(delivered)) {
                outcome = processor.process(file.decode(0));
            }
            count(outcome, scan, sheet, tally);
            if (keep.isPresent() && !(outcome instanceof PageOutcome.Read)) {
                Files.createDirectories(keep.get());
                Files.copy(delivered, keep.get().resolve(nameOf(level, sheet)), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.delete(delivered);
        }
    }

    private static void count(PageOutcome outcome, RoughScan scan, Sheet sheet, IntakeTally tally) {
        switch (outcome) {
            case PageOutcome.Read read
            when isRight(read.identity(), sheet) ->
                tally.registered(
                        read.identity().by(),
                        worstFieldMm(read.registration(), scan.truth(), sheet),
                        OpenCvRegistrar.MOST_RESIDUAL_MM);
            case PageOutcome.Unregistered page
            when isRight(page.identity(), sheet) ->
                tally.unregistered(page.identity().by());
            case PageOutcome.Read read -> tally.wrong();
            case PageOutcome.Unregistered page -> tally.wrong();
            default -> tally.unidentified(outcome.code());
        }
    }

    private static boolean isRight(PageIdentity identity, Sheet sheet) {
        return identity.serial().equals(sheet.serial())
                && identity.page() == sheet.layout().page()
                && identity.form().equals(sheet.form().ref())
                && identity.patientId().filter(sheet.patient()::equals).isPresent();
    }

    /** Over the corners of every field, in the true scale of the scan. */
    private static double worstFieldMm(PageRegistration found, Homography truth, Sheet sheet) {
        PageRegistration real = new PageRegistration(truth, 0, 0, 0);
        double worst = 0;
        for (FieldZone field : sheet.layout().fields()) {
            PageBox box = field.box();
            for (PagePoint mm : List.of(
                    new PagePoint(box.left(), box.top()),
                    new PagePoint(box.right(), box.top()),
                    new PagePoint(box.left(), box.bottom()),
                    new PagePoint(box.right(), box.bottom()))) {
                ScanPoint is = real.toPixels(mm);
                ScanPoint said = found.toPixels(mm);
                worst = Math.max(worst, Math.hypot(is.x() - said.x(), is.y() - said.y()) / real.pixelsPerMm(mm));
            }
        }
        return worst;
    }

    private static String nameOf(Level level, Sheet sheet) {
        String value = level.series() + "-" + level.value() + "-" + sheet.serial() + "-"
                + sheet.layout().page();
        return value.replaceAll("[^A-Za-z0-9-]+", "_");
    }
}
