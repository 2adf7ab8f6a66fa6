@NullMarked
package org.paperbridge.read.ink;

import org.jspecify.annotations.NullMarked;
