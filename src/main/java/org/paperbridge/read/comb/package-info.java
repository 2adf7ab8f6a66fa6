/** Comb fields: one handwritten character per cell. */
@NullMarked
package org.paperbridge.read.comb;

import org.jspecify.annotations.NullMarked;
