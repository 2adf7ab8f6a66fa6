/** Wiring: the only place that knows everything. */
@NullMarked
package org.paperbridge.app;

import org.jspecify.annotations.NullMarked;
