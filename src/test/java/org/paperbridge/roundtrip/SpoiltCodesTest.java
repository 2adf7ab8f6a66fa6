package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageIdentity.IdentifiedBy;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.identify.zxing.ZxingCodeFinder;
import org.paperbridge.identify.zxing.ZxingGridDecoder;
import org.paperbridge.intake.DeliveredFile;
import org.paperbridge.intake.DeliveredFiles;
import org.paperbridge.process.FramedCodes;
import org.paperbridge.register.opencv.OpenCvRegistrar;
import org.paperbridge.simulate.Handling;
import org.paperbridge.simulate.Mishap;
import org.paperbridge.simulate.opencv.RoughScanner;

/** Codes that no finder can decode are read module by module where the page's frame says they are, both together. */
final class SpoiltCodesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Ward ward;

    private static final RoughScanner SCANNER = new RoughScanner();

    @BeforeAll
    static void open() {
        ward = new Ward(folder);
    }

    @AfterAll
    static void close() {
        ward.close();
    }

    @Test
    void scribbledCodesAreReadTogetherWhereAFinderSeesNothing() throws IOException {
        List<Scribbled> pages = List.of(
                new Scribbled("prescription", 0, 1),
                new Scribbled("prescription", 2, 2),
                new Scribbled("ed-board", 0, 3),
                new Scribbled("admission", 0, 4));
        int unseen = 0;
        for (Scribbled scribbled : pages) {
            Ward.Printed printed = ward.print(scribbled.form(), "fr", scribbled.seed());
            PageImage image = scribbled.scan(printed);
            unseen += new ZxingCodeFinder().find(image).isEmpty() ? 1 : 0;

            PageOutcome.Read read = (PageOutcome.Read) ward.processor.process(image);

            assertThat(read.identity().by()).isEqualTo(IdentifiedBy.PAGE_CODE);
            assertThat(read.identity().serial()).isEqualTo(printed.issued().serial());
            assertThat(read.registration().residualMm()).isLessThan(0.15);
        }
        // Keys and so the modules of a code are new in every run, and now and then a scribble misses what counts.
        assertThat(unseen).as("pages whose codes a finder cannot read").isPositive();
    }

    /** A page with a scribble over 12 % of each of its codes. */
    private record Scribbled(String form, int quarters, long seed) {

        PageImage scan(Ward.Printed printed) throws IOException {
            LayoutPage page = printed.issued().form().layout().getPage(1);
            Handling handled =
                    Handling.GOOD.with(Handling.Pose.STRAIGHT.skewed(1.2).turned(quarters));
            for (var code : page.codes()) {
                handled = handled.with(new Mishap.Scribble(code, 0.12));
            }
            return SpoiltCodesTest.scan(printed, handled, seed);
        }
    }

    @ParameterizedTest(name = "{0} of both codes gone")
    @CsvSource({"0.8", "0.999"})
    void whatIsGoneFromBothIsNotMadeUp(double share) throws IOException {
        Ward.Printed printed = ward.print("prescription", "fr", 9);
        Handling blotted = Handling.GOOD;
        for (var code : printed.issued().form().layout().getPage(1).codes()) {
            blotted = blotted.with(new Mishap.Blot(code, share));
        }
        PageImage image = scan(printed, blotted, 9);

        assertThat(new FramedCodes(new OpenCvRegistrar(), new ZxingGridDecoder(), ward.forms).find(image))
                .isEmpty();
    }

    private static PageImage scan(Ward.Printed printed, Handling handling, long seed) throws IOException {
        BufferedImage paper = List.copyOf(printed.pages().values()).getFirst();
        Path file = folder.resolve("scan-" + seed + ".jpg");
        Files.write(
                file, SCANNER.scan(paper, handling, new SplittableRandom(seed)).file());
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            return delivered.decode(0);
        }
    }
}
