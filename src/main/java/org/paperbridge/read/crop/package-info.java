/** Cuts field zones out of a scan; the page itself is never warped. */
@NullMarked
package org.paperbridge.read.crop;

import org.jspecify.annotations.NullMarked;
