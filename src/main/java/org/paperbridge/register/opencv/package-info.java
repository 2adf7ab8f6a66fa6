/** Corner marks on page images. */
@NullMarked
package org.paperbridge.register.opencv;

import org.jspecify.annotations.NullMarked;
