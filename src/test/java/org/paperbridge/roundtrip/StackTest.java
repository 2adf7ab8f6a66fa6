package org.paperbridge.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.cli.Printing;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.route.Crew;
import org.paperbridge.route.DeliveredSource;
import org.paperbridge.route.OriginalIntake;
import org.paperbridge.route.OriginalSplitter;
import org.paperbridge.route.PageJudging;
import org.paperbridge.route.PageWorker;
import org.paperbridge.route.ProcessorReader;
import org.paperbridge.route.RescanExaminer;
import org.paperbridge.simulate.Damage;
import org.paperbridge.simulate.pdfbox.PrintedPages;
import org.paperbridge.simulate.pdfbox.ScanFiles;
import org.paperbridge.store.Store;
import org.paperbridge.store.StoreSettings;
import org.paperbridge.store.TestStore;
import org.paperbridge.store.sql.StoredReleases;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.batch.BatchTrouble;
import org.paperbridge.validation.batch.ScannedBatch;
import org.paperbridge.validation.policy.RiskPolicyFile;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskKind;
import org.paperbridge.validation.release.RecordBuilder;

/** FEATURE UNDER TEST: printed, written on, scanned as stacks on both sides, through the beans of the routes. */
final class StackTest {

    private static final double PX_PER_MM = 300 / 25.4;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    private Path folder = Path.of("");

    private final Clock clock = Clock.fixed(Ward.NOW.toInstant(ZoneOffset.UTC), ZoneOffset.UTC);

    @SuppressWarnings("NullAway.Init")
    private Ward ward;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    @BeforeEach
    void prepare() {
        ward = new Ward(folder);
        store = TestStore.open(
                new StoreSettings("jdbc:sqlite:" + folder.resolve("paperbridge.db"), "", ""),
                folder,
                clock,
                TestStore.key(1),
                new StoredReleases.Rulebook(ward.forms, new RecordBuilder(PARIS), List.of("fhir")));
    }

    @AfterEach
    void close() {
        store.close();
        ward.close();
    }

    @Test
    void aTwoSidedStackIsCountedAndAChartThatGoesOnIsOnlyAskedAboutItsNewInk() throws IOException {
        Ward.Printed chart = ward.print("observation", "fr", 91);
        ward.fill(chart, 91);
        BufferedImage front = page(chart, 1);
        BufferedImage blank = blank();
        Ward.Printed admission = ward.print("admission", "fr", 92);
        scan(
                "monday",
                header(4),
                blank,
                front,
                page(chart, 2),
                page(chart, 3),
                blank,
                page(admission, 1),
                page(admission, 2));

        ScannedBatch batch = store.batches().list(5).getFirst();
        assertThat(batch.unit()).isEqualTo("CARD");
        assertThat(batch.twoSided()).isTrue();
        assertThat(batch.sheets()).isEqualTo(3);
        assertThat(batch.blank()).isEqualTo(1);
        assertThat(batch.troubles()).extracting(BatchTrouble::kind).containsExactly(BatchTrouble.Kind.SHEETS_MISSING);
        int asked = task(chart, 1).openFields();

        scan("again", front);
        assertThat(outcomes()).containsEntry("rescan", 1L).doesNotContainKey("unidentified");
        assertThat(tasks()).extracting(ReviewTask::kind).doesNotContain(TaskKind.COMPARE_RESCAN);

        String field = writeInAnEmptyCell(chart, front);
        scan("tuesday", front);
        ReviewTask now = task(chart, 1);
        PageOutcome.Read read = (PageOutcome.Read)
                store.scans().findOutcome(now.scan().orElseThrow()).orElseThrow();
        assertThat(read.readings())
                .filteredOn(r -> r.field().equals(field))
                .extracting(FieldReading::state)
                .doesNotContain(FieldState.BLANK);
        assertThat(tasks()).extracting(ReviewTask::kind).doesNotContain(TaskKind.COMPARE_RESCAN);
        assertThat(now.openFields()).isBetween(asked, asked + 1);
        assertThat(outcomes()).containsEntry("rescan", 2L);

        Graphics2D white = front.createGraphics();
        white.setColor(Color.WHITE);
        PageBox box = zone(chart, field).box();
        white.fillRect(px(box.left()), px(box.top()), px(box.width()), px(box.height()));
        white.dispose();
        scan("whitened", front);
        assertThat(tasks()).extracting(ReviewTask::kind).contains(TaskKind.COMPARE_RESCAN);
    }

    private void scan(String name, BufferedImage... pages) throws IOException {
        List<BufferedImage> scans = new ArrayList<>();
        for (int i = 0; i < pages.length; i++) {
            scans.add(Ward.scan(pages[i], Damage.MILD, name.hashCode() + i));
        }
        Path file = folder.resolve(name + ".pdf");
        ScanFiles.writePdf(file, scans, 300);
        Crew crew = new Crew("test", name, 1);
        DeliveredSource source = new DeliveredSource();
        new OriginalIntake(store, from -> {}, Map.of(), Clock.systemUTC()).receive(file.toFile());
        new OriginalSplitter(store, source, crew).splitWaiting();
        PageWorker worker = new PageWorker(store, source, new ProcessorReader(ward.processor), crew);
        while (worker.readSlice().equals("more")) {
            // until nothing waits
        }
        new PageJudging(
                        store,
                        new PageJudge(RiskPolicyFile.load(Path.of("pipeline/risk-policy.yaml"))),
                        new RescanExaminer(store, source, ward.forms),
                        PARIS,
                        clock)
                .judgeWaiting();
    }

    private BufferedImage header(int expected) throws IOException {
        Path pdf = folder.resolve("header.pdf");
        BatchLabel label = new BatchLabel(
                ward.keys.site(),
                "K7QM3F9TX0",
                "CARD",
                "nuit",
                "A. Martin",
                Optional.of(expected),
                Instant.parse("2026-11-20T03:00:00Z"));
        Printing.batch(ward.keys, PARIS).write(pdf, label, false, "fr");
        try (PrintedPages pages = new PrintedPages(pdf)) {
            return pages.page(0);
        }
    }

    private String writeInAnEmptyCell(Ward.Printed chart, BufferedImage page) {
        PageOutcome.Read read = (PageOutcome.Read) ward.read(page);
        List<String> blank = read.readings().stream()
                .filter(r -> r.state() == FieldState.BLANK)
                .map(FieldReading::field)
                .toList();
        FieldZone.Comb comb = chart.issued().form().layout().getPage(1).fields().stream()
                .filter(z -> z instanceof FieldZone.Comb && blank.contains(z.id()))
                .map(FieldZone.Comb.class::cast)
                .findFirst()
                .orElseThrow();
        PageBox cell = comb.cells().getLast();
        Graphics2D g = page.createGraphics();
        g.setColor(new Color(40, 40, 40));
        g.setStroke(new BasicStroke((float) (0.5 * PX_PER_MM), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.drawLine(px(cell.centre().x()), px(cell.top() + 1.2), px(cell.centre().x()), px(cell.bottom() - 1.2));
        g.dispose();
        return comb.id();
    }

    private static FieldZone zone(Ward.Printed chart, String field) {
        return chart.issued().form().layout().getPage(1).fields().stream()
                .filter(z -> z.id().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private ReviewTask task(Ward.Printed printed, int page) {
        return tasks().stream()
                .filter(t ->
                        t.form().filter(printed.issued().form().ref()::equals).isPresent())
                .filter(t -> t.page().filter(p -> p == page).isPresent() && t.kind() == TaskKind.CHECK_VALUES)
                .findFirst()
                .orElseThrow();
    }

    private List<ReviewTask> tasks() {
        return store.queue().listTasks(TaskFilter.open(), 0, 50).tasks();
    }

    private Map<String, Long> outcomes() {
        return store.situations().count().outcomes();
    }

    private static BufferedImage page(Ward.Printed printed, int page) {
        return Objects.requireNonNull(printed.pages().get(page));
    }

    private static BufferedImage blank() {
        BufferedImage blank = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = blank.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 2480, 3508);
        g.dispose();
        return blank;
    }

    private static int px(double mm) {
        return (int) Math.round(mm * PX_PER_MM);
    }
}
