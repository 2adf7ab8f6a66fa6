package org.paperbridge.validation.queue;

import java.util.Optional;

/**
 * Which tasks to list.
 *
 * @param state empty for all
 * @param kind empty for all
 * @param form form name, e.g. {@code prescription}; empty for all
 */
public record TaskFilter(Optional<TaskState> state, Optional<TaskKind> kind, Optional<String> form) {

    public static TaskFilter open() {
        return new TaskFilter(Optional.of(TaskState.OPEN), Optional.empty(), Optional.empty());
    }
}
