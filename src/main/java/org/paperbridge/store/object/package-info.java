/** Delivered files, encrypted, named so that the folder tells nothing. */
@NullMarked
package org.paperbridge.store.object;

import org.jspecify.annotations.NullMarked;
