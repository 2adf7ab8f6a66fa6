/** Sticker sheets, tube labels and wristbands, for known patients and for people still without a number. */
@NullMarked
package org.paperbridge.kit.labels;

import org.jspecify.annotations.NullMarked;
