package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.paperbridge.form.layout.FieldZone;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.page.PageIdentity;
import org.paperbridge.validation.queue.Answer;
import org.paperbridge.validation.queue.AnswerRefusedException;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.StaleTaskException;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.queue.TaskState;
import org.paperbridge.web.view.FieldView;
import org.paperbridge.web.view.PageReview;
import org.paperbridge.web.view.ReviewView;

/** Takes the answers of reviewers. Only who holds a task may answer it, and only as they saw it. */
final class AnswerPosts {

    private final WebPorts ports;
    private final WebSettings settings;
    private final ReviewPages pages;

    AnswerPosts(WebPorts ports, WebSettings settings, ReviewPages pages) {
        this.ports = ports;
        this.settings = settings;
        this.pages = pages;
    }

    /** One field, from the script; answers with what the screen must now show. */
    void answerField(Visit visit) {
        TaskContent before = held(visit);
        PageIdentity identity = PageReview.identityOf(before).orElseThrow(AnswerPosts::wrongTask);
        FormTemplate form = ports.forms().findForm(identity.form()).orElseThrow(AnswerPosts::wrongTask);
        String field = visit.sent("field");
        FieldZone zone = form.layout().getPage(identity.page()).fields().stream()
                .filter(z -> z.id().equals(field))
                .findFirst()
                .orElseThrow(AnswerPosts::wrongTask);
        Answer answer = Sent.field(visit, zone);
        String id = before.task().id();
        ReviewTask after = isRepeated(before, visit, answer)
                ? before.task()
                : ports.decisions().decide(id, Sent.version(visit), visit.who(), List.of(answer));
        TaskContent content = ports.queue().findContent(id).orElseThrow();
        ReviewView view = new PageReview(content, form, identity, visit.who(), visit.words())
                .view(ports.census().get(), ports.formulary().get());
        FieldView now = Stream.concat(view.work().stream(), view.accepted().stream())
                .filter(f -> f.id().equals(field))
                .findFirst()
                .orElseThrow(AnswerPosts::wrongTask);
        Map<String, Object> reply = new HashMap<>();
        reply.put("version", after.version());
        reply.put("state", now.state());
        reply.put("shown", shown(visit, answer, now));
        reply.put("complete", after.state() == TaskState.ANSWERED);
        visit.answer(reply);
    }

    /** What a form says about the whole page. */
    void answerPage(Visit visit) {
        TaskContent before = held(visit);
        String id = before.task().id();
        try {
            List<Answer> answers = Sent.page(visit, before, ports.random());
            ReviewTask after = ports.decisions().decide(id, Sent.version(visit), visit.who(), answers);
            boolean goOn = after.state() == TaskState.CLOSED;
            visit.http().redirect(goOn ? "/next" : "/task/" + id, HttpStatus.SEE_OTHER);
        } catch (AnswerRefusedException e) {
            visit.http().status(HttpStatus.UNPROCESSABLE_CONTENT);
            pages.showAgain(visit, before, e.problems());
        }
    }

    /** The task, with the lease moved on; a lease that was lost is not silently taken again. */
    private TaskContent held(Visit visit) {
        String id = visit.http().pathParam("task");
        boolean mine = ports.queue()
                .findTask(id)
                .flatMap(ReviewTask::lease)
                .filter(l -> l.holds(ports.clock().instant()) && l.reviewer().equals(visit.who()))
                .isPresent();
        if (!mine || ports.queue().lease(id, visit.who(), settings.lease()).isEmpty()) {
            throw new StaleTaskException("Task " + id + " is no longer held");
        }
        return ports.queue().findContent(id).orElseThrow();
    }

    /** The same answer sent twice, by a double click or a retry: it is there already. */
    private static boolean isRepeated(TaskContent before, Visit visit, Answer answer) {
        return Sent.version(visit) == before.task().version() - 1
                && !before.decisions().isEmpty()
                && before.decisions().getLast().answer().equals(answer)
                && before.decisions().getLast().reviewer().equals(visit.who());
    }

    private static String shown(Visit visit, Answer answer, FieldView now) {
        return switch (answer) {
            case Answer.Refer refer -> visit.words().say("answer.referred");
            case Answer.Illegible illegible -> visit.words().say("answer.illegible");
            default ->
                Optional.of(now.value())
                        .filter(v -> !v.isEmpty())
                        .orElse(visit.words().say("answer.blank"));
        };
    }

    private static AnswerRefusedException wrongTask() {
        return new AnswerRefusedException(List.of("wrong-task"));
    }
}
