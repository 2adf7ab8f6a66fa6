package org.paperbridge.validation.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.paperbridge.validation.identity.SetPage;

/** The worklist of reviewers. Lists are ordered by priority, then age. */
public interface ReviewQueue {

    TaskPage listTasks(TaskFilter filter, long offset, int limit);

    Optional<ReviewTask> findTask(String id);

    /** The task with all its readings, or empty when there is none with this id. */
    Optional<TaskContent> findContent(String id);

    /** The other pages of the printed form that came, for a task about one of its pages. */
    List<SetPage> listSet(String id);

    /** The same page of another copy of the sheet, when that came back too. */
    Optional<OtherCopy> findOtherCopy(String id);

    /**
     * Takes the first open task nobody else holds. A reviewer who already holds one that fits gets it again, with the
     * lease extended.
     */
    Optional<ReviewTask> leaseNext(TaskFilter filter, String reviewer, Duration duration);

    /**
     * Takes this task.
     *
     * @return empty when it does not exist, is closed, or somebody else holds it
     */
    Optional<ReviewTask> lease(String id, String reviewer, Duration duration);

    /** Gives a lease back early; does nothing when the reviewer does not hold it. */
    void giveBack(String id, String reviewer);
}
