/** Free handwriting: whether there is any, and which words of a list it may be. */
@NullMarked
package org.paperbridge.read.line;

import org.jspecify.annotations.NullMarked;
