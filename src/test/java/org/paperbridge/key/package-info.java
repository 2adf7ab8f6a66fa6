/** Key rings: kept, opened, shared. */
@NullMarked
package org.paperbridge.key;

import org.jspecify.annotations.NullMarked;
