package org.paperbridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageIdentity.IdentifiedBy;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.store.object.ObjectStore.StoredObject;
import org.paperbridge.store.sql.StoredReleases;
import org.paperbridge.template.ReleasedForms;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.validation.ledger.Declaration;
import org.paperbridge.validation.ledger.LedgerSummary;
import org.paperbridge.validation.ledger.OpenSheet;
import org.paperbridge.validation.ledger.PageCounts;
import org.paperbridge.validation.ledger.PatientSheet;
import org.paperbridge.validation.release.RecordBuilder;

/** FEATURE UNDER TEST: every printed page is accounted for. The observation chart has two pages, the others one. */
abstract class LedgerContract {

    private static final ReleasedForms FORMS = ReleasedForms.load(TemplateFiles.ofProduct());
    private static final FormRef CHART = new FormRef("observation", 1);
    private static final FormRef SHEET = new FormRef("admission", 1);
    private static final Duration LEASE = Duration.ofMinutes(5);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private final WardClock clock = new WardClock(Instant.parse("2026-09-22T12:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    private Store store;

    private int files;

    abstract StoreSettings settings();

    @BeforeEach
    void openStore() {
        store = TestStore.open(
                settings(),
                home,
                clock,
                TestStore.key(1),
                new StoredReleases.Rulebook(FORMS, new RecordBuilder(ZoneId.of("Europe/Paris")), List.of()));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatIsNotBackIsLookedForAndBlankStockIsNot() {
        store.printedForms().registerKit("CARD", List.of(named("CHART00001", CHART), named("SHEET00001", SHEET)));
        store.printedForms().registerKit("CARD", List.of(blank("BLANK00001", CHART)));

        assertThat(summary().units()).containsOnlyKeys("CARD");
        assertThat(summary().total()).isEqualTo(new PageCounts(0, 0, 3, 0, 2, 0));
        assertThat(chase()).extracting(OpenSheet::serial).containsExactly("CHART00001", "SHEET00001");
        assertThat(chase().getFirst().patientId()).contains("IPP0001");
        assertThat(chase().getFirst().missing()).containsExactly(1, 2);
    }

    @Test
    void aPageThatIsBackLeavesTheOtherOfItsSheetToBeLookedForFirst() throws IOException {
        store.printedForms().registerKit("CARD", List.of(named("SHEET00001", SHEET), named("CHART00001", CHART)));
        store.printedForms().registerKit("CARD", List.of(blank("BLANK00001", CHART)));
        scan("CHART00001", CHART, 1, 1);
        scan("BLANK00001", CHART, 2, 1);

        assertThat(summary().total()).isEqualTo(new PageCounts(2, 2, 1, 0, 0, 0));
        List<OpenSheet> chase = chase();
        assertThat(chase)
                .extracting(OpenSheet::serial)
                .containsExactlyInAnyOrder("CHART00001", "BLANK00001", "SHEET00001");
        assertThat(chase.getLast().serial()).isEqualTo("SHEET00001");
        assertThat(chase.getLast().begun()).isFalse();
        assertThat(chase.getFirst().begun()).isTrue();

        scan("CHART00001", CHART, 2, 1);
        scan("SHEET00001", SHEET, 1, 1);
        assertThat(chase()).extracting(OpenSheet::serial).containsExactly("BLANK00001");
        assertThat(summary().total()).isEqualTo(new PageCounts(4, 1, 0, 0, 0, 0));
    }

    @Test
    void aPageTwiceIsOnePage() throws IOException {
        store.printedForms().register("CARD", List.of(named("CHART00001", CHART)));
        scan("CHART00001", CHART, 1, 1);
        scan("CHART00001", CHART, 1, 1);

        LedgerSummary summary = summary();
        assertThat(summary.total()).isEqualTo(new PageCounts(1, 1, 0, 0, 0, 0));
        assertThat(summary.sides()).containsEntry("rescan", 1L);
    }

    @Test
    void originalAndCopyAreBothAccountedForAndDeclaredOneByOne() throws IOException {
        store.printedForms().register("CARD", List.of(named("CHART00001", CHART, 1), named("CHART00001", CHART, 2)));
        store.printedForms().registerKit("CARD", List.of(blank("BLANK00001", CHART, 1), blank("BLANK00001", CHART, 2)));
        assertThat(summary().total()).isEqualTo(new PageCounts(0, 0, 4, 0, 4, 0));
        assertThat(chase()).extracting(OpenSheet::copy).containsExactly(1, 2);

        scan("CHART00001", CHART, 1, 2);
        scan("CHART00001", CHART, 2, 2);
        assertThat(summary().total()).isEqualTo(new PageCounts(2, 2, 0, 0, 4, 0));
        assertThat(chase()).singleElement().satisfies(original -> {
            assertThat(original.copy()).isEqualTo(1);
            assertThat(original.begun()).isFalse();
        });

        scan("CHART00001", CHART, 1, 1);
        assertThat(summary().sides()).doesNotContainKey("rescan");
        assertThat(store.ledger().declare("CHART00001", 1, Declaration.LOST, "ada"))
                .isEqualTo(1);
        assertThat(store.ledger().declare("CHART00001", 2, Declaration.LOST, "ada"))
                .isZero();
        assertThat(chase()).isEmpty();
        assertThat(summary().total()).isEqualTo(new PageCounts(3, 0, 0, 1, 4, 0));
    }

    @Test
    void aCopyThatThePharmacyKeepsIsExplainedBeforeItsOriginalIs() {
        store.printedForms().register("CARD", List.of(named("CHART00001", CHART, 1), named("CHART00001", CHART, 2)));

        assertThat(store.ledger().declare("CHART00001", 2, Declaration.FILED, "ada"))
                .isEqualTo(2);
        assertThat(chase()).extracting(OpenSheet::copy).containsExactly(1);
        assertThat(summary().total()).isEqualTo(new PageCounts(0, 0, 2, 2, 0, 0));
    }

    @Test
    void aNewerKitTakesThePlaceOfSheetsThatNeverMetPaper() throws IOException {
        store.printedForms().registerKit("CARD", List.of(named("CHART00001", CHART), named("CHART00002", CHART)));
        store.printedForms().registerKit("CARD", List.of(named("SHEET00001", SHEET)));
        store.printedForms().registerKit("NEURO", List.of(named("SHEET00009", SHEET)));
        store.printedForms().register("CARD", List.of(named("SHEET00002", SHEET)));
        scan("CHART00001", CHART, 1, 1);

        store.printedForms().registerKit("CARD", List.of(named("CHART00003", CHART)));
        store.printedForms().replaceKit("CARD", Set.of("CHART00003", "SHEET00001"), clock.instant());

        assertThat(summary().units())
                .containsEntry("CARD", new PageCounts(1, 1, 4, 0, 0, 2))
                .containsEntry("NEURO", new PageCounts(0, 0, 1, 0, 0, 0));
        assertThat(store.ledger().chase(Optional.of("CARD"), 10))
                .extracting(OpenSheet::serial)
                .containsExactlyInAnyOrder("CHART00001", "SHEET00001", "SHEET00002", "CHART00003");
    }

    @Test
    void aPersonSaysWhatBecameOfAPageAndAScanStillCountsMore() throws IOException {
        store.printedForms().register("CARD", List.of(named("CHART00001", CHART), named("SHEET00001", SHEET)));
        scan("CHART00001", CHART, 1, 1);

        assertThat(store.ledger().declare("CHART00001", 1, Declaration.LOST, "ada"))
                .isEqualTo(1);
        assertThat(store.ledger().declare("CHART00001", 1, Declaration.LOST, "ada"))
                .isZero();
        assertThat(store.ledger().declare("SHEET00001", 1, Declaration.UNUSED, "ada"))
                .isEqualTo(1);
        assertThat(store.ledger().declare("NOSUCHFORM", 1, Declaration.UNUSED, "ada"))
                .isZero();

        assertThat(chase()).isEmpty();
        assertThat(summary().total()).isEqualTo(new PageCounts(1, 0, 0, 2, 0, 0));
        assertThat(store.audit().list(0, 10))
                .extracting(e -> e.actor() + " " + e.action() + " " + e.subject())
                .containsExactly("ada declare-pages SHEET00001", "ada declare-pages CHART00001");

        scan("CHART00001", CHART, 2, 1);
        assertThat(summary().total()).isEqualTo(new PageCounts(2, 0, 0, 1, 0, 0));
    }

    @Test
    void anExplanationIsTakenBackByNameAndWhatWasSaidStays() throws IOException {
        store.printedForms().register("CARD", List.of(named("CHART00001", CHART)));
        scan("CHART00001", CHART, 1, 1);
        store.ledger().declare("CHART00001", 1, Declaration.UNUSED, "ada");
        assertThat(summary().voided()).containsEntry("CARD", 1L);

        assertThat(store.ledger().takeBack("CHART00001", 1, "bea")).isEqualTo(1);
        assertThat(store.ledger().takeBack("CHART00001", 1, "bea")).isZero();
        assertThat(summary().voided()).isEmpty();
        assertThat(chase()).extracting(OpenSheet::missing).containsExactly(List.of(2));

        store.ledger().declare("CHART00001", 1, Declaration.LOST, "ada");
        assertThat(summary().voided()).as("lost is not void").isEmpty();
        assertThat(store.ledger().listSheets("IPP0001"))
                .singleElement()
                .satisfies(
                        sheet -> assertThat(Optional.ofNullable(sheet.declared().get(2)))
                                .contains(new PatientSheet.Statement("lost", "ada", clock.instant())));
        assertThat(store.audit().list(0, 10))
                .extracting(e -> e.actor() + " " + e.action())
                .containsExactly("ada declare-pages", "bea take-back-pages", "ada declare-pages");
    }

    @Test
    void aPatientsSheetsAreShownPageByPageWhateverStackTheyCameIn() throws IOException {
        store.printedForms().registerKit("CARD", List.of(named("CHART00001", CHART), named("SHEET00001", SHEET)));
        scan("CHART00001", CHART, 2, 1);
        scan("CHART00001", CHART, 2, 1);
        scan("ELSEWHERE0", CHART, 1, 1);

        assertThat(store.ledger().findPatient("SHEET00001")).contains("IPP0001");
        assertThat(store.ledger().listSheets("IPP0001"))
                .extracting(s -> s.serial() + " " + s.returned() + " " + s.missing() + " " + s.again())
                .containsExactlyInAnyOrder("CHART00001 [2] [1] 1", "SHEET00001 [] [1] 0", "ELSEWHERE0 [1] [2] 0");
        assertThat(store.ledger().listSheets("IPP0002")).isEmpty();
        assertThat(summary().duplicates()).isEqualTo(Map.of("CARD", 1L));
    }

    @Test
    void aSheetOfNoRegistryStillMissesItsOtherPage() throws IOException {
        scan("ELSEWHERE0", CHART, 2, 1);

        assertThat(summary().unlisted()).isEqualTo(1);
        assertThat(summary().units()).containsEntry("", new PageCounts(1, 1, 0, 0, 0, 0));
        assertThat(chase())
                .containsExactly(
                        new OpenSheet("ELSEWHERE0", 1, CHART, "", 2, List.of(1), Optional.empty(), Optional.empty()));
    }

    @Test
    void whoHasNoKeysSeesNoPatient() {
        store.printedForms().register("CARD", List.of(named("CHART00001", CHART)));

        List<OpenSheet> shown =
                StoreCounts.ledger(settings(), FORMS, clock, ledger -> ledger.chase(Optional.empty(), 10));
        assertThat(shown)
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.patientId()).isEmpty());
    }

    @Test
    void longChaseListsAreCut() {
        List<PrintedForm> many = IntStream.range(0, 300)
                .mapToObj(i -> named("SHEET%05d".formatted(i), SHEET))
                .toList();
        store.printedForms().register("CARD", many);

        assertThat(store.ledger().chase(Optional.empty(), 50)).hasSize(50);
        assertThat(summary().total().outstanding()).isEqualTo(300);
    }

    @Test
    void ofReplacedSheetsOnlyThePatientIsForgottenAndOnlyWhereNothingWasHeard() throws IOException {
        store.printedForms()
                .registerKit(
                        "CARD",
                        List.of(
                                named("SHEET00001", SHEET),
                                named("SHEET00002", SHEET),
                                named("SHEET00003", SHEET),
                                named("SHEET00004", SHEET),
                                blank("BLANK00001", SHEET)));
        store.printedForms().register("CARD", List.of(named("ALONE00001", SHEET)));
        scan("SHEET00001", SHEET, 1, 1);
        store.ledger().declare("SHEET00002", 1, Declaration.LOST, "ada");
        Instant replaced = clock.instant();
        store.printedForms().replaceKit("CARD", Set.of("SHEET00004"), replaced);
        PageCounts before = summary().total();

        assertThat(store.printedForms().forgetPatients(replaced)).isZero();
        assertThat(store.printedForms().find("SHEET00003").orElseThrow().patientId())
                .contains("IPP0001");
        assertThat(store.printedForms().forgetPatients(replaced.plusSeconds(1))).isEqualTo(1);
        assertThat(store.printedForms().forgetPatients(replaced.plusSeconds(1))).isZero();

        PrintedForm known = store.printedForms().find("SHEET00003").orElseThrow();
        assertThat(known)
                .isEqualTo(new PrintedForm(
                        1, "SHEET00003", SHEET, 1, clock.instant(), Optional.empty(), Optional.empty()));
        for (String serial : List.of("SHEET00001", "SHEET00002", "SHEET00004", "ALONE00001")) {
            assertThat(store.printedForms().find(serial).orElseThrow().patientId())
                    .as(serial)
                    .contains("IPP0001");
        }
        assertThat(summary().total()).isEqualTo(before);
        scan("SHEET00003", SHEET, 1, 1);
        assertThat(summary().total().returned()).isEqualTo(before.returned() + 1);
    }

    private LedgerSummary summary() {
        return store.ledger().count();
    }

    private List<OpenSheet> chase() {
        return store.ledger().chase(Optional.empty(), 100);
    }

    private PrintedForm named(String serial, FormRef form) {
        return named(serial, form, 1);
    }

    private PrintedForm named(String serial, FormRef form, int copy) {
        return new PrintedForm(
                1, serial, form, 1, clock.instant(), Optional.of("IPP0001"), Optional.of("NDA0001"), copy);
    }

    private PrintedForm blank(String serial, FormRef form) {
        return blank(serial, form, 1);
    }

    private PrintedForm blank(String serial, FormRef form, int copy) {
        return new PrintedForm(1, serial, form, 1, clock.instant(), Optional.empty(), Optional.empty(), copy);
    }

    /** A side that was identified, but could not be located: it counts as back all the same. */
    private void scan(String serial, FormRef form, int page, int copy) throws IOException {
        String content = "file " + files++;
        StoredObject object = store.objects().put(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        store.originals().receive(object, "stack.pdf", "scan-folder");
        String original = store.originals().lease("w", LEASE).orElseThrow().original();
        store.originals().split(original, 1);
        ScanRef scan = store.scans().lease("w", 1, LEASE).getFirst().scan();
        PageIdentity identity = new PageIdentity(
                1,
                form,
                1,
                serial,
                page,
                copy,
                clock.instant(),
                Optional.of("IPP0001"),
                Optional.of("NDA0001"),
                IdentifiedBy.PAGE_CODE);
        store.scans().keep("w", scan, new PageOutcome.Unregistered(identity, 2, 1), Set.of(), 1);
        store.scans().judge(scan, TestStore.judge());
    }
}
