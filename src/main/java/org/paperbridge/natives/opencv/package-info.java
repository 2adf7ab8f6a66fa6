/** OpenCV without its windows. */
@NullMarked
package org.paperbridge.natives.opencv;

import org.jspecify.annotations.NullMarked;
