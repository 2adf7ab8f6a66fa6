/** JPEG and PNG streams to grey pixels. */
@NullMarked
package org.paperbridge.intake.opencv;

import org.jspecify.annotations.NullMarked;
