/** How much is where on the way, in counts. */
@NullMarked
package org.paperbridge.validation.situation;

import org.jspecify.annotations.NullMarked;
