/** OpenJPEG, as it lies inside Leptonica's library. */
@NullMarked
package org.paperbridge.natives.openjpeg;

import org.jspecify.annotations.NullMarked;
