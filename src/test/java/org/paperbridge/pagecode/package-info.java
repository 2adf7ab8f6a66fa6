/** Page codes and short codes, and what is refused. */
@NullMarked
package org.paperbridge.pagecode;

import org.jspecify.annotations.NullMarked;
