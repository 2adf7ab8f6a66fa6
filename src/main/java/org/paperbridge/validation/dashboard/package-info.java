/** How the recovery goes, in numbers that add up: pages, fields, pace, units, stays and the people at the queue. */
@NullMarked
package org.paperbridge.validation.dashboard;

import org.jspecify.annotations.NullMarked;
