package org.paperbridge.cli.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.paperbridge.cli.Printing;
import org.paperbridge.cli.Reading;
import org.paperbridge.cli.RefusedException;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.FormIssuer;
import org.paperbridge.kit.FormIssuer.Subject;
import org.paperbridge.kit.IssuedForm;
import org.paperbridge.kit.pdfbox.PdfBoxWriter;
import org.paperbridge.kit.zxing.QrSymbol;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.process.IdentityLines;
import org.paperbridge.process.PageProcessor;
import org.paperbridge.read.FieldReader;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.read.tesseract.TesseractLines;
import org.paperbridge.simulate.FormFiller;
import org.paperbridge.simulate.Hand;
import org.paperbridge.simulate.TruthMaker;
import org.paperbridge.simulate.pdfbox.PrintedPages;
import org.paperbridge.template.ReleasedForms;

/** Prints forms with a key ring of its own and fills them with handwriting that no model was trained on. */
public final class FilledPages {

    /** What published figures were measured on: forms added later do not change what a figure means. */
    private static final List<String> FORMS = List.of("admission", "prescription", "observation");

    /** The identity block is printed, because reading it is part of what a page costs. */
    private static final Map<String, String> IDENTITY = Map.of(
            "patient.name", "DEMOULIN Anne",
            "patient.birth-date", "12/03/1950",
            "patient.sex", "F",
            "patient.id", "90010181",
            "encounter.id", "269020189");

    public static final LocalDateTime NOW = LocalDateTime.parse("2026-11-23T09:00:00");

    private final KeyRing keys;
    private final PrintedHere printed = new PrintedHere();
    private final ReleasedForms forms;
    private final FormFiller filler;
    private final SplittableRandom random;

    public FilledPages(ReleasedForms forms, Path handwriting, long seed) throws IOException {
        this(forms, KeyRing.generate(1, new SecureRandom()), handwriting, seed);
    }

    public FilledPages(ReleasedForms forms, KeyRing keys, Path handwriting, long seed) throws IOException {
        if (!Files.isDirectory(handwriting)) {
            throw new RefusedException("There is no handwriting sample in " + handwriting + "; run in a checkout.");
        }
        this.forms = forms;
        this.keys = keys;
        this.filler = new FormFiller(Hand.load(handwriting));
        this.random = new SplittableRandom(seed);
    }

    /** One page as it leaves the ward, at 300 dpi. */
    public record Sheet(
            FormTemplate form, String serial, int page, Map<String, List<String>> truth, BufferedImage paper) {}

    public KeyRing keys() {
        return keys;
    }

    public SplittableRandom random() {
        return random;
    }

    /** Tesseract, unpacked where another run may use it again. */
    public static PrintedLineReader lines(int threads) {
        return new TesseractLines(Path.of(System.getProperty("java.io.tmpdir"), "paperbridge-bench-natives"), threads);
    }

    /** As shipped, with a registry of the pages made here. */
    public PageProcessor processor(FieldReader reader, PrintedLineReader lines) {
        return processor(reader, lines, IdentityLines.ALL);
    }

    /** @param compared how much of the identity block is read */
    public PageProcessor processor(FieldReader reader, PrintedLineReader lines, IdentityLines compared) {
        return Reading.processor(keys, forms, reader, lines, compared, printed);
    }

    /** An admission sheet is for somebody who has no number yet: theirs is written by hand. */
    private static Optional<Subject> subject(FormTemplate form) {
        return form.ref().form().equals("admission")
                ? Optional.empty()
                : Optional.of(new Subject("90010181", Optional.of("269020189")));
    }

    /** At least this many pages, the forms of {@link #FORMS} in turn. */
    public List<Sheet> make(int pages, boolean filled) throws IOException {
        List<FormTemplate> turns =
                FORMS.stream().flatMap(name -> forms.findNewest(name).stream()).toList();
        FormIssuer issuer = Printing.issuer(keys, Clock.systemUTC());
        List<Sheet> sheets = new ArrayList<>();
        Path pdf = Files.createTempFile("paperbridge-bench", ".pdf");
        try {
            for (int i = 0; sheets.size() < pages; i++) {
                FormTemplate form = turns.get(i % turns.size());
                IssuedForm issued =
                        issuer.issue(form, subject(form), subject(form).isPresent() ? IDENTITY : Map.of());
                printed.add(issued.printedForm());
                new PdfBoxWriter(new PageCodec(keys), QrSymbol::of).write(pdf, "bench", "fr", List.of(issued));
                Map<String, List<String>> truth = filled ? new TruthMaker(random, NOW).make(form) : Map.of();
                try (PrintedPages printed = new PrintedPages(pdf)) {
                    for (int page = 1; page <= printed.count(); page++) {
                        BufferedImage paper = printed.page(page - 1);
                        filler.fill(paper, form.layout().getPage(page), truth, random);
                        sheets.add(new Sheet(form, issued.serial(), page, truth, paper));
                    }
                }
            }
        } finally {
            Files.deleteIfExists(pdf);
        }
        return sheets;
    }
}
