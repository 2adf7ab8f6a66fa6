/** Kits: what is printed reads back. */
@NullMarked
package org.paperbridge.kit;

import org.jspecify.annotations.NullMarked;
