@NullMarked
package org.paperbridge.read.line;

import org.jspecify.annotations.NullMarked;
