/** Which character a cell holds, with calibrated probabilities. */
@NullMarked
package org.paperbridge.read.character;

import org.jspecify.annotations.NullMarked;
