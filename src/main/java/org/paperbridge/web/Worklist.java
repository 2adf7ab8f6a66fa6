package org.paperbridge.web;

import java.util.Optional;
import org.paperbridge.validation.queue.Decision;
import org.paperbridge.validation.queue.ReviewTask;
import org.paperbridge.validation.queue.TaskContent;
import org.paperbridge.validation.queue.TaskFilter;
import org.paperbridge.validation.queue.TaskKind;
import org.paperbridge.validation.queue.TaskPage;
import org.paperbridge.validation.queue.TaskState;
import org.paperbridge.web.view.PageReview;
import org.paperbridge.web.view.Words;

/** Finds the next page that this reviewer can do something about. */
final class Worklist {

    private static final TaskFilter WAITING = TaskFilter.open();
    private static final TaskFilter ANSWERED =
            new TaskFilter(Optional.of(TaskState.ANSWERED), Optional.empty(), Optional.empty());
    private static final int SLICE = 50;

    private final WebPorts ports;
    private final WebSettings settings;

    Worklist(WebPorts ports, WebSettings settings) {
        this.ports = ports;
        this.settings = settings;
    }

    /**
     * Takes the next one. The database offers the most urgent free page; only when that one waits for a second person,
     * because this reviewer has done their part, the list is walked on.
     */
    Optional<ReviewTask> takeNext(String reviewer, Words words) {
        Optional<ReviewTask> offered = ports.queue().leaseNext(WAITING, reviewer, settings.lease());
        if (offered.isPresent() && hasWork(offered.get(), reviewer, words)) {
            return offered;
        }
        offered.ifPresent(t -> ports.queue().giveBack(t.id(), reviewer));
        return offered.flatMap(t -> walk(reviewer, words))
                .or(() -> ports.queue().leaseNext(ANSWERED, reviewer, settings.lease()));
    }

    private Optional<ReviewTask> walk(String reviewer, Words words) {
        long offset = 0;
        while (true) {
            TaskPage slice = ports.queue().listTasks(WAITING, offset, SLICE);
            for (ReviewTask task : slice.tasks()) {
                if (hasWork(task, reviewer, words)) {
                    Optional<ReviewTask> taken = ports.queue().lease(task.id(), reviewer, settings.lease());
                    if (taken.isPresent()) {
                        return taken;
                    }
                }
            }
            offset += SLICE;
            if (offset >= slice.total()) {
                return Optional.empty();
            }
        }
    }

    private boolean hasWork(ReviewTask task, String reviewer, Words words) {
        if (task.kind() != TaskKind.CHECK_VALUES && task.kind() != TaskKind.TYPE_VALUES) {
            return true;
        }
        TaskContent content = ports.queue().findContent(task.id()).orElseThrow();
        if (content.decisions().stream().map(Decision::reviewer).noneMatch(reviewer::equals)) {
            return true;
        }
        return PageReview.identityOf(content)
                .flatMap(identity -> ports.forms()
                        .findForm(identity.form())
                        .map(form -> new PageReview(content, form, identity, reviewer, words)
                                .view(ports.census().get(), ports.formulary().get())
                                .openHere()))
                .filter(open -> open == 0)
                .isEmpty();
    }
}
