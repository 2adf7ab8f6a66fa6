@NullMarked
package org.paperbridge.store.object;

import org.jspecify.annotations.NullMarked;
