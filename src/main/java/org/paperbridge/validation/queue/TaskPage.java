package org.paperbridge.validation.queue;

import java.util.List;

/**
 * A slice of the queue, cut by the database.
 *
 * @param total how many tasks match the filter
 * @param offset of the first one listed
 */
public record TaskPage(List<ReviewTask> tasks, long total, long offset) {

    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
