/** Zones cut from scans by OpenCV. */
@NullMarked
package org.paperbridge.read.opencv;

import org.jspecify.annotations.NullMarked;
