package org.paperbridge.web;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.paperbridge.form.census.Census;
import org.paperbridge.form.census.Encounter;
import org.paperbridge.form.census.Patient;
import org.paperbridge.form.census.Unit;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.PrintedForm;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.reading.FieldState;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskState;
import org.paperbridge.validation.rescan.RescanVerdict;

/** A hospital of invented patients comes back from paper: kits were printed, stacks come in, two people clear them. */
final class RecoveryScene {

    private static final FormRef ADMISSION = new FormRef("admission", 1);
    private static final FormRef DISCHARGE = new FormRef("discharge", 1);
    private static final FormRef ACTS = new FormRef("acts", 1);
    private static final FormRef CHART = new FormRef("observation", 1);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final List<String> UNITS = List.of("CARD", "NEURO", "URG", "CHIR");
    private static final List<String> NAMES =
            List.of("LEFÈVRE", "MOREAU", "N’DIAYE", "GARNIER", "ROUSSEL", "BENALI", "CHEVALIER", "PETIT");

    private final ReviewRoom room;

    private RecoveryScene(ReviewRoom room) {
        this.room = room;
    }

    static void play(ReviewRoom room) throws IOException {
        new RecoveryScene(room).play();
    }

    private void play() throws IOException {
        for (int patient = 42; patient < 66; patient++) {
            print(patient, ADMISSION, "ADM");
            print(patient, DISCHARGE, "DIS");
            print(patient, ACTS, "ACT");
            print(patient, CHART, "CHR");
        }
        for (int patient = 42; patient < 50; patient++) {
            room.addStack(page(patient, ADMISSION, "ADM", 1), new PageOutcome.Blank(0.001));
            if (patient % 2 == 0) {
                room.addStack(page(patient, ACTS, "ACT", 1), new PageOutcome.Blank(0.001));
            }
            if (patient % 3 == 0) {
                room.addStack(page(patient, DISCHARGE, "DIS", 2));
            }
            room.clock.pass(Duration.ofMinutes(70));
        }
        for (int patient = 42; patient < 58; patient++) {
            room.addStack(page(patient, CHART, "CHR", 1), page(patient, CHART, "CHR", 2));
            releaseByPolicy();
            room.clock.pass(Duration.ofMinutes(31));
        }
        room.addAgain(page(42, CHART, "CHR", 1), new RescanVerdict.Same());
        room.addStack(
                new PageOutcome.Unidentified("no-readable-page-code"),
                new PageOutcome.Foreign(77, 1),
                room.unlocated("CHR0000060", 1));
        for (int i = 0; i < 18; i++) {
            room.addPrescription();
        }
        clear("ada", 9, 14);
        clear("grace", 3, 21);
        room.store.queue().leaseNext(TaskFilter.open(), "ada", LEASE);
    }

    private void print(int patient, FormRef form, String prefix) {
        room.store
                .printedForms()
                .registerKit(
                        unit(patient),
                        List.of(new PrintedForm(
                                1,
                                serial(prefix, patient),
                                form,
                                1,
                                room.clock.instant(),
                                Optional.of(ipp(patient)),
                                Optional.of(nda(patient)))));
    }

    private void releaseByPolicy() {
        for (ScanRef scan : room.store.scans().listAccepted(99)) {
            room.store.releases().releaseByPolicy(scan);
        }
    }

    /** Somebody answers what prescriptions ask, field by field, and lets them go. */
    private void clear(String reviewer, int pages, int secondsPerField) {
        TaskFilter prescriptions =
                new TaskFilter(Optional.of(TaskState.OPEN), Optional.empty(), Optional.of("prescription"));
        for (ReviewTask task :
                room.store.queue().listTasks(prescriptions, 0, pages).tasks()) {
            ReviewTask now = task;
            for (Answer answer : answers()) {
                room.clock.pass(Duration.ofSeconds(secondsPerField));
                now = room.store.decisions().decide(now.id(), now.version(), reviewer, List.of(answer));
            }
            room.store.releases().release(now.id(), now.version(), reviewer);
        }
    }

    private static List<Answer> answers() {
        return List.of(
                new Answer.Value("allergy", List.of("none-known")),
                new Answer.Value("weight", List.of("72")),
                new Answer.Value("drug-1", List.of("paracétamol")),
                new Answer.Value("dose-1", List.of("1")),
                new Answer.Value("unit-1", List.of("g")),
                new Answer.Value("route-1", List.of("iv")),
                new Answer.Value("per-day-1", List.of("4")),
                new Answer.Value("author-rpps", List.of("10001234565")),
                new Answer.Illegible("signature"));
    }

    /** A page on which nothing is written. */
    private PageOutcome page(int patient, FormRef ref, String prefix, int page) {
        FormTemplate form = room.ports().forms().findForm(ref).orElseThrow();
        double s = 300 / 25.4;
        List<FieldReading> blank = new ArrayList<>();
        form.layout()
                .getPage(page)
                .fields()
                .forEach(zone -> blank.add(
                        new FieldReading(zone.id(), FieldState.BLANK, List.of(), 1, List.of(), Map.of(), zone.box())));
        return new PageOutcome.Read(
                new PageIdentity(
                        1,
                        ref,
                        form.layout().fingerprint(),
                        serial(prefix, patient),
                        page,
                        1,
                        room.clock.instant(),
                        Optional.of(ipp(patient)),
                        Optional.of(nda(patient)),
                        PageIdentity.IdentifiedBy.PAGE_CODE),
                new PageRegistration(new PageRegistration.Homography(s, 0, 0, 0, s, 0, 0, 0), 0.05, 0, 4),
                blank);
    }

    private static String serial(String prefix, int patient) {
        return prefix + "%07d".formatted(patient);
    }

    private static String ipp(int patient) {
        return "IPP%04d".formatted(patient);
    }

    private static String nda(int patient) {
        return "NDA%04d".formatted(patient);
    }

    private static String unit(int patient) {
        return UNITS.get(patient * 7 / 3 % UNITS.size());
    }

    static Census census() {
        return new Census(
                ReviewRoom.NOW,
                List.of(
                        new Unit("CARD", "Cardiologie"),
                        new Unit("NEURO", "Neurologie"),
                        new Unit("URG", "Urgences"),
                        new Unit("CHIR", "Chirurgie digestive")),
                IntStream.range(0, NAMES.size())
                        .mapToObj(i -> new Patient(
                                ipp(42 + i),
                                NAMES.get(i),
                                Optional.empty(),
                                List.of("Odile"),
                                Optional.of(LocalDate.of(1951 + i, 7, 3)),
                                Optional.of("F"),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                false,
                                Optional.empty()))
                        .toList(),
                IntStream.range(0, NAMES.size())
                        .mapToObj(i -> new Encounter(
                                nda(42 + i),
                                ipp(42 + i),
                                unit(42 + i),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                List.of());
    }
}
