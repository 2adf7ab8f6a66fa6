@NullMarked
package org.paperbridge.read.bare;

import org.jspecify.annotations.NullMarked;
