package org.paperbridge.roundtrip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.paperbridge.SeededSecrets;
import org.paperbridge.cli.Reading;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.intake.DeliveredFile;
import org.paperbridge.intake.DeliveredFiles;
import org.paperbridge.intake.Pixels;
import org.paperbridge.key.KeyRing;
import org.paperbridge.kit.FormIssuer;
import org.paperbridge.kit.FormIssuer.Subject;
import org.paperbridge.kit.IssuedForm;
import org.paperbridge.kit.Prefill;
import org.paperbridge.kit.pdfbox.PdfBoxWriter;
import org.paperbridge.kit.zxing.QrSymbol;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.process.PageProcessor;
import org.paperbridge.read.PageFieldReader;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.read.tesseract.TesseractLines;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.FormFiller;
import org.paperbridge.simulate.Hand;
import org.paperbridge.simulate.TruthMaker;
import org.paperbridge.simulate.opencv.RoughScan;
import org.paperbridge.simulate.pdfbox.PrintedPages;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.validation.policy.RiskPolicyFile;

/** Prints, fills, scans and reads back with the real parts and a key ring of its own. */
final class Ward implements AutoCloseable {

    static final Instant PRINTED = Instant.parse("2026-11-20T03:00:00Z");
    static final LocalDateTime NOW = LocalDateTime.parse("2026-11-23T09:00:00");

    /** What the identity block of every sheet prints. */
    static final Map<String, String> IDENTITY = Map.of(
            "patient.name", "DEMO Anne",
            "patient.birth-date", "12/03/1950",
            "patient.sex", "F",
            "patient.id", "90010181",
            "encounter.id", "269020189",
            "encounter.bed", "12",
            "unit.name", "Cardiologie");

    static final Path TEST_SCANS = Path.of("test-scans");
    /** Guards nothing: its keys seal invented patients only. */
    static final Optional<String> PASSPHRASE = Optional.of("paper");

    final KeyRing keys;
    final ReleasedForms forms;
    final PageProcessor processor;

    private final PageFieldReader reader = PageFieldReader.shippedWithoutLineHints();
    final Map<String, PrintedForm> printedHere = new HashMap<>();

    private final PrintedLineReader lines;
    private final FormFiller filler;
    private final PageJudge judge = new PageJudge(RiskPolicyFile.load(Path.of("pipeline/risk-policy.yaml")));
    private final Path folder;

    Ward(Path folder) {
        this(folder, Path.of("templates"));
    }

    /** What becomes of one scanned file, decoded as intake does. */
    PageOutcome read(RoughScan scan) throws IOException {
        Path file = Files.write(folder.resolve("scan.jpg"), scan.file());
        try (DeliveredFile delivered = DeliveredFiles.open(file)) {
            return processor.process(delivered.decode(0));
        }
    }

    /** A ward with forms of its own. */
    Ward(Path folder, Path templates) {
        this(folder, KeyRing.generate(7, SeededSecrets.of(5)), templates);
    }

    /** Of another hospital that gave itself the same site number. */
    static Ward ofStrangers(Path folder) {
        return new Ward(folder, KeyRing.generate(7, SeededSecrets.of(53)), Path.of("templates"));
    }

    private Ward(Path folder, KeyRing keys, Path templates) {
        this.folder = folder;
        this.forms = ReleasedForms.load(TemplateFiles.ofFolder(templates));
        this.keys = keys;
        this.lines = new TesseractLines(folder.resolve("natives"), 1);
        this.processor = processor(keys);
        try {
            this.filler = new FormFiller(Hand.load(Path.of("test-scans/handwriting")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the keys that the scans in {@code test-scans/} were printed with, and a registry that knows them all. */
    static Ward ofTestScans(Path folder) {
        Ward ward = new Ward(folder, RemakeTestScans.keys(), Path.of("templates"));
        try {
            for (Path each : TestScansTest.cases()) {
                ward.printedHere.putAll(new ScanCase(each).printed());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ward;
    }

    /** A reader with other keys is another hospital. */
    PageProcessor processor(KeyRing ring) {
        return Reading.processor(ring, forms, reader, lines, serial -> Optional.ofNullable(printedHere.get(serial)));
    }

    FormTemplate form(String name) {
        return forms.findNewest(name).orElseThrow();
    }

    /** One printed sheet, page by page at 300 dpi; the original where there are copies. */
    Printed print(String name, String language, long seed) {
        return printCopies(name, language, seed, 1).getFirst();
    }

    /** A printed sheet with its copies, the original first. */
    List<Printed> printCopies(String name, String language, long seed, int copies) {
        Optional<Subject> subject = Optional.of(new Subject("90010181", Optional.of("269020189")));
        return print(name, language, seed, subject, IDENTITY, copies);
    }

    /** A kit's sheet of one person; a blank one for nobody. */
    Printed print(String name, long seed, Optional<Patient> patient, Optional<Encounter> stay) {
        Optional<Subject> subject = patient.map(p -> new Subject(p.id(), stay.map(Encounter::id)));
        Map<String, String> prefill = patient.map(p -> new Prefill("fr", ZoneOffset.UTC).patient(p, stay))
                .orElse(Map.of());
        return print(name, "fr", seed, subject, prefill, 1).getFirst();
    }

    private List<Printed> print(
            String name,
            String language,
            long seed,
            Optional<Subject> subject,
            Map<String, String> prefill,
            int copies) {
        FormTemplate form = form(name);
        FormIssuer issuer =
                new FormIssuer(keys.site(), Clock.fixed(PRINTED, ZoneOffset.UTC), new SplittableRandom(seed));
        return issuer.issueCopies(form, subject, prefill, copies, language).stream()
                .map(issued -> printed(issued, language))
                .toList();
    }

    private Printed printed(IssuedForm issued, String language) {
        printedHere.putIfAbsent(issued.serial(), issued.printedForm());
        Path pdf = folder.resolve(issued.serial() + "-" + issued.printedForm().copy() + ".pdf");
        try {
            new PdfBoxWriter(new PageCodec(keys), QrSymbol::of).write(pdf, "form", language, List.of(issued));
            try (PrintedPages pages = new PrintedPages(pdf)) {
                Map<Integer, BufferedImage> images = new HashMap<>();
                for (int i = 0; i < pages.count(); i++) {
                    images.put(i + 1, pages.page(i));
                }
                return new Printed(issued, images);
            } finally {
                Files.delete(pdf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody wrote, field id to values; written onto the pages. */
    Map<String, List<String>> fill(Printed printed, long seed) {
        Map<String, List<String>> truth = new TruthMaker(new SplittableRandom(seed), NOW)
                .make(printed.issued().form());
        fill(printed, truth, seed);
        return truth;
    }

    /** Writes what somebody means to say onto the pages. */
    void fill(Printed printed, Map<String, List<String>> truth, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        printed.pages()
                .forEach((page, image) ->
                        filler.fill(image, printed.issued().form().layout().getPage(page), truth, random));
    }

    PageOutcome read(BufferedImage scan) {
        return processor.process(image(scan));
    }

    static PageImage image(BufferedImage scan) {
        return Pixels.of(scan, 300, java.util.Set.of());
    }

    static BufferedImage scan(BufferedImage page, Damage damage, long seed) {
        return BadScanner.scan(page, damage, new SplittableRandom(seed));
    }

    /** What rules and policy say of a page when the census knows these people. */
    Judgement judge(PageOutcome.Read read, KnownPeople people) {
        FormTemplate form = forms.findForm(read.identity().form()).orElseThrow();
        return new PageJudge(
                        RiskPolicyFile.load(Path.of("pipeline/risk-policy.yaml")),
                        () -> people,
                        org.paperbridge.form.formulary.Formulary::none)
                .judge(form, read, java.util.Set.of(), NOW);
    }

    /** Fields that would be accepted with no person. */
    List<String> accepted(PageOutcome.Read read) {
        FormTemplate form = forms.findForm(read.identity().form()).orElseThrow();
        return judge.judge(form, read, java.util.Set.of(), NOW).verdicts().stream()
                .filter(v -> v.action() == Action.AUTO)
                .map(FieldVerdict::field)
                .toList();
    }

    @Override
    public void close() {
        reader.close();
        lines.close();
    }

    record Printed(IssuedForm issued, Map<Integer, BufferedImage> pages) {}
}
