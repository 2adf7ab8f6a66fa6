/** Protocols the hospital approved, as PDF files of its own, on their way into a kit. */
@NullMarked
package org.paperbridge.kit.protocol;

import org.jspecify.annotations.NullMarked;
