@NullMarked
package org.paperbridge.read.label;

import org.jspecify.annotations.NullMarked;
