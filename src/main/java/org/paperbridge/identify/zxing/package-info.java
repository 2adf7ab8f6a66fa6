/** Page codes on page images. */
@NullMarked
package org.paperbridge.identify.zxing;

import org.jspecify.annotations.NullMarked;
