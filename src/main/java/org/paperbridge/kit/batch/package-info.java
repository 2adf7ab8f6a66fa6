/** The first and last sheet of a batch. */
@NullMarked
package org.paperbridge.kit.batch;

import org.jspecify.annotations.NullMarked;
