package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskKind;
import org.paperbridge.validation.queue.TaskState;
import org.paperbridge.web.view.IdentityView;
import org.paperbridge.web.view.PageReview;
import org.paperbridge.web.view.ProposalView;
import org.paperbridge.web.view.ReviewView;
import org.paperbridge.web.view.WhoseView;
import org.paperbridge.web.view.Words;

/** One page or file of the queue, shown to the reviewer who takes it. */
final class ReviewPages {

    /** The first of them that nobody holds: each of some reviewers holds one. */
    private static final int LIKELY_NEXT = 10;

    private final WebPorts ports;
    private final WebSettings settings;
    private final Worklist worklist;

    ReviewPages(WebPorts ports, WebSettings settings) {
        this.ports = ports;
        this.settings = settings;
        this.worklist = new Worklist(ports, settings);
    }

    void next(Visit visit) {
        Optional<ReviewTask> task = worklist.takeNext(visit.who(), visit.words());
        task.flatMap(ReviewTask::scan).ifPresent(s -> ports.crops().prepare(s, PictureResponses.PAGE_WIDTH_PX));
        visit.http().redirect(task.map(t -> "/task/" + t.id()).orElse("/?done=1"), HttpStatus.SEE_OTHER);
    }

    void giveBack(Visit visit) {
        ports.queue().giveBack(visit.http().pathParam("task"), visit.who());
        visit.http().redirect(visit.sent("then").equals("next") ? "/next" : "/", HttpStatus.SEE_OTHER);
    }

    void show(Visit visit) {
        show(visit, List.of());
    }

    /** @param problems of a release that was refused, machine words */
    void show(Visit visit, List<String> problems) {
        String id = visit.http().pathParam("task");
        Optional<ReviewTask> taken = ports.queue().lease(id, visit.who(), settings.lease());
        if (taken.isEmpty()) {
            boolean closed = ports.queue()
                    .findTask(id)
                    .filter(t -> t.state() == TaskState.CLOSED)
                    .isPresent();
            visit.refuse(HttpStatus.CONFLICT, closed ? "refused.closed" : "refused.taken");
            return;
        }
        ports.audit().append(visit.who(), "view", id, Map.of());
        taken.flatMap(ReviewTask::scan).ifPresent(s -> ports.crops().prepare(s, PictureResponses.PAGE_WIDTH_PX));
        prepareNext();
        TaskContent content = ports.queue().findContent(id).orElseThrow();
        Optional<PageIdentity> identity = PageReview.identityOf(content);
        Optional<FormTemplate> form = identity.flatMap(i -> ports.forms().findForm(i.form()));
        boolean values = List.of(TaskKind.CHECK_VALUES, TaskKind.TYPE_VALUES)
                .contains(content.task().kind());
        if (values && identity.isPresent() && form.isPresent()) {
            Optional<WhoseView> whose = WhoseView.of(
                    content,
                    ports.queue().listSet(id),
                    form.get(),
                    identity.get(),
                    ports.census().get(),
                    visit.words());
            if (whose.isPresent()) {
                visit.show("whose", Map.of("v", whose.get(), "problems", otherProblems(visit, problems)));
                return;
            }
            showValues(visit, content, form.get(), identity.get(), problems);
        } else {
            showQuestion(visit, content, "");
        }
    }

    /** The page that this reviewer will probably get next is drawn while they look at this one. */
    private void prepareNext() {
        ports.queue().listTasks(TaskFilter.open(), 0, LIKELY_NEXT).tasks().stream()
                .filter(t ->
                        t.lease().filter(l -> l.holds(ports.clock().instant())).isEmpty())
                .flatMap(t -> t.scan().stream())
                .findFirst()
                .ifPresent(s -> ports.crops().prepare(s, PictureResponses.PAGE_WIDTH_PX));
    }

    private void showValues(
            Visit visit, TaskContent content, FormTemplate form, PageIdentity identity, List<String> problems) {
        ReviewView view = new PageReview(content, form, identity, visit.who(), visit.words())
                .view(ports.census().get(), ports.formulary().get());
        Map<String, Object> values = new HashMap<>();
        values.put("v", view);
        values.put("batch", batch(visit, content));
        values.put("contradictions", Contradiction.of(content, problems, visit.words()));
        values.put("needsPatient", problems.contains("no-patient"));
        values.put("problems", otherProblems(visit, problems));
        values.put("complete", view.task().state() == TaskState.ANSWERED);
        visit.show("review", values);
    }

    /** The page as it was, with what was wrong with the answer. */
    void showAgain(Visit visit, TaskContent content, List<String> problems) {
        TaskKind kind = content.task().kind();
        if (kind == TaskKind.CHECK_VALUES || kind == TaskKind.TYPE_VALUES) {
            show(visit, problems);
        } else {
            showQuestion(
                    visit,
                    content,
                    otherProblems(visit, problems).stream().findFirst().orElse(""));
        }
    }

    /** A page or file that asks one question: which page is this, or keep it at all. */
    void showQuestion(Visit visit, TaskContent content, String message) {
        TaskKind kind = content.task().kind();
        List<IdentityView> identities = new ArrayList<>();
        PageReview.identityOf(content).ifPresent(i -> identities.add(identityView(visit, i)));
        content.outcome().ifPresent(o -> {
            if (o instanceof PageOutcome.Conflicting two) {
                identities.add(identityView(visit, two.first()));
                identities.add(identityView(visit, two.second()));
            }
        });
        Words words = visit.words();
        String reason = content.task().reason();
        Map<String, Object> values = new HashMap<>();
        values.put("task", content.task());
        values.put("message", message);
        values.put("title", words.say("task." + kind.code()));
        values.put("why", words.sayMachineWord("reason", reason));
        values.put("todo", words.texts().getOrDefault("todo." + reason, words.say("todo." + kind.code())));
        values.put("identities", identities);
        values.put("proposals", ProposalView.of(content, ports.forms(), words));
        values.put("stickers", ProposalView.stickers(content));
        values.put("mayName", kind == TaskKind.NAME_PAGE || kind == TaskKind.EXAMINE_PAGE);
        values.put("mayReplace", kind == TaskKind.COMPARE_RESCAN);
        values.put("hasPicture", content.task().scan().isPresent());
        values.put(
                "discardReasons",
                Stream.of("letter", "fax", "photo", "other-hospital", "test", "empty")
                        .map(r -> words.say("discard." + r))
                        .toList());
        values.put("turn", PictureResponses.turn(visit));
        values.put("differing", differing(visit, content));
        values.put("batch", batch(visit, content));
        visit.show("question", values);
    }

    /** Fields that a rescan shows differently, with their captions. */
    private List<Map<String, String>> differing(Visit visit, TaskContent content) {
        Optional<FormTemplate> form =
                PageReview.identityOf(content).flatMap(i -> ports.forms().findForm(i.form()));
        return content.differing().stream()
                .map(field -> Map.of(
                        "id",
                        field,
                        "caption",
                        form.map(f -> f.labels().getOrDefault(visit.words().language(), Map.of()))
                                .map(labels -> labels.getOrDefault("field." + field, field))
                                .orElse(field)))
                .toList();
    }

    private String batch(Visit visit, TaskContent content) {
        return content.task()
                .scan()
                .map(s -> BatchPages.describe(ports, s, visit.words()))
                .orElse("");
    }

    private IdentityView identityView(Visit visit, PageIdentity identity) {
        return IdentityView.of(
                identity,
                ports.forms().findForm(identity.form()),
                ports.census().get(),
                visit.words());
    }

    void release(Visit visit) {
        String id = visit.http().pathParam("task");
        try {
            ports.releases().release(id, Sent.version(visit), visit.who());
            visit.http().redirect("/next", HttpStatus.SEE_OTHER);
        } catch (AnswerRefusedException e) {
            visit.http().status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(visit, e.problems());
        }
    }

    private static List<String> otherProblems(Visit visit, List<String> problems) {
        return problems.stream()
                .filter(p -> !p.startsWith("contradicted:") && !p.equals("no-patient"))
                .map(p -> p.split(":", 2)[0])
                .distinct()
                .map(p -> visit.words().sayMachineWord("problem", p))
                .toList();
    }
}
