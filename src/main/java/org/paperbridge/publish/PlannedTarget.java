package org.paperbridge.publish;

import java.time.Duration;

/**
 * A target that is switched on.
 *
 * @param name in settings and reports
 * @param patience how long it may fail before it is an alarm
 */
public record PlannedTarget(String name, Target target, Schedule schedule, Duration patience) {}
