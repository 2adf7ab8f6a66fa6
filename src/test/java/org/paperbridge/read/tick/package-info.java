@NullMarked
package org.paperbridge.read.tick;

import org.jspecify.annotations.NullMarked;
