@NullMarked
package org.paperbridge.shipped;

import org.jspecify.annotations.NullMarked;
