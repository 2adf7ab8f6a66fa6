package org.paperbridge.store.sql;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.FieldReading;
import org.paperbridge.form.record.ClinicalRecord;
import org.paperbridge.store.seal.ColumnSeal;
import org.paperbridge.store.seal.StoreKeys;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.validation.copies.CopyComparison;
import org.paperbridge.validation.delivery.ParkedDelivery;
import org.paperbridge.validation.identity.IdentityCheck;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.OtherCopy;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.Settlement;
import org.paperbridge.validation.queue.TaskState;
import org.paperbridge.validation.release.PageToRelease;
import org.paperbridge.validation.release.RecordBuilder;
import org.paperbridge.validation.release.Releases;
import org.paperbridge.validation.release.Unsaid;

/** Records and their deliveries, inserted together, once. */
public final class StoredReleases implements Releases {

    private static final String POLICY = "policy";
    private static final String OTHER_PATIENT = CopyComparison.RULE + "patient";

    private final Database database;
    private final Sealing sealing;
    private final PageRows pages;
    private final TaskRows tasks;
    private final DecisionRows decisions;
    private final CopyRows copies;
    private final SetRows sets;
    private final StoredAuditTrail audit;
    private final Rulebook rulebook;
    private final Clock clock;

    StoredReleases(
            Database database,
            Sealing sealing,
            PageRows pages,
            TaskRows tasks,
            DecisionRows decisions,
            CopyRows copies,
            SetRows sets,
            StoredAuditTrail audit,
            Rulebook rulebook,
            Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.pages = pages;
        this.tasks = tasks;
        this.decisions = decisions;
        this.copies = copies;
        this.sets = sets;
        this.audit = audit;
        this.rulebook = rulebook;
        this.clock = clock;
    }

    @Override
    public List<ClinicalRecord> release(String id, int version, String reviewer) {
        return database.write(h -> {
            Optional<ReviewTask> done = TaskRows.find(h, id).filter(t -> t.state() == TaskState.CLOSED);
            if (done.isPresent() && isReleased(h, done.get())) {
                return list(h, done.get().scan().orElseThrow());
            }
            ReviewTask task = StoredDecisions.hold(h, id, version, reviewer, clock.millis());
            ScanRef scan = task.scan()
                    .filter(s -> pages.findJudgement(h, s).verdicts().size() > 0)
                    .orElseThrow(() -> new AnswerRefusedException(List.of("wrong-task:release")));
            Built built = build(h, scan, decisions.list(h, id), reviewer);
            StoredDecisions.move(h, task, TaskState.CLOSED, 0);
            keep(h, scan, ScanState.REVIEW, built, reviewer);
            return list(h, scan);
        });
    }

    /**
     * Releases a page that nobody had to look at. When it cannot go back as it stands, e.g. because nobody said whose it
     * is, it becomes a reviewer's.
     *
     * @return false when it was not waiting for this, or became a reviewer's
     */
    public boolean releaseByPolicy(ScanRef scan) {
        return database.write(h -> {
            if (ScanRows.findState(h, scan).filter(s -> s == ScanState.ACCEPTED).isEmpty()) {
                return false;
            }
            try {
                keep(h, scan, ScanState.ACCEPTED, build(h, scan, List.of(), POLICY), POLICY);
                return true;
            } catch (AnswerRefusedException e) {
                Optional<PageIdentity> page = pages.findOutcome(h, scan).flatMap(p -> PageRows.identityOf(p.outcome()));
                ScanRows.move(h, scan, ScanState.ACCEPTED, ScanState.REVIEW, clock.millis());
                tasks.insert(
                        h,
                        scan.original(),
                        scan.index(),
                        new org.paperbridge.validation.queue.TaskDraft(
                                org.paperbridge.validation.queue.TaskKind.CHECK_VALUES,
                                e.problems().getFirst(),
                                0,
                                20),
                        page);
                return false;
            }
        });
    }

    /** The records of a page, by id. */
    public List<ClinicalRecord> listRecords(ScanRef scan) {
        return database.read(h -> list(h, scan));
    }

    private Built build(Handle h, ScanRef scan, List<Decision> decided, String reviewer) {
        PageOutcome outcome = pages.findOutcome(h, scan)
                .map(PageRows.StoredPage::outcome)
                .orElseThrow(() -> new IllegalStateException("Scan " + scan + " has no outcome"));
        PageIdentity identity = PageRows.identityOf(outcome)
                .orElseThrow(() -> new AnswerRefusedException(List.of("wrong-task:release")));
        List<FieldReading> readings = outcome instanceof PageOutcome.Read read ? read.readings() : List.of();
        Judgement judgement = pages.findJudgement(h, scan);
        PageToRelease page = new PageToRelease(
                rulebook.forms()
                        .findForm(identity.form())
                        .orElseThrow(() -> new IllegalStateException(identity.form() + " is not installed")),
                identity,
                scan,
                readings,
                judgement.verdicts(),
                judgement.findings(),
                decided);
        List<ClinicalRecord> records = rulebook.records().build(page, Instant.ofEpochMilli(clock.millis()), reviewer);
        List<String> against = contradictions(h, page, records);
        if (!against.isEmpty()) {
            throw new AnswerRefusedException(against);
        }
        Settlement settled = Settlement.of(page.readings(), page.verdicts(), page.decisions());
        return new Built(records, Unsaid.listFields(page.form(), identity.page(), settled));
    }

    /** What a copy of the page that was released says differently: the first that came is what stands. */
    private List<String> contradictions(Handle h, PageToRelease page, List<ClinicalRecord> records) {
        Settlement mine = Settlement.of(page.readings(), page.verdicts(), page.decisions());
        List<String> rules = new ArrayList<>(copies.find(h, page.identity())
                .flatMap(OtherCopy::released)
                .map(theirs -> CopyComparison.contradictions(
                        page.form(), page.identity().page(), mine, theirs))
                .orElse(List.of()));
        for (ClinicalRecord record : records) {
            boolean another = find(h, record.id())
                    .filter(kept -> !kept.patientId().equals(record.patientId()))
                    .isPresent();
            if (another && !mine.overruled().contains(OTHER_PATIENT) && !rules.contains(OTHER_PATIENT)) {
                rules.add(OTHER_PATIENT);
            }
        }
        return rules.stream().map(rule -> "contradicted:" + rule).toList();
    }

    private void keep(Handle h, ScanRef scan, ScanState from, Built built, String reviewer) {
        long now = clock.millis();
        List<ClinicalRecord> records = built.records();
        if (!ScanRows.move(h, scan, from, ScanState.RELEASED, now)) {
            throw new IllegalStateException("Scan " + scan + " is not in state " + from.code());
        }
        for (ClinicalRecord record : records) {
            if (insert(h, scan, record, "waiting", "", now)) {
                continue;
            }
            find(h, record.id())
                    .filter(kept -> isSameCopy(h, kept.proof(), scan) && !saysTheSame(kept, record))
                    .ifPresent(kept -> insert(h, scan, change(h, record), "parked", ParkedDelivery.CHANGED, now));
        }
        h.createUpdate("INSERT INTO page_release (original, idx, records, reviewer, released_at, unsaid)"
                        + " VALUES (:original, :idx, :records, :reviewer, :now, :unsaid)")
                .bind("unsaid", String.join(" ", built.unsaid()))
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .bind("records", records.size())
                .bind("reviewer", reviewer)
                .bind("now", now)
                .execute();
        audit.append(h, reviewer, "release", scan.toString(), Map.of("records", Integer.toString(records.size())));
        pages.findOutcome(h, scan)
                .flatMap(p -> PageRows.identityOf(p.outcome()))
                .ifPresent(page -> {
                    copies.judgeOthersAgain(h, page, now);
                    if (isAnswered(h, scan)) {
                        sets.judgeOthersAgain(h, page, false, now);
                    }
                });
    }

    /** Whether a person had to say whose page it is. */
    private boolean isAnswered(Handle h, ScanRef scan) {
        return IdentityCheck.isDisputed(pages.findJudgement(h, scan).findings())
                || decisions.listOfScan(h, scan).stream().anyMatch(d -> d.answer() instanceof Answer.AssignPatient);
    }

    private Optional<ClinicalRecord> find(Handle h, String id) {
        return h.createQuery("SELECT sealed FROM record WHERE id = :id")
                .bind("id", id)
                .map((r, c) ->
                        StoreJson.read(sealing.columns().open(place(id), r.getBytes("sealed")), ClinicalRecord.class))
                .findFirst();
    }

    /**
     * Keeps a record with its deliveries.
     *
     * @return false when there is one of this id
     */
    private boolean insert(Handle h, ScanRef scan, ClinicalRecord record, String state, String reason, long now) {
        String patient = sealing.keys().searchKey(record.patientId());
        String encounter = sealing.keys().searchKey(record.encounterId().orElse(record.patientId()));
        int fresh = h.createUpdate("""
                        INSERT INTO record (id, original, idx, kind, patient_key, encounter_key, sealed, released_at)
                        VALUES (:id, :original, :idx, :kind, :patient, :encounter, :sealed, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("id", record.id())
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .bind("kind", record.target().kind())
                .bind("patient", patient)
                .bind("encounter", encounter)
                .bind("sealed", sealing.columns().close(place(record.id()), StoreJson.write(record)))
                .bind("now", now)
                .execute();
        for (String destination : fresh == 1 ? rulebook.destinations() : List.<String>of()) {
            h.createUpdate("INSERT INTO delivery (record, destination, encounter_key, state, reason, next_try)"
                            + " VALUES (:record, :destination, :encounter, :state, :reason, :now)"
                            + " ON CONFLICT DO NOTHING")
                    .bind("record", record.id())
                    .bind("destination", destination)
                    .bind("encounter", encounter)
                    .bind("state", state)
                    .bind("reason", reason)
                    .bind("now", now)
                    .execute();
        }
        return fresh == 1;
    }

    /**
     * A record that was sent and now says something else: a second one of the same fact could double a dose, and a
     * silent one would be lost, so it is kept under a name of its own and waits for a person.
     */
    private static ClinicalRecord change(Handle h, ClinicalRecord record) {
        int changes = h.createQuery("SELECT count(*) FROM record WHERE id LIKE :id")
                .bind("id", record.id() + "~%")
                .mapTo(Integer.class)
                .one();
        return record.named(record.id() + "~" + (changes + 1));
    }

    private static boolean saysTheSame(ClinicalRecord kept, ClinicalRecord now) {
        return kept.values().equals(now.values())
                && kept.patientId().equals(now.patientId())
                && kept.encounterId().equals(now.encounterId())
                && kept.occurredAt().equals(now.occurredAt())
                && kept.author().equals(now.author());
    }

    private static boolean isSameCopy(Handle h, ScanRef a, ScanRef b) {
        return copy(h, a).equals(copy(h, b));
    }

    private static Optional<Integer> copy(Handle h, ScanRef scan) {
        return h.createQuery("SELECT copy FROM page_outcome WHERE original = :original AND idx = :idx")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .mapTo(Integer.class)
                .findFirst();
    }

    private static String place(String record) {
        return "record/" + record;
    }

    private static boolean isReleased(Handle h, ReviewTask task) {
        return task.scan()
                .flatMap(s -> ScanRows.findState(h, s))
                .filter(s -> s == ScanState.RELEASED)
                .isPresent();
    }

    private List<ClinicalRecord> list(Handle h, ScanRef scan) {
        return h.createQuery("SELECT id, sealed FROM record WHERE original = :original AND idx = :idx ORDER BY id")
                .bind("original", scan.original())
                .bind("idx", scan.index())
                .map((r, c) -> StoreJson.read(
                        sealing.columns().open("record/" + r.getString("id"), r.getBytes("sealed")),
                        ClinicalRecord.class))
                .list();
    }

    /** @param unsaid fields the form requires, and that say nothing */
    private record Built(List<ClinicalRecord> records, List<String> unsaid) {}

    /** What closes and finds. */
    record Sealing(ColumnSeal columns, StoreKeys keys) {}

    /**
     * What a release goes by.
     *
     * @param destinations names of the receivers every record goes to
     */
    public record Rulebook(FormCatalogue forms, RecordBuilder records, List<String> destinations) {
        public Rulebook {
            destinations = List.copyOf(destinations);
        }
    }
}
