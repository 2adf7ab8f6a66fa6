/** One page from pixels to findings, in memory. */
@NullMarked
package org.paperbridge.process;

import org.jspecify.annotations.NullMarked;
