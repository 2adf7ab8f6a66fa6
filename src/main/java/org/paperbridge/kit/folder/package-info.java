/** Kits on disk and on sticks: there whole or not at all, signed, and checked. */
@NullMarked
package org.paperbridge.kit.folder;

import org.jspecify.annotations.NullMarked;
