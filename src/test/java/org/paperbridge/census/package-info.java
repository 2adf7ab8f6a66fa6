@NullMarked
package org.paperbridge.census;

import org.jspecify.annotations.NullMarked;
