package org.paperbridge.cli.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.paperbridge.cli.Forms;
import org.paperbridge.cli.Json;
import org.paperbridge.cli.Progress;
import org.paperbridge.cli.Reading;
import org.paperbridge.form.layout.Alphabet;
import org.paperbridge.form.layout.Criticality;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.intake.Pixels;
import org.paperbridge.process.PageProcessor;
import org.paperbridge.read.PageFieldReader;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.simulate.BadScanner;
import org.paperbridge.simulate.Damage;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.validation.PageJudge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "accuracy",
        description = {
            "What is read right, what goes to a person and what is accepted wrong, on filled and badly scanned pages.",
            "Written fields only, but a value accepted where nothing was written counts as silently wrong too."
        },
        mixinStandardHelpOptions = true)
public final class BenchAccuracyCommand implements Callable<Integer> {

    @Mixin
    private Forms forms = new Forms();

    @Option(names = "--pages", defaultValue = "60", description = "For each level (default: ${DEFAULT-VALUE}).")
    private int pages;

    @Option(names = "--seed", defaultValue = "100", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--handwriting", defaultValue = "test-scans/handwriting", description = "The sample.")
    private Path handwriting = Path.of("");

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description = "Writes how coverage and errors trade, as SVG, over all levels.")
    private Optional<Path> chart = Optional.empty();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    private final Map<String, CoverageCurve> curves = new TreeMap<>();

    /** Counts of one kind of field. */
    private static final class Row {
        private int written;
        private int right;
        private int accepted;
        private int silentlyWrong;
        /** Written fields a person sees, by why; a field may have several reasons. */
        private final Map<String, Integer> seenFor = new TreeMap<>();

        private final CoverageCurve curve = new CoverageCurve();

        private Map<String, Object> describe() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("written", written);
            map.put("rightShare", share(right, written));
            map.put("accepted", accepted);
            map.put("acceptedShare", share(accepted, written));
            map.put("silentlyWrong", silentlyWrong);
            map.put("silentlyWrongAtMost95", Interval.upper95(silentlyWrong, accepted));
            map.put("seenFor", seenFor);
            map.put("curve", curve.points().stream().map(Row::describe).toList());
            return map;
        }

        private static Map<String, Object> describe(CoverageCurve.Point point) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("share", Math.round(point.share() * 1000) / 1000.0);
            map.put("accepted", point.accepted());
            map.put("wrong", point.wrong());
            map.put("threshold", Math.round(point.threshold() * 1e5) / 1e5);
            return map;
        }

        private static double share(int part, int whole) {
            return whole == 0 ? 0 : Math.round(10_000.0 * part / whole) / 10_000.0;
        }
    }

    @Override
    public Integer call() throws IOException {
        ReleasedForms released = forms.released();
        PageJudge judge = Reading.judge();
        Map<String, Map<String, Object>> report = new LinkedHashMap<>();
        try (PageFieldReader reader = PageFieldReader.shippedWithoutLineHints();
                PrintedLineReader lines = FilledPages.lines(1);
                Progress progress = Progress.alone("Pages", 3L * pages)) {
            for (Map.Entry<String, Damage> level : List.of(
                    Map.entry("mild", Damage.MILD),
                    Map.entry("hard", Damage.HARD),
                    Map.entry("200dpi", Damage.COARSE))) {
                FilledPages made = new FilledPages(released, handwriting, seed);
                PageProcessor processor = made.processor(reader, lines);
                Map<String, Row> rows = new TreeMap<>();
                int notRead = 0;
                for (FilledPages.Sheet sheet : made.make(pages, true)) {
                    BufferedImage scan = BadScanner.scan(sheet.paper(), level.getValue(), made.random());
                    if (processor.process(Pixels.of(scan, 0, Set.of())) instanceof PageOutcome.Read read) {
                        count(rows, sheet, read, judge);
                    } else {
                        notRead++;
                    }
                    progress.step();
                }
                Map<String, Object> described = new LinkedHashMap<>();
                described.put("pagesNotRead", notRead);
                rows.forEach((kind, row) -> {
                    if (row.written > 0) {
                        described.put(kind, row.describe());
                    }
                });
                report.put(level.getKey(), described);
            }
        }
        if (chart.isPresent()) {
            Files.writeString(chart.get(), CurveChart.svg(curves));
        }
        if (json) {
            System.out.println(Json.pretty(report));
        } else {
            report.forEach((level, rows) -> rows.forEach((kind, row) -> System.out.println(
                    level + "  " + kind + "  " + (row instanceof Map<?, ?> map ? withoutCurve(map) : row))));
        }
        return 0;
    }

    private void count(Map<String, Row> rows, FilledPages.Sheet sheet, PageOutcome.Read read, PageJudge judge) {
        List<FieldVerdict> verdicts =
                judge.judge(sheet.form(), read, Set.of(), FilledPages.NOW).verdicts();
        for (FieldReading reading : read.readings()) {
            List<String> truth = sheet.truth().getOrDefault(reading.field(), List.of());
            if (truth.equals(List.of("*"))) {
                continue;
            }
            List<FieldVerdict> about = verdicts.stream()
                    .filter(v -> v.field().equals(reading.field()))
                    .toList();
            boolean accepted = about.stream().anyMatch(v -> v.action() == Action.AUTO);
            boolean right = reading.values().equals(truth);
            FieldZone zone = zone(sheet, reading.field());
            Row row = rows.computeIfAbsent(kind(zone) + seen(zone), k -> new Row());
            row.silentlyWrong += accepted && !right ? 1 : 0;
            if (!truth.isEmpty()) {
                row.written++;
                row.right += right ? 1 : 0;
                row.accepted += accepted ? 1 : 0;
                about.stream()
                        .filter(v -> v.action() != Action.AUTO)
                        .flatMap(v -> v.reasons().stream())
                        .forEach(reason -> row.seenFor.merge(reason, 1, Integer::sum));
                row.curve.add(reading.confidence(), right);
                curves.computeIfAbsent(kind(zone), k -> new CoverageCurve()).add(reading.confidence(), right);
            }
        }
    }

    private static Map<Object, Object> withoutCurve(Map<?, ?> row) {
        Map<Object, Object> shown = new LinkedHashMap<>(row);
        shown.remove("curve");
        return shown;
    }

    private static FieldZone zone(FilledPages.Sheet sheet, String id) {
        return sheet.form().layout().getPage(sheet.page()).fields().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The policy never accepts these, however sure: they would only hide how often it accepts the others. */
    private static String seen(FieldZone zone) {
        return zone.criticality() == Criticality.HIGH ? ", always seen" : "";
    }

    private static String kind(FieldZone zone) {
        return switch (zone) {
            case FieldZone.Tick tick -> "tick";
            case FieldZone.Comb comb ->
                comb.alphabet() == Alphabet.LETTERS || comb.alphabet() == Alphabet.ALPHANUMERIC
                        ? "comb letters"
                        : comb.check().isPresent() ? "comb digits with check" : "comb digits";
            case FieldZone.Line line -> "line";
            case FieldZone.Area area -> "area";
            case FieldZone.Signature signature -> "signature";
            case FieldZone.Label label -> "label";
            case FieldZone.Print print -> "print";
        };
    }
}
