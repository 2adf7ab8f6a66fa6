/** From grey pixels to the strokes of one character, in whole-number arithmetic that the training code repeats. */
@NullMarked
package org.paperbridge.read.ink;

import org.jspecify.annotations.NullMarked;
