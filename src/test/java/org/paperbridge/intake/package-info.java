/** Delivered files of every kind. */
@NullMarked
package org.paperbridge.intake;

import org.jspecify.annotations.NullMarked;
