package org.paperbridge.cli.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.paperbridge.cli.Forms;
import org.paperbridge.cli.Json;
import org.paperbridge.cli.Printing;
import org.paperbridge.cli.Reading;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Action;
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
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.pdfbox.PrintedPages;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.validation.identity.IdentityCheck;
import org.paperbridge.validation.policy.RiskPolicyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "identity",
        description =
                "Pages of the right and of the wrong patient: which are stopped, which a person is asked about, and"
                        + " which pass in silence.",
        mixinStandardHelpOptions = true)
public final class BenchIdentityCommand implements Callable<Integer> {

    private static final List<String> FORMS =
            List.of("prescription", "observation", "prescription-chart", "medication-administration", "lab-request");
    private static final int PEOPLE = 60;
    private static final ZoneId WARD = ZoneId.of("Europe/Paris");

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--pages", defaultValue = "40", description = "For each level (default: ${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    private final KeyRing keys = KeyRing.generate(1, new SecureRandom());
    private final PrintedHere printed = new PrintedHere();

    /** What was done to a sheet before it was scanned. */
    private enum Planted {
        NOTHING,
        OWN_STICKER,
        CODE_OF_ANOTHER,
        STICKER_OF_ANOTHER,
        NAME_TAPED_OVER
    }

    @Override
    public Integer call() throws IOException {
        ReleasedForms released = forms.released();
        SplittableRandom random = new SplittableRandom(seed);
        Census census = People.ward(PEOPLE, random);
        KnownPeople people = KnownPeople.of(census);
        PageJudge knowing = new PageJudge(
                RiskPolicyFile.load(Reading.pipeline().resolve("risk-policy.yaml")), () -> people, Formulary::none);
        PageJudge alone = new PageJudge(RiskPolicyFile.load(Reading.pipeline().resolve("risk-policy.yaml")));
        Map<String, Object> report = new LinkedHashMap<>();
        try (PageFieldReader reader = PageFieldReader.shippedWithoutLineHints();
                PrintedLineReader lines = FilledPages.lines(1)) {
            PageProcessor processor = Reading.processor(keys, released, reader, lines, printed);
            for (String level : List.of("production", "hard", "200dpi", "fax")) {
                Map<String, Map<String, Integer>> counts = new TreeMap<>();
                for (int i = 0; i < pages; i++) {
                    FormTemplate form =
                            released.findNewest(FORMS.get(i % FORMS.size())).orElseThrow();
                    int who = random.nextInt(PEOPLE - 1);
                    BufferedImage own = sheet(form, census, who);
                    BufferedImage next = sheet(form, census, who + 1);
                    for (Planted planted : Planted.values()) {
                        BufferedImage paper =
                                plant(planted, own, next, form.layout().getPage(1), census, who, random);
                        PageOutcome outcome = processor.process(Pixels.of(scan(paper, level, random), 0, Set.of()));
                        count(counts, planted + " known", said(outcome, form, knowing));
                        count(counts, planted + " alone", said(outcome, form, alone));
                    }
                }
                report.put(level, counts);
            }
        }
        if (json) {
            System.out.println(Json.pretty(report));
        } else {
            report.forEach((level, row) -> System.out.println(level + "  " + row));
        }
        return 0;
    }

    private static void count(Map<String, Map<String, Integer>> counts, String what, String said) {
        counts.computeIfAbsent(what, w -> new TreeMap<>()).merge(said, 1, Integer::sum);
    }

    /** {@code stopped}, {@code asked}, {@code passed}; {@code stopped-leaky} would be a value accepted on a stopped page. */
    private static String said(PageOutcome outcome, FormTemplate form, PageJudge judge) {
        if (!(outcome instanceof PageOutcome.Read read)) {
            return "not-read";
        }
        Judgement judgement = judge.judge(form, read, Set.of(), LocalDateTime.of(2026, 11, 23, 9, 0));
        if (IdentityCheck.isDisputed(judgement.findings())) {
            boolean leaky = judgement.verdicts().stream().anyMatch(v -> v.action() == Action.AUTO);
            return leaky ? "stopped-leaky" : "stopped";
        }
        return judgement.findings().stream().anyMatch(IdentityCheck::asks) ? "asked" : "passed";
    }

    private static BufferedImage plant(
            Planted planted,
            BufferedImage own,
            BufferedImage next,
            LayoutPage layout,
            Census census,
            int who,
            SplittableRandom random)
            throws IOException {
        BufferedImage paper =
                new BufferedImage(own.getColorModel(), own.copyData(null), own.isAlphaPremultiplied(), null);
        FieldZone label = layout.fields().stream()
                .filter(z -> z.id().equals("patient-label"))
                .findFirst()
                .orElseThrow();
        switch (planted) {
            case NOTHING -> {}
            case CODE_OF_ANOTHER -> {
                layout.codes().forEach(code -> Stickers.paste(next, paper, code.grownBy(1.5)));
                Stickers.paste(next, paper, layout.shortCode());
            }
            case OWN_STICKER, STICKER_OF_ANOTHER -> {
                int whose = planted == Planted.OWN_STICKER ? who : who + 1;
                BufferedImage sticker = Stickers.print(
                        census.patients().get(whose), census.encounters().get(whose));
                Stickers.stick(paper, sticker, label.box(), (random.nextDouble() - 0.5) * 4);
            }
            case NAME_TAPED_OVER -> {
                FieldZone name = layout.fields().stream()
                        .filter(z -> z.id().equals("patient-name"))
                        .findFirst()
                        .orElseThrow();
                Stickers.paste(next, paper, name.box());
            }
        }
        return paper;
    }

    private BufferedImage sheet(FormTemplate form, Census census, int who) throws IOException {
        Patient patient = census.patients().get(who);
        Encounter stay = census.encounters().get(who);
        FormIssuer issuer = Printing.issuer(keys, Clock.systemUTC());
        IssuedForm issued = issuer.issue(
                form,
                Optional.of(new Subject(patient.id(), Optional.of(stay.id()))),
                new Prefill("fr", WARD).patient(patient, Optional.of(stay)));
        printed.add(issued.printedForm());
        Path pdf = Files.createTempFile("paperbridge-bench", ".pdf");
        try {
            new PdfBoxWriter(new PageCodec(keys), QrSymbol::of).write(pdf, "bench", "fr", List.of(issued));
            try (PrintedPages paper = new PrintedPages(pdf)) {
                return paper.page(0);
            }
        } finally {
            Files.delete(pdf);
        }
    }

    private static BufferedImage scan(BufferedImage paper, String level, SplittableRandom random) {
        return switch (level) {
            case "production" -> BadScanner.scan(paper, Damage.MILD, random);
            case "hard" -> BadScanner.scan(paper, Damage.HARD, random);
            case "200dpi" -> BadScanner.scan(paper, Damage.COARSE, random);
            case "fax" -> BadScanner.bilevel(BadScanner.scan(paper, Damage.COARSE, random));
            default -> throw new IllegalArgumentException(level);
        };
    }
}
