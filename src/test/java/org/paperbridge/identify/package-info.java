@NullMarked
package org.paperbridge.identify;

import org.jspecify.annotations.NullMarked;
