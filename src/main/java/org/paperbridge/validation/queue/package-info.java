/** The validation queue: tasks, leases and what reviewers decided. */
@NullMarked
package org.paperbridge.validation.queue;

import org.jspecify.annotations.NullMarked;
