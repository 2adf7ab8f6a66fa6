@NullMarked
package org.paperbridge.read.comb;

import org.jspecify.annotations.NullMarked;
