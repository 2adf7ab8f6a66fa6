/** Tick boxes: marked, unmarked, unclear or cancelled. */
@NullMarked
package org.paperbridge.read.tick;

import org.jspecify.annotations.NullMarked;
