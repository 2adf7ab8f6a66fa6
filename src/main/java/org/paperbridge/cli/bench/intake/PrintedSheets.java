package org.paperbridge.cli.bench.intake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.paperbridge.cli.RefusedException;
import org.paperbridge.cli.bench.FilledPages;
import org.paperbridge.cli.bench.PrintedHere;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.FormIssuer;
import org.paperbridge.kit.FormIssuer.Subject;
import org.paperbridge.kit.IssuedForm;
import org.paperbridge.kit.pdfbox.PdfBoxWriter;
import org.paperbridge.kit.zxing.QrSymbol;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.simulate.FormFiller;
import org.paperbridge.simulate.Hand;
import org.paperbridge.simulate.TruthMaker;
import org.paperbridge.simulate.pdfbox.PrintedPages;
import org.paperbridge.template.ReleasedForms;

/**
 * Every shipped form in both languages, each for a patient of its own, printed and filled by hand; the same seed gives the
 * same sheets. Safe to share between threads.
 */
final class PrintedSheets {

    private final KeyRing keys;
    private final PrintedHere printed = new PrintedHere();
    private final List<FormTemplate> forms;
    private final FormFiller filler;
    private final long seed;

    PrintedSheets(ReleasedForms released, Path handwriting, long seed) throws IOException {
        if (!Files.isDirectory(handwriting)) {
            throw new RefusedException("There is no handwriting sample in " + handwriting + "; run in a checkout.");
        }
        this.forms = released.listForms().stream()
                .sorted(Comparator.comparing(f -> f.ref().toString()))
                .toList();
        this.keys = KeyRing.generate(1, seeded(seed));
        this.filler = new FormFiller(Hand.load(handwriting));
        this.seed = seed;
    }

    /**
     * One printed and filled side.
     *
     * @param paper 8-bit grey at 300 dpi
     */
    record Sheet(FormTemplate form, String serial, String patient, LayoutPage layout, BufferedImage paper) {}

    KeyRing keys() {
        return keys;
    }

    PrintedHere printed() {
        return printed;
    }

    /** @param number from 0; forms and languages in turn */
    List<Sheet> form(int number) throws IOException {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        FormTemplate form = forms.get(number % forms.size());
        String language = number / forms.size() % 2 == number % 2 ? "fr" : "en";
        String patient = Integer.toString(10_000_000 + number);
        IssuedForm issued = new FormIssuer(
                        keys.site(), Clock.fixed(FilledPages.NOW.toInstant(ZoneOffset.UTC), ZoneOffset.UTC), random)
                .issue(form, Optional.of(new Subject(patient, Optional.of("2" + patient))), Map.of());
        printed.add(issued.printedForm());
        Map<String, List<String>> truth = new TruthMaker(random, FilledPages.NOW).make(form);
        Path pdf = Files.createTempFile("paperbridge-bench", ".pdf");
        try {
            new PdfBoxWriter(new PageCodec(keys), QrSymbol::of).write(pdf, "bench", language, List.of(issued));
            List<Sheet> sheets = new ArrayList<>();
            try (PrintedPages pages = new PrintedPages(pdf)) {
                for (int page = 1; page <= pages.count(); page++) {
                    BufferedImage paper = pages.page(page - 1);
                    LayoutPage layout = form.layout().getPage(page);
                    filler.fill(paper, layout, truth, random);
                    sheets.add(new Sheet(form, issued.serial(), patient, layout, paper));
                }
            }
            return sheets;
        } finally {
            Files.deleteIfExists(pdf);
        }
    }

    /** Keys of a measurement guard nothing: they are drawn from the seed, so that a page code can be made again. */
    private static SecureRandom seeded(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA1PRNG", e);
        }
    }
}
