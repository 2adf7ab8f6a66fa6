package org.paperbridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.store.sql.StoredReleases;
import org.paperbridge.validation.dashboard.Dashboard;
import org.paperbridge.validation.dashboard.PagePlace;
import org.paperbridge.validation.dashboard.StayAtRisk;
import org.paperbridge.validation.release.RecordBuilder;

/** The sums of 20,000 sides are those of their rows. */
final class DashboardOfManyTest {

    private static final int SIDES = 20_000;
    private static final int A_FILE = 20;
    private static final List<String> FORMS = List.of("admission", "acts", "discharge", "observation", "observation");
    private static final List<String> STATES =
            List.of("released", "released", "review", "released", "set-aside", "waiting", "released", "review");
    private static final Instant NOW = Instant.parse("2026-09-22T12:00:00Z");

    @TempDir
    private Path home = Path.of("");

    private final WardClock clock = new WardClock(NOW);

    @Test
    void twentyThousandPagesAreCountedWhileSomebodyLooks() throws SQLException {
        StoreSettings settings = new StoreSettings("jdbc:sqlite:" + home.resolve("paperbridge.db"), "", "");
        try (Store store = TestStore.open(
                settings,
                home,
                clock,
                TestStore.key(1),
                new StoredReleases.Rulebook(
                        DashboardContract.FORMS, new RecordBuilder(ZoneId.of("Europe/Paris")), List.of("fhir")))) {
            store.printedForms()
                    .registerKit(
                            "CARD",
                            IntStream.range(0, SIDES)
                                    .mapToObj(DashboardOfManyTest::printed)
                                    .toList());
            seed(settings.url());
            Dashboard board = store.dashboards().count();
            assertThat(board.scanned()).isEqualTo(SIDES);
            assertThat(board.pages().get(PagePlace.RELEASED)).isEqualTo(count("released"));
            assertThat(board.pages().get(PagePlace.FOR_A_PERSON)).isEqualTo(count("review"));
            assertThat(board.fields().total()).isEqualTo(60 * (SIDES - count("waiting") - count("set-aside")));
            List<StayAtRisk> stays = store.dashboards().listStays(200);
            assertThat(stays)
                    .hasSize(200)
                    .allSatisfy(s -> assertThat(s.patientId()).isPresent());
        }
    }

    private static long count(String state) {
        return IntStream.range(0, SIDES)
                .filter(i -> STATES.get(i % STATES.size()).equals(state))
                .count();
    }

    private static PrintedForm printed(int i) {
        return new PrintedForm(
                1,
                "S%09d".formatted(i),
                new FormRef(FORMS.get(i % FORMS.size()), 1),
                1,
                NOW,
                Optional.of("IPP" + i / FORMS.size()),
                Optional.of("NDA" + i / FORMS.size()));
    }

    /** Straight into the tables: what is sealed is never opened by a count. */
    private static void seed(String url) throws SQLException {
        try (Connection db = DriverManager.getConnection(url)) {
            db.setAutoCommit(false);
            for (int i = 0; i < SIDES; i++) {
                String original = "file" + i / A_FILE;
                long at = NOW.toEpochMilli() - (long) (SIDES - i) * 4000;
                String state = STATES.get(i % STATES.size());
                String stay = "stay" + i / FORMS.size();
                if (i % A_FILE == 0) {
                    row(db, "original (id, size, state, pages, received_at)", original, 1, "split", A_FILE, at);
                }
                row(db, "scan (original, idx, state, changed_at)", original, i % A_FILE, state, at);
                if (state.equals("waiting")) {
                    continue;
                }
                String serial = "S%09d".formatted(i);
                row(
                        db,
                        "page_outcome (original, idx, code, sealed, notes, form, form_version, serial, page, copy,"
                                + " patient_key, encounter_key, ms, read_at)",
                        original,
                        i % A_FILE,
                        state.equals("set-aside") ? "rescan" : "read",
                        new byte[6000],
                        "",
                        FORMS.get(i % FORMS.size()),
                        1,
                        serial,
                        1,
                        1,
                        "patient" + i / FORMS.size(),
                        stay,
                        1,
                        at);
                row(
                        db,
                        "judgement (original, idx, sealed, accepted, confirm, double_entry, none, judged_at,"
                                + " by_reader, waiting)",
                        original,
                        i % A_FILE,
                        new byte[2000],
                        20,
                        8,
                        2,
                        30,
                        at,
                        20,
                        state.equals("review") ? 10 : 0);
                if (state.equals("set-aside")) {
                    continue;
                }
                row(db, "page_claim (serial, page, copy, original, idx)", serial, 1, 1, original, i % A_FILE);
                row(
                        db,
                        "review_task (id, kind, state, original, idx, reason, open_fields, priority, created_at)",
                        "task" + i,
                        "check-values",
                        state.equals("review") ? "open" : "closed",
                        original,
                        i % A_FILE,
                        "confirm",
                        10,
                        20,
                        at);
                if (state.equals("released")) {
                    row(
                            db,
                            "page_release (original, idx, records, reviewer, released_at, unsaid)",
                            original,
                            i % A_FILE,
                            1,
                            "ada",
                            at,
                            i % 3 == 0 ? "icd-1" : "");
                    for (int field = 0; field < 5; field++) {
                        row(
                                db,
                                "decision (task, code, sealed, reviewer, decided_at)",
                                "task" + i,
                                "value",
                                new byte[100],
                                i % 2 == 0 ? "ada" : "bea",
                                at + field * 700L);
                    }
                }
            }
            db.commit();
        }
    }

    private static void row(Connection db, String table, Object... values) throws SQLException {
        String marks = "?,".repeat(values.length);
        try (PreparedStatement insert = db.prepareStatement(
                "INSERT INTO " + table + " VALUES (" + marks.substring(0, marks.length() - 1) + ")")) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
