/** Prefilled sheets of one patient: what is known, what is known to be none, and what is unknown. */
@NullMarked
package org.paperbridge.kit.sheets;

import org.jspecify.annotations.NullMarked;
