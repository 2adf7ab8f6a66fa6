/** Who did what, in a chain that shows when it was altered. */
@NullMarked
package org.paperbridge.validation.audit;

import org.jspecify.annotations.NullMarked;
