/** Fiducials to the page frame in mm. */
@NullMarked
package org.paperbridge.register;

import org.jspecify.annotations.NullMarked;
