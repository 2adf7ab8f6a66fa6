/** Crops that come without a page: only pixels, no geometry. */
@NullMarked
package org.paperbridge.read.bare;

import org.jspecify.annotations.NullMarked;
