/** Page codes to page identity. */
@NullMarked
package org.paperbridge.identify;

import org.jspecify.annotations.NullMarked;
