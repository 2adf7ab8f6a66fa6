/** Fields of many pages looked at together. */
@NullMarked
package org.paperbridge.validation.carousel;

import org.jspecify.annotations.NullMarked;
