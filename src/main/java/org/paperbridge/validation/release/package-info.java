/** Decided fields to clinical records. */
@NullMarked
package org.paperbridge.validation.release;

import org.jspecify.annotations.NullMarked;
