/** JPEG 2000 to grey pixels. */
@NullMarked
package org.paperbridge.intake.openjpeg;

import org.jspecify.annotations.NullMarked;
