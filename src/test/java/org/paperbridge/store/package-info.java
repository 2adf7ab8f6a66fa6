@NullMarked
package org.paperbridge.store;

import org.jspecify.annotations.NullMarked;
