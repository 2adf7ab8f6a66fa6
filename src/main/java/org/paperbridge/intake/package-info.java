/** Delivered files to page images. */
@NullMarked
package org.paperbridge.intake;

import org.jspecify.annotations.NullMarked;
