/** JPEG 2000 as scanners write it. */
@NullMarked
package org.paperbridge.simulate.openjpeg;

import org.jspecify.annotations.NullMarked;
