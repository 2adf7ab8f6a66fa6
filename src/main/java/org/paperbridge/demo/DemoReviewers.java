package org.paperbridge.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.form.reading.Action;
import org.paperbridge.form.reading.FieldVerdict;
import org.paperbridge.store.Store;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.IdentityQuestions;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskState;

/** Plays the reviewers from the known truth, through the same ports that the screens use. */
public final class DemoReviewers {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final List<String> NAMES = List.of("demo-reviewer-1", "demo-reviewer-2");

    private final Store store;
    private final Map<ScanRef, Written> truth;
    private final List<String> refused = new ArrayList<>();
    private int answered;

    public DemoReviewers(Store store, Map<ScanRef, Written> truth) {
        this.store = store;
        this.truth = truth;
    }

    /** Works until nothing is open; a page that is named comes back to be read, so call again until it returns false. */
    public boolean work() {
        boolean any = false;
        Optional<ReviewTask> next = lease();
        while (next.isPresent()) {
            any = true;
            answer(next.get());
            next = lease();
        }
        return any;
    }

    public int answered() {
        return answered;
    }

    /** Tasks whose answers were not taken: must be empty. */
    public List<String> refused() {
        return refused;
    }

    private Optional<ReviewTask> lease() {
        return store.queue().leaseNext(TaskFilter.open(), NAMES.getFirst(), LEASE);
    }

    private void answer(ReviewTask task) {
        TaskContent content = store.queue().findContent(task.id()).orElseThrow();
        Optional<Written> written = task.scan().flatMap(s -> Optional.ofNullable(truth.get(s)));
        List<Answer> answers = answers(task, content, written);
        try {
            ReviewTask after = store.decisions().decide(task.id(), task.version(), NAMES.getFirst(), answers);
            if (blindSecond(after)) {
                ReviewTask again = store.queue()
                        .lease(task.id(), NAMES.getLast(), LEASE)
                        .orElseThrow(() -> new IllegalStateException("No second reviewer for " + task.id()));
                after = store.decisions().decide(again.id(), again.version(), NAMES.getLast(), answers);
            }
            answered++;
            if (after.state() == TaskState.ANSWERED) {
                store.releases().release(after.id(), after.version(), NAMES.getFirst());
            }
        } catch (AnswerRefusedException e) {
            refused.add(task.kind().code() + " " + task.reason() + ": " + e.getMessage());
            store.decisions()
                    .decide(
                            task.id(),
                            store.queue().findTask(task.id()).orElseThrow().version(),
                            NAMES.getFirst(),
                            List.of(new Answer.Discard("demo: " + e.getMessage())));
        }
    }

    private static boolean blindSecond(ReviewTask after) {
        return after.state() == TaskState.OPEN && after.openFields() > 0;
    }

    private static List<Answer> answers(ReviewTask task, TaskContent content, Optional<Written> written) {
        return switch (task.kind()) {
            case CHECK_VALUES -> values(content, written.orElseThrow());
            case TYPE_VALUES ->
                written.filter(Written::returns)
                        .map(DemoReviewers::typed)
                        .orElseGet(() -> discard("nothing of this page comes back"));
            case NAME_PAGE ->
                written.filter(Written::returns)
                        .map(w -> List.<Answer>of(new Answer.NamePage(w.serial(), w.page(), 1)))
                        .orElseGet(() -> discard("no page of ours"));
            case EXAMINE_PAGE -> discard("looked at: not ours, or altered");
            case COMPARE_RESCAN -> discard("the same sheet, scanned twice");
            case EXAMINE_FILE -> discard("looked at: no page in it");
        };
    }

    private static List<Answer> discard(String reason) {
        return List.of(new Answer.Discard(reason));
    }

    private static List<Answer> values(TaskContent content, Written written) {
        List<Answer> answers = new ArrayList<>();
        for (FieldVerdict verdict : content.verdicts()) {
            if (verdict.action() == Action.CONFIRM || verdict.action() == Action.DOUBLE_ENTRY) {
                answers.add(value(verdict.field(), written));
            }
        }
        IdentityQuestions.open(content.findings(), content.decisions())
                .forEach(question -> answers.add(new Answer.Overrule(question.rule(), "compared with the picture")));
        return answers;
    }

    private static List<Answer> typed(Written written) {
        List<Answer> answers = new ArrayList<>();
        for (FieldZone field : written.form().layout().getPage(written.page()).fields()) {
            if (!(field instanceof FieldZone.Print) && !(field instanceof FieldZone.Label)) {
                answers.add(value(field.id(), written));
            }
        }
        return answers;
    }

    private static Answer value(String field, Written written) {
        List<String> truth = written.values(field);
        if (!truth.equals(List.of("*"))) {
            return new Answer.Value(field, truth);
        }
        if (field.startsWith("drug-")) {
            return new Answer.Value(field, List.of("paracétamol"));
        }
        boolean signature = field.startsWith("signature") || field.startsWith("initials");
        return signature ? new Answer.Value(field, List.of("present")) : new Answer.Illegible(field);
    }
}
