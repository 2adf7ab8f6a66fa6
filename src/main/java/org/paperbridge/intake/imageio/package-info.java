/** TIFF and other pictures to grey pixels. */
@NullMarked
package org.paperbridge.intake.imageio;

import org.jspecify.annotations.NullMarked;
